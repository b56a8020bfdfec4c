package kroniek.domain;

import java.time.YearMonth;

/**
 * The count for one actor in one month.
 *
 * @param actor the actor's id
 * @param name the name to show
 * @param type what the actor is
 * @param month the month of publication
 * @param mentions how many mentions; at least 1, for a count that reaches zero is deleted
 * @param articles in how many articles; at least 1
 * @param first the earliest publication date among those articles
 * @param last the latest
 * @param mentionsWithoutCopies how many mentions in articles that are no copy of another; 0 where all are
 * @param articlesWithoutCopies how many such articles
 */
public record ActorMonth(
        String actor,
        String name,
        ActorType type,
        YearMonth month,
        long mentions,
        long articles,
        PartialDate first,
        PartialDate last,
        long mentionsWithoutCopies,
        long articlesWithoutCopies) {

    /** The count of articles none of which is a copy. */
    public ActorMonth(
            String actor,
            String name,
            ActorType type,
            YearMonth month,
            long mentions,
            long articles,
            PartialDate first,
            PartialDate last) {
        this(actor, name, type, month, mentions, articles, first, last, mentions, articles);
    }
}
