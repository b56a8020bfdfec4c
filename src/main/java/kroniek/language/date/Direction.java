package kroniek.language.date;

/** Where a weekday, a day or a month without its year lies, seen from the publication date. */
enum Direction {
    /** The latest one that is not after it. */
    BACK,
    /** The earliest one that is not before it. */
    AHEAD,
    /** As {@link #AHEAD}, by a present tense: where the text tells history in it, not so. */
    PRESENT,
    /** The text does not say. */
    UNKNOWN
}
