package kroniek.language.date;

import java.util.List;
import kroniek.language.text.DataFile.Line;

/**
 * One way in which Dutch names a time.
 *
 * @param name file and rule, {@code clock.hour-and-minutes}: what an expression says it was found by
 * @param number its place in the order of all rules; of two matches of the same length the earlier rule's counts
 * @param patterns the patterns, each enough by itself
 * @param meaning how the slots become a value
 * @param writing with a capital or without
 * @param examples its lines {@code + ...} and {@code - ...}
 */
record Rule(String name, int number, List<Step> patterns, Meaning meaning, Writing writing, List<Line> examples) {

    /** How the words of a rule are written in the middle of a sentence. */
    enum Writing {
        /** Without a capital: weekdays; with one it would be a name. */
        COMMON,
        /** With or without: feasts. */
        PROPER,
        /** With a capital: "Wapenstilstand" the day, not "wapenstilstand" the truce. */
        CAPITAL
    }

    /** How the slots of a match become a value. */
    enum Meaning {
        /** A point or a calendar period. */
        POINT,
        /** Two points with all that lies between them. */
        RANGE,
        /** A length of time. */
        DURATION,
        /** Something that recurs. */
        SET,
        /** Past, present or future without a date. */
        REFERENCE,
        /** A point that lies an amount of time from another one. */
        AWAY,
        /** The day, week, month or year that the text spoke of last. */
        AGAIN,
        /** A look-alike: no expression, and no other rule may have its tokens. */
        NOTHING
    }
}
