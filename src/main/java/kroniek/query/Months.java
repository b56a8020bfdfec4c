package kroniek.query;

import kroniek.domain.PartialDate;
import org.jspecify.annotations.Nullable;

/** Months as the keys of stores have them: {@code 2018-02}. */
final class Months {

    private Months() {}

    /** @throws IllegalArgumentException if that is no month; null is none, and allowed */
    static void require(@Nullable String month) {
        if (month != null
                && PartialDate.parse(month).filter(date -> date.day() == null).isEmpty()) {
            throw new IllegalArgumentException("no month: " + month);
        }
    }

    /** The first key with a prefix from a month on; of all months where it is null. */
    static String first(String prefix, @Nullable String from) {
        return from == null ? prefix : prefix + from;
    }

    /** A key behind all with a prefix up to a month, of all where it is null; whatever stands behind the month begins with a bar. */
    static String end(String prefix, @Nullable String to) {
        return to == null ? Keys.end(prefix) : Keys.end(prefix + to + "|");
    }
}
