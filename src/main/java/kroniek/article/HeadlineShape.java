package kroniek.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tells a headline from the first words of the text. */
final class HeadlineShape {

    private static final int MOST_WORDS = 30;

    /** A question, or a line that ends in dots or in an abbreviation, is a headline only up to this length. */
    private static final int FEW_WORDS = 20;

    private static final int VERY_FEW_WORDS = 12;

    /** What may stand after the sign that ends a sentence. */
    private static final String CLOSERS = "[\"'”’»)\\]\\h]*";

    private static final Pattern FINISHED = Pattern.compile(".*[.!?…]" + CLOSERS, Pattern.DOTALL);
    private static final Pattern FULL_STOP = Pattern.compile(".*(?<!\\.)\\." + CLOSERS);
    private static final Pattern DOTS = Pattern.compile(".*(?:…|\\.\\.)" + CLOSERS);
    private static final Pattern ABBREVIATED = Pattern.compile(".*\\b(?:\\p{L}\\.){2,}" + CLOSERS);
    private static final Pattern OPEN = Pattern.compile(".*[,;:–—-]");

    /** A sentence ends and another begins: "… besluit. De". In "LIVE. Ajax" and "Washington D.C. wacht" none does. */
    private static final Pattern TWO_SENTENCES =
            Pattern.compile(".*\\p{Ll}{2}\\." + CLOSERS + "\\h[\"'“„‘«]?\\p{Lu}.*");

    /** "7 februari 2018", "wo 07/02/18, 12:16", "2018-02-07", "12u16", "22.15 uur". */
    private static final Pattern DATELINE = Pattern.compile("(?:\\p{L}+\\.?,?\\h+)?(?:"
            + "(?:\\d{1,2}[-/. ]\\h?(?:(?<month>\\p{L}{3,9})\\.?|\\d{1,2})[-/. ]\\h?'?\\d{2,4}"
            + "|\\d{4}-\\d{2}-\\d{2})\\b.{0,20}"
            + "|\\d{1,2}[:.u]\\d{2}(?:\\h?u(?:ur)?)?)");

    /** "BRUSSEL (Belga) - De regering": a town in capitals and an agency, then the text. */
    private static final Pattern AGENCY_DATELINE =
            Pattern.compile("\\p{Lu}{2}[\\p{Lu}\\h'/-]*\\([^()]+\\)\\h*[:–—-].*");

    private HeadlineShape() {}

    /** Whether the line is a date or a time of day, or begins as agencies begin a text. */
    static boolean isDateline(String line, LabelWords words) {
        Matcher date = DATELINE.matcher(line);
        if (date.matches()) {
            return date.group("month") == null || words.month(date.group("month"));
        }
        return AGENCY_DATELINE.matcher(line).matches();
    }

    /** Whether the line ends as a sentence does. */
    static boolean isFinished(String line) {
        return FINISHED.matcher(line).matches();
    }

    /** Whether the line, which text follows, is a headline. */
    static boolean isHeadline(String line, LabelWords words) {
        List<String> parts = LabelWords.split(line);
        if (parts.size() > MOST_WORDS
                || beginsSmall(parts.get(0), words)
                || OPEN.matcher(line).matches()
                || words.joins(parts.get(parts.size() - 1))
                || TWO_SENTENCES.matcher(line).matches()) {
            return false;
        }
        return !isFinished(line) || parts.size() <= mostWordsIfFinished(line);
    }

    private static int mostWordsIfFinished(String line) {
        if (ABBREVIATED.matcher(line).matches()) {
            return VERY_FEW_WORDS;
        }
        boolean fullStop =
                FULL_STOP.matcher(line).matches() && !DOTS.matcher(line).matches();
        return fullStop ? 0 : FEW_WORDS;
    }

    /** Whether a small letter begins the line, other than in "iPhone" and "'s Avonds". */
    private static boolean beginsSmall(String word, LabelWords words) {
        return Character.isLowerCase(word.codePointAt(0))
                && !words.source(word)
                && word.chars().noneMatch(Character::isUpperCase);
    }
}
