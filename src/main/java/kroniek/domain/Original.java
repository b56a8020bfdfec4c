package kroniek.domain;

/**
 * An article as what others may be copies of. Of two articles the earlier is the original: the one published first, of one date the one
 * with the smaller id.
 *
 * @param published its publication date
 * @param article its id
 */
public record Original(PartialDate published, String article) implements Comparable<Original> {

    /** Whether this may be the original of {@code other}: earlier, and of the same or the preceding month of publication. */
    public boolean mayBeOf(Original other) {
        return compareTo(other) < 0 && !published.month().plusMonths(1).isBefore(other.published.month());
    }

    @Override
    public int compareTo(Original other) {
        int byDate = published.compareTo(other.published);
        return byDate == 0 ? article.compareTo(other.article) : byDate;
    }
}
