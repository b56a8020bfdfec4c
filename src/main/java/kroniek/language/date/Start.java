package kroniek.language.date;

/** A pattern that may begin at a token, and whose it is. Compared by identity: comparing patterns would walk all their ways. */
final class Start {

    /** No number that means something is longer. */
    static final int MOST_DIGITS = 5;

    private final Rule rule;
    private final Step pattern;

    Start(Rule rule, Step pattern) {
        this.rule = rule;
        this.pattern = pattern;
    }

    Rule rule() {
        return rule;
    }

    Step pattern() {
        return pattern;
    }
}
