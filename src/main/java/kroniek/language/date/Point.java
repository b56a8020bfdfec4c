package kroniek.language.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A calendar period with a value, or one that the text leaves open.
 *
 * @param value the TIMEX3 value, with X where it is open
 * @param grain how long the period is
 * @param start its first day, or null where it is open
 * @param weekday the weekday of an open day where that much is known, else 0
 */
record Point(String value, Grain grain, @Nullable LocalDate start, int weekday) {

    /**
     * The period of a grain that a day lies in.
     *
     * @throws DateTimeException outside the years 1 to 9999, which TIMEX3 writes
     */
    static Point in(Grain grain, LocalDate day) {
        boolean tooLate = day.getYear() > 9999 || (grain == Grain.SEASON_YEAR && day.getYear() > 9998);
        if (day.getYear() < 1 || tooLate) {
            throw new DateTimeException("year out of range: " + day.getYear());
        }
        LocalDate start = grain.startOf(day);
        return new Point(grain.value(start), grain, start, 0);
    }

    /** A period of which only the value can be given. */
    static Point open(Grain grain, String value) {
        return new Point(value, grain, null, 0);
    }

    /** The day after a day, as far as it is known. */
    Point next() {
        if (start != null) {
            return in(Grain.DAY, start.plusDays(1));
        }
        return weekday == 0 ? this : openWeekday(Integer.parseInt(value.substring(0, 4)), weekday % 7 + 1);
    }

    /** A weekday of a year, in a week that is not known. */
    static Point openWeekday(int year, int weekday) {
        return new Point(Grain.four(year) + "-WXX-" + weekday, Grain.DAY, null, weekday);
    }
}
