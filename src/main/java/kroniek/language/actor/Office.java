package kroniek.language.actor;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A post that a person held.
 *
 * @param of the country's ISO code, or the organisation's id
 * @param post the code of the post in {@code posts.tsv}: president, premier
 * @param from the first month
 * @param until the last month, or null while it lasts or where the end is not known
 */
record Office(
        String of, String post, YearMonth from, @Nullable YearMonth until) {

    /** Whether the post was held in a month, or ended within the {@code grace} months before it. */
    boolean held(YearMonth month, int grace) {
        return !month.isBefore(from) && (until == null || !month.isAfter(until.plusMonths(grace)));
    }

    /** Whether it is a throne, or a place in a royal house. */
    boolean royal() {
        return post.equals("monarch") || post.equals("royal");
    }
}
