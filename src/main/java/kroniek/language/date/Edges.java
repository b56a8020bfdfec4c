package kroniek.language.date;

import java.util.Locale;
import kroniek.language.text.Text;
import kroniek.language.text.Text.Kind;

/** Where an expression may begin and end: not inside a number, a compound or a name. */
final class Edges {

    /** Signs between the parts of one number. */
    private static final String IN_NUMBERS = ".,:/";

    /** Signs that make one thing of what stands left and right of them. */
    private static final String JOINING = "\u20AC$+#@_&%";

    private Edges() {}

    /**
     * Whether the tokens from {@code first} to {@code last} can stand as an expression of the rule;
     * {@code afterKnown} where rules speak of the word before.
     */
    static boolean allow(Text text, Rule rule, int first, int last, boolean afterKnown) {
        if (!begins(text, first) || !ends(text, last)) {
            return false;
        }
        return switch (rule.writing()) {
            case COMMON -> !name(text, first, last);
            case PROPER -> !ofPerson(text, first, afterKnown);
            case CAPITAL -> text.capitalised(first);
        };
    }

    /** No number or compound goes on to the left: not "1.2018", "020-2018", "pre-kerst". */
    private static boolean begins(Text text, int first) {
        if (first == 0 || text.spaceBefore(first)) {
            return true;
        }
        int before = first - 1;
        if (text.kind(before) != Kind.SIGN || is(text, before, JOINING)) {
            return false;
        }
        if (text.is(before, '-')) {
            return before == 0 || (text.spaceBefore(before) && text.kind(first) == Kind.WORD);
        }
        boolean glued = before > 0 && !text.spaceBefore(before) && text.kind(before - 1) == Kind.NUMBER;
        return !(glued && text.kind(first) == Kind.NUMBER && is(text, before, IN_NUMBERS));
    }

    /** No number or compound goes on to the right: not "2018-editie", "12,5", "22.15%", "mei-nummer", "maandag.com". */
    private static boolean ends(Text text, int last) {
        int after = last + 1;
        if (after >= text.size() || text.spaceBefore(after)) {
            return true;
        }
        if (text.kind(after) != Kind.SIGN) {
            return text.kind(last) == Kind.SIGN;
        }
        boolean more = after + 1 < text.size() && !text.spaceBefore(after + 1);
        if (text.is(after, '-')) {
            return !more;
        }
        if (is(text, after, IN_NUMBERS)) {
            boolean address = text.is(after, '.') && more && isLower(text, after + 1) && text.kind(last) == Kind.WORD;
            return !address && !(text.kind(last) == Kind.NUMBER && more && text.kind(after + 1) == Kind.NUMBER);
        }
        return !is(text, after, JOINING);
    }

    /**
     * "Maarten Vrijdag": a common word with a capital where no sentence begins. Words in capitals throughout are no
     * names.
     */
    private static boolean name(Text text, int first, int last) {
        if (text.kind(first) != Kind.WORD || !text.capitalised(first) || text.lineBefore(first)) {
            return false;
        }
        if (isInitial(text, first - 1)) {
            return true;
        }
        if (text.kind(first - 1) != Kind.WORD || (first != last && text.kind(last) == Kind.NUMBER)) {
            return false;
        }
        return !(shouted(text, first) && shouted(text, first - 1));
    }

    /**
     * "Noël Pasen", "Johan Van Pasen": behind a word with a capital that no rule speaks of, or behind two words with
     * capitals.
     */
    private static boolean ofPerson(Text text, int first, boolean afterKnown) {
        if (!capital(text, first) || first < 1 || !capital(text, first - 1) || shouted(text, first - 1)) {
            return false;
        }
        return !text.lineBefore(first) && (!afterKnown || (first > 1 && capital(text, first - 2)));
    }

    /** The dot of "J." */
    private static boolean isInitial(Text text, int dot) {
        return dot > 0
                && text.is(dot, '.')
                && !text.spaceBefore(dot)
                && capital(text, dot - 1)
                && text.end(dot - 1) - text.start(dot - 1) == 1;
    }

    private static boolean isLower(Text text, int token) {
        return text.kind(token) == Kind.WORD && !text.capitalised(token);
    }

    private static boolean capital(Text text, int token) {
        return text.kind(token) == Kind.WORD && text.capitalised(token);
    }

    /** Whether a word is in capitals throughout. */
    static boolean shouted(Text text, int token) {
        String word = text.word(token);
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static boolean is(Text text, int token, String signs) {
        return text.end(token) - text.start(token) == 1
                && signs.indexOf(text.string().charAt(text.start(token))) >= 0;
    }
}
