package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.ActorMonths;
import kroniek.query.ActorMonths.MonthTotals;
import kroniek.query.ActorMonths.Ranking;
import kroniek.query.ActorMonths.Selection;
import org.jspecify.annotations.Nullable;

/**
 * The actor months mentioned most: {@code GET /api/v1/actor-months?month=2018-03&type=COUNTRY&limit=2}.
 *
 * <pre>{@code
 * {
 *   "samples": false,           // whether the articles are the samples that come with the program
 *   "month": "2018-03",         // as asked; null for all months
 *   "type": "COUNTRY",          // as asked; null for all types of actor
 *   "limit": 2,                 // as asked, else 50; at most 1000
 *   "selected": 128,            // how many actor months there are of that month and type
 *   "months": [                 // every month that has an actor, of all types, newest first
 *     {"month": "2018-03", "actors": 301, "mentions": 2048}
 *   ],
 *   "items": [                  // the first of those selected: mentions descending, then articles descending,
 *     {                         // then actor id by code point, then month descending
 *       "actor": "BEL", "name": "België", "type": "COUNTRY", "month": "2018-03",
 *       "mentions": 97, "articles": 31,
 *       "first": "2018-03-01", "last": "2018-03-30T12:16"   // publication dates: a month, a day or a minute
 *     }
 *   ]
 * }
 * }</pre>
 */
final class ActorMonthsHandler implements Handler {

    static final String PATH = "/api/v1/actor-months";
    static final int DEFAULT_LIMIT = 50;
    static final int HIGHEST_LIMIT = 1000;

    private static final List<ActorType> COUNTED = Arrays.stream(ActorType.values())
            .filter(type -> type != ActorType.PLACE)
            .toList();

    private static final Parameter<YearMonth> MONTH =
            new Parameter<>("month", "a month as YYYY-MM, for example 2018-03", value -> PartialDate.parse(value)
                    .filter(date -> date.day() == null)
                    .map(PartialDate::month));

    private static final Parameter<ActorType> TYPE =
            new Parameter<>("type", "one of " + COUNTED, value -> COUNTED.stream()
                    .filter(type -> type.name().equals(value))
                    .findFirst());

    private static final Parameter<Integer> LIMIT =
            new Parameter<>("limit", "a number from 1 to " + HIGHEST_LIMIT, ActorMonthsHandler::limit);

    private final ActorMonths actorMonths;
    private final boolean samples;

    /** @param samples whether the articles are the samples that come with the program */
    ActorMonthsHandler(ActorMonths actorMonths, boolean samples) {
        this.actorMonths = actorMonths;
        this.samples = samples;
    }

    Route route() {
        return Route.knowing(List.of(MONTH, TYPE, LIMIT), PATH, this);
    }

    @Override
    public void handle(Context ctx) {
        Selection selection =
                new Selection(MONTH.in(ctx).orElse(null), TYPE.in(ctx).orElse(null));
        int limit = LIMIT.in(ctx).orElse(DEFAULT_LIMIT);
        Json.answer(ctx, Answer.of(samples, selection, limit, actorMonths.mostMentioned(selection, limit)));
    }

    private static Optional<Integer> limit(String value) {
        return value.matches("[1-9][0-9]{0,3}")
                ? Optional.of(Integer.valueOf(value)).filter(limit -> limit <= HIGHEST_LIMIT)
                : Optional.empty();
    }

    private record Answer(
            boolean samples,
            @Nullable String month,
            @Nullable String type,
            int limit,
            long selected,
            List<Month> months,
            List<Item> items) {

        private static Answer of(boolean samples, Selection selection, int limit, Ranking ranking) {
            return new Answer(
                    samples,
                    selection.month() == null ? null : iso(selection.month()),
                    selection.type() == null ? null : selection.type().name(),
                    limit,
                    ranking.selected(),
                    ranking.months().stream().map(Month::of).toList(),
                    ranking.items().stream().map(Item::of).toList());
        }
    }

    private record Month(String month, long actors, long mentions) {

        private static Month of(MonthTotals totals) {
            return new Month(iso(totals.month()), totals.actors(), totals.mentions());
        }
    }

    private record Item(
            String actor,
            String name,
            String type,
            String month,
            long mentions,
            long articles,
            String first,
            String last) {

        private static Item of(ActorMonth row) {
            return new Item(
                    row.actor(),
                    row.name(),
                    row.type().name(),
                    iso(row.month()),
                    row.mentions(),
                    row.articles(),
                    row.first().toString(),
                    row.last().toString());
        }
    }

    private static String iso(YearMonth month) {
        return PartialDate.of(month).toString();
    }
}
