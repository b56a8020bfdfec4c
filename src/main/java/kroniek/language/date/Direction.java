package kroniek.language.date;

/** Where a weekday, a day or a month without its year lies, seen from the publication date. */
enum Direction {
    /** The latest one that is not after it. */
    BACK,
    /** The earliest one that is not before it. */
    AHEAD,
    /** The text does not say. */
    UNKNOWN
}
