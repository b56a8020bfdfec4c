package kroniek.domain;

import java.util.Locale;

/**
 * The unit of the calendar or the clock that a temporal expression speaks of, as its value shows; finest first. What of that unit the text
 * leaves open, the value marks with X: {@code 2018-02-XX} speaks of a day.
 */
public enum Precision {
    /** A clock time: {@code 2018-02-07T12:16}. */
    MINUTE,
    /** A morning, afternoon, evening or night: {@code 2018-02-07TMO}. */
    DAY_PART,
    /** {@code 2018-02-07}, {@code 2023-WXX-2}. */
    DAY,
    /** {@code 2018-W06-WE}. */
    WEEKEND,
    /** {@code 2018-W06}. */
    WEEK,
    /** {@code 2018-02}. */
    MONTH,
    /** {@code 2017-Q3}. */
    QUARTER,
    /** {@code 2018-SU}. */
    SEASON,
    /** {@code 2017-H1}. */
    HALF_YEAR,
    /** {@code 2018}, {@code BC0300}. */
    YEAR,
    /** The nineties: {@code 199}. */
    DECADE,
    /** The seventeenth: {@code 16}. */
    CENTURY,
    /** No place in time: a length, a recurrence, or a reference such as {@code PAST_REF}. */
    NONE;

    private static final int YEAR_DIGITS = 4;

    /** Lower case with hyphens: {@code day-part}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The precision of a TIMEX3 value that is a point or a period, of a range the coarser end's; {@link #NONE} for a
     * length and a reference.
     */
    static Precision of(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return ofPoint(value);
        }
        Precision from = ofPoint(value.substring(0, slash));
        Precision to = ofPoint(value.substring(slash + 1));
        return from.compareTo(to) >= 0 ? from : to;
    }

    private static Precision ofPoint(String value) {
        if (value.startsWith("P") || value.startsWith("F")) {
            return NONE;
        }
        int clock = value.indexOf('T');
        if (clock >= 0) {
            return value.indexOf(':', clock) > 0 ? MINUTE : DAY_PART;
        }
        return switch (value.length()) {
            case 2 -> CENTURY;
            case 3 -> DECADE;
            default -> value.startsWith("BC") ? YEAR : inYear(value.substring(Math.min(YEAR_DIGITS, value.length())));
        };
    }

    /** Of what stands behind the year. */
    private static Precision inYear(String rest) {
        return switch (rest) {
            case "" -> YEAR;
            case "-SP", "-SU", "-FA", "-WI" -> SEASON;
            case "-Q1", "-Q2", "-Q3", "-Q4" -> QUARTER;
            case "-H1", "-H2" -> HALF_YEAR;
            default -> rest.startsWith("-W") ? inWeek(rest) : rest.length() > "-02".length() ? DAY : MONTH;
        };
    }

    private static Precision inWeek(String rest) {
        if (rest.endsWith("-WE")) {
            return WEEKEND;
        }
        return rest.length() > "-W06".length() ? DAY : WEEK;
    }
}
