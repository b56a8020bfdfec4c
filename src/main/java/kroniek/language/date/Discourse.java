package kroniek.language.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the text spoke of last: the point that "twee maanden later" and "diezelfde dag" count from. */
final class Discourse {

    private @Nullable Point last;
    private @Nullable Point day;
    private int lastAt;
    private int dayAt;

    /** Remembers a point that stands at a token. */
    void note(Point point, int token) {
        last = point;
        lastAt = token;
        if (point.grain() == Grain.DAY) {
            day = point;
            dayAt = token;
        }
    }

    /** The last point of any grain. */
    @Nullable
    Point last() {
        return last;
    }

    /** The last day. */
    @Nullable
    Point day() {
        return day;
    }

    /** The last day, if it stands at the token or later. */
    @Nullable
    Point daySince(int token) {
        return dayAt >= token ? day : null;
    }

    /** The first day of the last point of at most this grain, if it stands at the token or later; null where it is open. */
    @Nullable
    LocalDate since(int token, Grain coarsest) {
        Point point = last;
        return point != null && lastAt >= token && point.grain().compareTo(coarsest) <= 0 ? point.start() : null;
    }
}
