package kroniek.language.text;

import kroniek.language.text.Text.Kind;

/** What single characters are, as tokens are made of them; a table for ASCII, Unicode's properties for the rest. */
final class Characters {

    private static final int ASCII = 128;
    private static final char BACKTICK = '`';
    private static final Kind[] KINDS = kinds();

    private Characters() {}

    private static Kind[] kinds() {
        Kind[] kinds = new Kind[ASCII];
        for (int c = 0; c < ASCII; c++) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            kinds[c] = letter ? Kind.WORD : c >= '0' && c <= '9' ? Kind.NUMBER : Kind.SIGN;
        }
        return kinds;
    }

    /** White space, invisible characters that part words, and control characters. */
    static boolean isSpace(int c) {
        if (c < ASCII) {
            return c <= ' ';
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    /** A combining mark, which belongs to the letter before it. */
    static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** What a token is made of that begins with the character, which is no space. */
    static Kind kindOf(int c) {
        if (c < ASCII) {
            return KINDS[c];
        }
        if (Character.isLetter(c)) {
            return Kind.WORD;
        }
        return Character.isDigit(c) ? Kind.NUMBER : Kind.SIGN;
    }

    /** An ASCII character that is a token by itself and stands for no other: the backtick is written for an apostrophe. */
    static boolean isPlainSign(char c) {
        return c > ' ' && c < ASCII && KINDS[c] == Kind.SIGN && c != BACKTICK;
    }
}
