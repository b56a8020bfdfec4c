package kroniek.language.date;

/**
 * A place where a rule matches.
 *
 * @param rule the rule
 * @param first the first token
 * @param last the last token, included
 * @param slots what the tokens said: two frames, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made once for every expression
record Match(Rule rule, int first, int last, int[] slots) {

    /** What it says; of a range, what its first end says. */
    Frame frame() {
        return Frame.of(slots, 0);
    }

    /** What the second end of a range says. */
    Frame second() {
        return Frame.of(slots, 1);
    }
}
