package kroniek.http;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static kroniek.http.Parameters.ACTOR;
import static kroniek.http.Parameters.MONTH;
import static kroniek.http.Parameters.TYPE;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import kroniek.query.ImpossiblePositionException;
import kroniek.query.feed.Feed;
import kroniek.query.feed.Feed.Leaving;
import kroniek.query.feed.Feed.Start;
import kroniek.query.feed.Filter;
import kroniek.query.feed.Filter.Topic;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Response;

/** What changes, as server-sent events that go on: {@code GET /api/v1/stream}. {@code docs/api.md} describes them to readers. */
final class StreamRoute implements Handler {

    static final String PATH = ApiRoutes.ROOT + "stream";

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String CONTENT_TYPE = "text/event-stream; charset=utf-8";

    private static final Map<String, Topic> EVENTS =
            Map.of(Frames.ARTICLE, Topic.ARTICLE, Frames.ACTOR_MONTH, Topic.ACTOR_MONTH);

    private static final Parameter<Start> FROM =
            new Parameter<>("from", "earliest, or left out", value -> Optional.of(value)
                    .filter("earliest"::equals)
                    .map(earliest -> new Start.Earliest()));

    private static final Parameter<Set<Topic>> TOPICS =
            new Parameter<>("events", "some of article,actor-month", StreamRoute::topics);

    private final Feed feed;
    private final Queues queues = Queues.ofThisProcess();

    StreamRoute(Feed feed) {
        this.feed = feed;
    }

    Route route() {
        return Route.knowing(List.of(ACTOR, TYPE, MONTH, TOPICS, FROM), PATH, this);
    }

    private static Optional<Set<Topic>> topics(String value) {
        List<String> events = Arrays.asList(value.split(",", -1));
        return EVENTS.keySet().containsAll(events)
                ? Optional.of(events.stream().map(EVENTS::get).collect(toUnmodifiableSet()))
                : Optional.empty();
    }

    @Override
    public void handle(Context ctx) {
        Filter filter = new Filter(
                TOPICS.in(ctx).orElse(Filter.ALL.topics()),
                ACTOR.in(ctx).orElse(null),
                TYPE.in(ctx).orElse(null),
                MONTH.in(ctx).map(Object::toString).orElse(null));
        Start start = start(ctx);
        ctx.contentType(CONTENT_TYPE);
        // For proxies that would otherwise collect what is meant to arrive at once.
        ctx.header("X-Accel-Buffering", "no");
        if (ctx.method().equals(HandlerType.HEAD)) {
            return;
        }
        // Called once the answer goes on by itself: who does not come so far takes no place in the feed.
        ctx.future(() -> {
            Response response =
                    ServletContextRequest.getServletContextRequest(ctx.req()).getServletContextResponse();
            return follow(start, filter, new EventStream(response, queues));
        });
    }

    /** Follows until the stream ends, in whatever way. */
    CompletableFuture<Void> follow(Start start, Filter filter, EventStream stream) {
        Leaving leaving = place(start, filter, stream);
        CompletableFuture<Void> ended = stream.ended().whenComplete((nothing, never) -> leaving.leave());
        stream.open();
        return ended;
    }

    /** A browser that lost its line asks the same again with the id that it got last, which is where it goes on. */
    private static Start start(Context ctx) {
        Optional<Start> from = FROM.in(ctx);
        String id = ctx.header(LAST_EVENT_ID);
        return id == null || id.isEmpty() ? from.orElseGet(Start.Now::new) : new Start.Behind(id);
    }

    private Leaving place(Start start, Filter filter, EventStream stream) {
        try {
            return feed.follow(start, filter, stream);
        } catch (ImpossiblePositionException impossible) {
            throw new Parameter<>(LAST_EVENT_ID, "the id of an event of this Kroniek", Optional::of)
                    .impossible(String.valueOf(impossible.getMessage()));
        }
    }
}
