package kroniek.query;

import java.time.YearMonth;
import java.util.Map;
import kroniek.domain.ActorType;

/**
 * What adds up over one month. The articles of the rows of its actors do not: one article counts for every actor in it.
 *
 * @param month the month
 * @param articles how many annotated articles were published in it, those that mention nobody included
 * @param articlesWithoutCopies how many of these are no copies
 * @param mentions how many mentions they have, all together
 * @param mentionsWithoutCopies how many of these are in articles that are no copies
 * @param actors how many actors of each type they mention
 */
public record MonthTotals(
        YearMonth month,
        long articles,
        long articlesWithoutCopies,
        long mentions,
        long mentionsWithoutCopies,
        Map<ActorType, Long> actors) {

    /** Copies the map. */
    public MonthTotals {
        actors = Map.copyOf(actors);
    }

    /** How many actors are mentioned. */
    public long allActors() {
        return actors.values().stream().mapToLong(Long::longValue).sum();
    }
}
