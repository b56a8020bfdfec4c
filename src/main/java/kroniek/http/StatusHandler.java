package kroniek.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import kroniek.domain.Reconciliation;
import kroniek.domain.Reconciliation.Articles;
import kroniek.domain.Reconciliation.Counts;
import kroniek.domain.Reconciliation.Files;
import kroniek.domain.Reconciliation.State;
import kroniek.query.Position;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Whether the counts reconcile: {@code GET /api/v1/status}, and in it the digest, which {@code GET /api/v1/digest} gives alone.
 *
 * <pre>{@code
 * {
 *   "state": "holds",        // or "in-flight": something is still to be counted; or "broken": idle, and the figures disagree
 *   "inFlight": 0,           // records still to be counted, at most
 *   "files":                 // found = published + unchanged + unreadable + waiting, as of the last scan; null without a folder
 *     {"found": 12, "published": 0, "unchanged": 12, "unreadable": 0, "waiting": 0},
 *   "articles":              // inRaw = annotated + rejected + failed
 *     {"inRaw": 12, "annotated": 12, "rejected": 0, "failed": 0},
 *   "counts":                // unproved: the first actor months whose count is not the sum of its evidence, and how many more
 *     {"actorMonths": 84, "unproved": [], "more": 0},
 *   "digest": "5c0a…",       // 64 digits
 *   "positions": {"0": 17},  // how far the raw topic was read for this, by partition
 *   "lag": 0,                // data records and markers between the committed offsets and the ends, at most; null where it is not known
 *   "newestArticle":         // when the newest record of the raw topic was written, and how long ago; null where there is none
 *     {"written": "2026-11-23T08:00:00Z", "ageSeconds": 12},
 *   "versions":              // of the program, of its language (a digest), and of the values in topics
 *     {"program": "1.0.0", "language": "5ad0c3f1", "schema": 1}
 * }
 * }</pre>
 *
 * All of it was read after a commit; while the state is in-flight, as of some moment before.
 */
final class StatusHandler {

    private final Supplier<Optional<Reconciliation>> reconciliation;
    private final Supplier<About> about;

    StatusHandler(Supplier<Optional<Reconciliation>> reconciliation, Supplier<About> about) {
        this.reconciliation = reconciliation;
        this.about = about;
    }

    List<Route> routes() {
        return List.of(
                Route.knowing(
                        List.of(),
                        "/api/v1/status",
                        ctx -> Json.answer(ctx, new WithAbout(status(known(ctx)), about.get()))),
                Route.knowing(List.of(), "/api/v1/digest", ctx -> Json.answer(ctx, digest(known(ctx)))),
                Route.knowing(List.of(), "/health", this::health));
    }

    private Reconciliation known(Context ctx) {
        Reconciliation known = reconciliation
                .get()
                .orElseThrow(() -> new UnavailableException(
                        Reason.STARTING,
                        "The topics have not been read for the first time yet; ask again in a moment."));
        Positions.show(ctx, Position.of(known.positions()));
        return known;
    }

    /** 503 only where the figures are wrong: what is on its way, or not known yet, is no illness. */
    private void health(Context ctx) {
        Optional<Reconciliation> known = reconciliation.get();
        boolean broken =
                known.map(Reconciliation::state).filter(State.BROKEN::equals).isPresent();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", broken ? "down" : "up");
        answer.put("reconciliation", known.map(StatusHandler::status).orElse(null));
        ctx.status(broken ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
        Json.answer(ctx, answer);
    }

    private static Digest digest(Reconciliation known) {
        return new Digest(known.digest(), known.counts().actorMonths(), state(known), new TreeMap<>(known.positions()));
    }

    private record Digest(String digest, long actorMonths, String state, Map<Integer, Long> positions) {}

    private static Status status(Reconciliation known) {
        return new Status(
                state(known),
                known.inFlight(),
                known.files(),
                known.articles(),
                known.counts(),
                known.digest(),
                new TreeMap<>(known.positions()));
    }

    private record Status(
            String state,
            long inFlight,
            @Nullable Files files,
            Articles articles,
            Counts counts,
            String digest,
            Map<Integer, Long> positions) {}

    /** The figures, and what else there is to say, as one object. */
    private record WithAbout(
            @JsonUnwrapped Status status, @JsonUnwrapped About about) {}

    private static String state(Reconciliation known) {
        return known.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
