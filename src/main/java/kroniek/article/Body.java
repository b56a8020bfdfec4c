package kroniek.article;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text after the header line, as far as it helps to tell what the header line ends in.
 *
 * @param text the whole text of the article
 * @param from UTF-16 offset of the header line's end
 * @param next the first line that is not blank, without the white space around it
 * @param apart whether a blank line stands before it
 */
record Body(String text, int from, String next, boolean apart) {

    /** Lines that were broken to fit a column are about as long as that column. */
    private static final int NARROWEST_COLUMN = 45;

    private static final int WIDEST_COLUMN = 120;

    /** Describes the text after a line that ends at {@code lineEnd} and is followed by something. */
    static Body of(String text, int lineEnd) {
        int start = Blank.start(text, lineEnd, text.length());
        int newline = text.indexOf('\n', start);
        int end = newline < 0 ? text.length() : newline;
        boolean apart =
                text.substring(lineEnd, start).chars().filter(c -> c == '\n').count() > 1;
        return new Body(text, lineEnd, text.substring(start, Blank.end(text, start, end)), apart);
    }

    /** Whether the next line goes on in the middle of a sentence. */
    boolean goesOnSmall() {
        return !apart && Character.isLowerCase(next.codePointAt(0));
    }

    /** Whether line and next line look like one paragraph broken to fit a column. */
    boolean continues(String line) {
        return !apart
                && line.length() >= NARROWEST_COLUMN
                && next.length() >= NARROWEST_COLUMN
                && next.length() <= WIDEST_COLUMN
                && !HeadlineShape.isFinished(next);
    }

    /** Whether the word occurs, capitals as given. */
    boolean has(String word) {
        int at = text.indexOf(word, from);
        while (at >= 0) {
            int end = at + word.length();
            boolean begins = !Character.isLetterOrDigit(text.codePointBefore(at));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    /** Whether capitalised words follow one another that the letters begin: VS, "Verenigde Staten". */
    boolean spellsOut(String letters) {
        String words = letters.codePoints()
                .mapToObj(letter -> Character.toString(letter) + "\\p{L}+")
                .collect(Collectors.joining("[\\s-]+(?:\\p{Ll}{1,3}\\s+)?", "\\b", ""));
        return Pattern.compile(words, Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(text)
                .region(from, text.length())
                .find();
    }
}
