package kroniek.language.date;

/**
 * A pattern that may begin with a word, and whose it is.
 *
 * @param rule the rule
 * @param pattern its first step
 * @param before what the token before must be for the pattern to have a chance
 * @param second what the next token must be for the pattern to have a chance behind that word
 * @param last what the last token must be
 * @param beforeFilter the filter of {@code before}
 * @param secondFilter the filter of {@code second}
 * @param lastFilter the filter of {@code last}
 */
record Start(
        Rule rule,
        Step pattern,
        Signature before,
        Signature second,
        Signature last,
        long beforeFilter,
        long secondFilter,
        long lastFilter) {

    /** No number that means something is longer. */
    static final int MOST_DIGITS = 5;

    Start(Rule rule, Step pattern, Signature before, Signature second) {
        this(
                rule,
                pattern,
                before,
                second,
                pattern.last(),
                before.filter(),
                second.filter(),
                pattern.last().filter());
    }

    /** The same pattern where the word may begin it in two ways. */
    Start or(Start other) {
        return new Start(rule, pattern, before, second.or(other.second));
    }
}
