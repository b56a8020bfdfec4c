package kroniek.http;

import static kroniek.http.Parameters.ACTOR;
import static kroniek.http.Parameters.AFTER;
import static kroniek.http.Parameters.DEFAULT_LIMIT;
import static kroniek.http.Parameters.FROM;
import static kroniek.http.Parameters.ID;
import static kroniek.http.Parameters.LIMIT;
import static kroniek.http.Parameters.MIN_POSITION;
import static kroniek.http.Parameters.MONTH;
import static kroniek.http.Parameters.Q;
import static kroniek.http.Parameters.RELATED_ORDER;
import static kroniek.http.Parameters.SORT;
import static kroniek.http.Parameters.STALE;
import static kroniek.http.Parameters.TO;
import static kroniek.http.Parameters.TYPE;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.ImpossiblePositionException;
import kroniek.query.MonthTotals;
import kroniek.query.Page;
import kroniek.query.Readers;
import kroniek.query.Reading;
import kroniek.query.Related;
import kroniek.query.Rising;
import kroniek.topic.Sort;
import org.jspecify.annotations.Nullable;

/** The routes that read the counts and what proves them. {@code docs/api.md} describes each to its users. */
final class ApiRoutes {

    static final String ROOT = "/api/v1/";
    static final String ACTOR_MONTHS = ROOT + "actor-months";

    private final Readers readers;
    private final boolean samples;

    /** @param samples whether the articles are the samples that come with the program */
    ApiRoutes(Readers readers, boolean samples) {
        this.readers = readers;
        this.samples = samples;
    }

    List<Route> routes() {
        return List.of(
                route("months", Listing.parameters(), this::months),
                route("actors", Listing.paged(Q, TYPE), this::actors),
                route("actors/{id}", List.of(STALE, MIN_POSITION), this::actor),
                route("actors/{id}/months", Listing.parameters(FROM, TO), this::timeline),
                route("actors/{id}/related", Listing.parameters(MONTH, FROM, TO, RELATED_ORDER, LIMIT), this::related),
                route("actors/{id}/clock", Listing.parameters(FROM, TO), this::clock),
                route("actors/{id}/mentions", Listing.paged(MONTH), this::mentions),
                route("actor-months", Listing.paged(MONTH, TYPE, SORT), this::actorMonths),
                route("articles", Listing.paged(MONTH, ACTOR), this::articles),
                route("article", List.of(ID, STALE, MIN_POSITION), this::article),
                route("rejections", Listing.paged(), this::rejections));
    }

    private Route route(String path, List<Parameter<?>> known, ReadingHandler handler) {
        return Route.knowing(known, ROOT + path, ctx -> answer(ctx, handler));
    }

    private void answer(Context ctx, ReadingHandler handler) {
        Reading reading = reading(ctx);
        Positions.show(ctx, reading.reflected());
        handler.handle(ctx, reading);
        if (reading.stale()) {
            Positions.hide(ctx);
        }
    }

    private Reading reading(Context ctx) {
        boolean standbys = STALE.in(ctx).isPresent();
        try {
            return MIN_POSITION.in(ctx).map(readers::reading).orElseGet(() -> readers.reading(standbys));
        } catch (ImpossiblePositionException impossible) {
            throw MIN_POSITION.impossible(String.valueOf(impossible.getMessage()));
        }
    }

    private static int limit(Context ctx) {
        return LIMIT.in(ctx).orElse(DEFAULT_LIMIT);
    }

    private void months(Context ctx, Reading reading) {
        List<MonthTotals> months = reading.months(null);
        Items.MONTHS.answer(ctx, new Page<>(months, null), reading.stale());
    }

    private void actors(Context ctx, Reading reading) {
        var page = reading.search(
                Q.required(ctx), TYPE.in(ctx).orElse(null), AFTER.in(ctx).orElse(null), limit(ctx));
        Items.FOUND.answer(ctx, page, reading.stale());
    }

    private void actor(Context ctx, Reading reading) {
        String id = actor(ctx);
        List<ActorMonth> months = reading.timeline(id, null, null);
        requireActor(id, !months.isEmpty());
        ActorMonth latest = months.get(months.size() - 1);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("stale", reading.stale());
        answer.put("actor", latest.actor());
        answer.put("name", latest.name());
        answer.put("type", latest.type().name());
        answer.put("months", months.size());
        answer.put("mentions", months.stream().mapToLong(ActorMonth::mentions).sum());
        answer.put("articles", months.stream().mapToLong(ActorMonth::articles).sum());
        answer.put("first", months.get(0).first().toString());
        answer.put("last", latest.last().toString());
        Listing.markStale(ctx, reading.stale());
        Json.answer(ctx, answer);
    }

    private void timeline(Context ctx, Reading reading) {
        String id = actor(ctx);
        List<ActorMonth> months =
                reading.timeline(id, FROM.in(ctx).orElse(null), TO.in(ctx).orElse(null));
        Items.ACTOR_MONTHS.answer(ctx, new Page<>(months, null), reading.stale());
    }

    private void related(Context ctx, Reading reading) {
        YearMonth month = MONTH.in(ctx).orElse(null);
        List<Related> related = reading.related(
                actor(ctx),
                FROM.in(ctx).orElse(month),
                TO.in(ctx).orElse(month),
                RELATED_ORDER.in(ctx).orElse(Related.Order.ARTICLES),
                limit(ctx));
        Items.RELATED.answer(ctx, new Page<>(related, null), reading.stale());
    }

    private void clock(Context ctx, Reading reading) {
        List<ActorMonthMentioned> clock =
                reading.clock(actor(ctx), FROM.in(ctx).orElse(null), TO.in(ctx).orElse(null));
        Items.CLOCK.answer(ctx, new Page<>(clock, null), reading.stale());
    }

    private void mentions(Context ctx, Reading reading) {
        var page = reading.evidence(
                actor(ctx), MONTH.in(ctx).orElse(null), AFTER.in(ctx).orElse(null), limit(ctx));
        Items.MENTIONS.answer(ctx, page, reading.stale());
    }

    /** The rankings of a month, or of all months as one; by rise, of a month or the newest. */
    private void actorMonths(Context ctx, Reading reading) {
        ActorType type = TYPE.in(ctx).orElse(null);
        String sort = SORT.in(ctx).orElse(Sort.MENTIONS.code());
        boolean rise = sort.equals(Parameters.RISE);
        YearMonth only = MONTH.in(ctx).orElse(null);
        List<MonthTotals> months = reading.months(only);
        List<MonthTotals> selected = rise ? months.subList(0, Math.min(1, months.size())) : months;
        YearMonth month = rise && !selected.isEmpty() ? selected.get(0).month() : only;
        String after = AFTER.in(ctx).orElse(null);
        int limit = limit(ctx);
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("samples", samples);
        about.put("month", month == null ? null : PartialDate.of(month).toString());
        about.put("type", type == null ? null : type.name());
        about.put("sort", sort);
        about.put("limit", limit);
        about.put("selected", selected.stream().mapToLong(m -> actors(m, type)).sum());
        if (rise) {
            Page<Rising> page = month == null ? new Page<>(List.of(), null) : reading.rising(month, type, after, limit);
            Items.RISING.answer(ctx, about, page, reading.stale());
        } else {
            List<YearMonth> asked = selected.stream().map(MonthTotals::month).toList();
            Sort kept = Sort.valueOf(sort.toUpperCase(Locale.ROOT));
            Items.RANKED.answer(ctx, about, reading.top(asked, type, kept, after, limit), reading.stale());
        }
    }

    private static long actors(MonthTotals month, @Nullable ActorType type) {
        return type == null ? month.allActors() : month.actors().getOrDefault(type, 0L);
    }

    private void articles(Context ctx, Reading reading) {
        YearMonth month = MONTH.in(ctx).orElse(null);
        String after = AFTER.in(ctx).orElse(null);
        var page = ACTOR.in(ctx)
                .map(actor -> reading.articlesOf(actor, month, after, limit(ctx)))
                .orElseGet(() -> reading.articles(month, after, limit(ctx)));
        Items.ARTICLES.answer(ctx, page, reading.stale());
    }

    private void article(Context ctx, Reading reading) {
        String id = ID.required(ctx);
        byte[] article = reading.article(id)
                .orElseThrow(() -> notFound(
                        ID.name(),
                        "There is no annotated article with this id; a rejected one is among the rejections."));
        Listing.markStale(ctx, reading.stale());
        Tagged.answer(ctx, Json.CONTENT_TYPE, article);
    }

    private void rejections(Context ctx, Reading reading) {
        Page<byte[]> page = reading.rejections(AFTER.in(ctx).orElse(null), limit(ctx));
        Items.REJECTIONS.answer(
                ctx, new Page<>(page.items().stream().map(Json::tree).toList(), page.next()), reading.stale());
    }

    /** The actor of the path. A bar ends an actor in every key, so no id has one. */
    private static String actor(Context ctx) {
        String id = Route.part(ctx, "id");
        requireActor(id, !id.contains("|"));
        return id;
    }

    private static void requireActor(String id, boolean known) {
        if (!known) {
            throw notFound(
                    "id",
                    "Nobody is counted under the actor id '%s'; look for it with /api/v1/actors?q=."
                            .formatted(Parameter.shortened(id)));
        }
    }

    private static ProblemException notFound(String parameter, String detail) {
        return new ProblemException(new Problem(HttpStatus.NOT_FOUND, detail, Map.of("parameter", parameter)));
    }
}
