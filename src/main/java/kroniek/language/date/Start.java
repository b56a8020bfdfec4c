package kroniek.language.date;

/**
 * A pattern that may begin with a word, and whose it is.
 *
 * @param rule the rule
 * @param pattern its first step
 * @param second what the next token must be for the pattern to have a chance behind that word
 */
record Start(Rule rule, Step pattern, Signature second) {

    /** No number that means something is longer. */
    static final int MOST_DIGITS = 5;

    /** The same pattern where the word may begin it in two ways. */
    Start or(Start other) {
        return new Start(rule, pattern, second.or(other.second));
    }
}
