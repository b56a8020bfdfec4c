package kroniek.language.date;

import java.util.List;

/**
 * A field of a {@link Frame}: what one piece of an expression can say. Values are integers; a slot with names is
 * written by
 * name in the data files and keeps the position of the name.
 */
enum Slot {
    /** Calendar year, 1 to 9999. */
    YEAR,
    /** Year without its century: '18. */
    SHORTYEAR,
    /** Month of the year, 1 to 12. */
    MONTH,
    /** Day of the month, 1 to 31. */
    DAY,
    /** Day of the week, 1 Monday to 7 Sunday. */
    WEEKDAY,
    /** Hour of the day as said, 0 to 24; a part of day may move it to the afternoon. */
    HOUR,
    /** Minutes after the hour; negative before it ("half vier" is 4 and -30). */
    MINUTE,
    /** Minutes as said with "voor" or "over". */
    SPOKEN,
    /** What the spoken minutes are counted from: before or after the hour or the half hour before it. */
    FROM("BEFORE_HOUR", "AFTER_HOUR", "BEFORE_HALF", "AFTER_HALF"),
    /** Part of the day. */
    PART("MO", "AF", "EV", "NI"),
    /** Season, as TIMEX3 names it. */
    SEASON("SP", "SU", "FA", "WI"),
    /** Quarter of a year, 1 to 4. */
    QUARTER,
    /** Half of a year, 1 or 2. */
    HALF,
    /** Week of a week-based year, 1 to 53. */
    WEEK,
    /** Set where the weekend of a week is meant. */
    WEEKEND,
    /** Decade by its tens, 9 for the nineties, or by its first three digits, 199. */
    DECADE,
    /** Century as counted: 17 for the seventeenth. */
    CENTURY,
    /** Set for years before Christ. */
    BC,
    /** Days after Easter Sunday. */
    EASTER,
    /** The how-manieth weekday of the month; -1 is the last. */
    NTH,
    /** A weekday a feast gives way to by going a day back. */
    YIELDS,
    /** Set where a month with its day, or with the how-manieth weekday, names a feast and not a written date. */
    FEAST,
    /** Which one, seen from the anchor. */
    WHICH("PREV", "THIS", "NEXT"),
    /** A number of days from the anchor: yesterday is -1. */
    SHIFT,
    /** Unit of an amount or of {@link #WHICH}. */
    UNIT("S", "MIN", "QUARTER", "H", "D", "WE", "W", "M", "Q", "H2", "Y", "SY", "DE", "CE"),
    /** Hundredths of a unit; 0 for an amount that is not said. */
    AMOUNT,
    /** Whole units. */
    COUNT,
    /** Three digits behind the dot of thousands: "10.000 jaar". */
    GROUP,
    /** One digit behind the comma: "2,5 jaar". */
    TENTHS,
    /** Two digits behind the comma. */
    HUNDREDTHS,
    /** The smaller unit of "twee jaar en drie maanden". */
    UNIT2("S", "MIN", "QUARTER", "H", "D", "WE", "W", "M", "Q", "H2", "Y", "SY", "DE", "CE"),
    /** Its whole number. */
    COUNT2,
    /** The smallest unit of "2 uur, 26 minuten en 3 seconden". */
    UNIT3("S", "MIN", "QUARTER", "H", "D", "WE", "W", "M", "Q", "H2", "Y", "SY", "DE", "CE"),
    /** Its whole number. */
    COUNT3,
    /** Where an amount leads: before the anchor or after it. */
    SIGN("BEFORE", "AFTER"),
    /**
     * What an amount or a bare word is counted from: the publication date, the last expression of the text, or nothing,
     * so that it stays open.
     */
    ANCHOR("PUBLICATION", "DISCOURSE", "NONE"),
    /** The TIMEX3 modifier. */
    MOD("START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"),
    /** A reference without a date. */
    REF("PAST_REF", "PRESENT_REF", "FUTURE_REF");

    /** What a slot holds that nothing was said about. */
    static final int UNSET = Integer.MIN_VALUE;

    /** The number of slots. */
    static final int COUNT_OF_SLOTS = values().length;

    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that nobody can change
    private final List<String> names;

    Slot(String... names) {
        this.names = List.of(names);
    }

    /** The place of this slot in a frame. */
    @SuppressWarnings("EnumOrdinal") // a frame lives as long as one article, and nothing else knows its order
    int index() {
        return ordinal();
    }

    /** The name of a value. */
    String name(int value) {
        return names.get(value);
    }

    /**
     * The value written in a data file.
     *
     * @throws IllegalArgumentException if it is neither a name of this slot nor, for a slot without names, a number
     */
    int read(String written) {
        if (names.isEmpty()) {
            return Integer.parseInt(written);
        }
        int value = names.indexOf(written);
        if (value < 0) {
            throw new IllegalArgumentException(written + " is none of " + names);
        }
        return value;
    }
}
