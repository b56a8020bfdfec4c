package kroniek.article;

/**
 * What counts as white space in an article: Unicode's spaces and controls up to the space, and the two that have no
 * width.
 */
final class Blank {

    private Blank() {}

    /** Whether the character is white space. */
    static boolean is(char c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    /** Whether there is nothing but white space. */
    static boolean is(String text) {
        return start(text, 0, text.length()) == text.length();
    }

    /** The first offset in the range where something stands, or {@code to}. */
    static int start(String text, int from, int to) {
        int at = from;
        while (at < to && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The offset after the last character of the range that is no white space, or {@code from}. */
    static int end(String text, int from, int to) {
        int at = to;
        while (at > from && is(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** The text without the white space around it. */
    static String strip(String text) {
        int from = start(text, 0, text.length());
        return text.substring(from, end(text, from, text.length()));
    }
}
