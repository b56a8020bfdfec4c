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

    /** The place of the first of some matches, in order and disjoint, that begins behind a token; their number if none does. */
    static int behind(List<Match> matches, int token) {
        int from = 0;
        int to = matches.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (matches.get(middle).first() > token) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
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
