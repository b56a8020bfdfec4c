package kroniek.language.date;

import java.util.List;

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

    /**
     * The one of some matches, in order and disjoint, that begins at a token.
     *
     * @throws IllegalArgumentException if none does
     */
    static Match at(List<Match> matches, int token) {
        int from = 0;
        int to = matches.size() - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int first = matches.get(middle).first();
            if (first == token) {
                return matches.get(middle);
            }
            from = first < token ? middle + 1 : from;
            to = first < token ? to : middle - 1;
        }
        throw new IllegalArgumentException("no match begins at token " + token);
    }

    /** What it says; of a range, what its first end says. */
    Frame frame() {
        return Frame.of(slots, 0);
    }

    /** What the second end of a range says. */
    Frame second() {
        return Frame.of(slots, 1);
    }
}
