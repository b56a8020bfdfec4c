package kroniek.language.date;

import java.util.List;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** Finds the day on which a quotation was spoken: "'Vandaag stop ik', zei de coach dinsdag." */
final class Quotation {

    /** A longer quotation is not looked through. */
    private static final int LONGEST = 60;

    /** "', zei de kersverse voorzitter van de club dinsdag". */
    private static final int SPEAKER = 12;

    private static final String QUOTES = "'\u2018\u2019\"\u201C\u201D\u201E";

    private Quotation() {}

    /**
     * The match that says when the quotation around a match was spoken: a weekday or a date behind the closing quotation mark
     * and a verb of saying, in the same sentence; null where the match stands in no quotation or the text does not
     * say.
     */
    static @Nullable Match spoken(Scan scan, Tense tense, Match match, List<Match> matches) {
        Text text = scan.text();
        int close = close(text, match.last() + 1);
        if (close < 0 || !opens(text, match.first() - 1)) {
            return null;
        }
        int verb = text.is(close + 1, ',') ? close + 2 : close + 1;
        if (verb >= text.size() || !tense.tells(scan, verb)) {
            return null;
        }
        Sentence sentence = scan.sentence(verb, verb);
        int next = Match.behind(matches, verb);
        boolean there = next < matches.size() && matches.get(next).first() <= Math.min(sentence.last(), verb + SPEAKER);
        if (!there) {
            return null;
        }
        Frame frame = matches.get(next).frame();
        boolean day = frame.has(Slot.WEEKDAY) || (frame.has(Slot.DAY) && frame.has(Slot.MONTH));
        return day ? matches.get(next) : null;
    }

    /** The quotation mark that closes: no white space before it, and no word goes on behind it. */
    private static int close(Text text, int from) {
        for (int token = from; token < Math.min(text.size(), from + LONGEST); token++) {
            if (text.paragraphBefore(token)) {
                return -1;
            }
            boolean ends =
                    token + 1 >= text.size() || text.spaceBefore(token + 1) || text.kind(token + 1) == Text.Kind.SIGN;
            if (isQuote(text, token) && !text.spaceBefore(token) && ends) {
                return token;
            }
        }
        return -1;
    }

    private static boolean opens(Text text, int from) {
        for (int token = from; token >= Math.max(0, from - LONGEST); token--) {
            if (isQuote(text, token)) {
                return !text.spaceBefore(token + 1) && (token == 0 || text.spaceBefore(token));
            }
            if (text.paragraphBefore(token)) {
                return false;
            }
        }
        return false;
    }

    private static boolean isQuote(Text text, int token) {
        return text.end(token) - text.start(token) == 1
                && QUOTES.indexOf(text.string().charAt(text.start(token))) >= 0;
    }
}
