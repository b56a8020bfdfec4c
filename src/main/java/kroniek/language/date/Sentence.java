package kroniek.language.date;

import kroniek.language.text.Text;

/**
 * The sentence around an expression, as far as tense reaches.
 *
 * @param first its first token
 * @param last its last token, included
 */
record Sentence(int first, int last) {

    /** Verbs further away than this do not matter. */
    private static final int REACH = 60;

    /** The sentence around the tokens {@code from} to {@code to}; {@link Scan#sentence} remembers the last one. */
    static Sentence around(Text text, int from, int to) {
        int first = from;
        while (first > Math.max(0, from - REACH) && !begins(text, first)) {
            first--;
        }
        int last = to;
        while (last < Math.min(text.size() - 1, to + REACH) && !begins(text, last + 1)) {
            last++;
        }
        return new Sentence(first, last);
    }

    /**
     * Whether a sentence begins at the token: after an empty line or a closing sign, not after the dot of an
     * abbreviation.
     */
    static boolean begins(Text text, int token) {
        if (text.paragraphBefore(token)) {
            return true;
        }
        int before = token - 1;
        if (isQuote(text, before) && before > 0) {
            before--;
        }
        if (text.is(before, '!') || text.is(before, '?') || text.is(before, ';')) {
            return true;
        }
        if (!text.is(before, '.') || !text.spaceBefore(token)) {
            return false;
        }
        boolean initial = before > 0
                && text.end(before - 1) - text.start(before - 1) == 1
                && text.kind(before - 1) == Text.Kind.WORD;
        return !initial && (text.capitalised(token) || text.kind(token) != Text.Kind.WORD);
    }

    private static boolean isQuote(Text text, int token) {
        return text.is(token, '"') || text.is(token, '\u201D') || text.is(token, '\'') || text.is(token, '\u2019');
    }
}
