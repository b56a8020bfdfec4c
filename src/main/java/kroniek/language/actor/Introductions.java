package kroniek.language.actor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Long names that the article introduces with their acronym in brackets, small words inside them included: {@code Landelijke Faciliteit
 * Ondersteuning bij Ontmantelen (LFO)}; or behind it: {@code EADS (European Aeronautic Defence and Space Company)}.
 */
final class Introductions {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 8;
    private static final int MOST_WORDS = 12;

    private final Page page;
    /** By each token the last one of the long name that begins there, or -1; null where the article has no such name. */
    private int @Nullable [] lastByFirst;

    private Introductions(Page page) {
        this.page = page;
    }

    static Introductions of(Page page) {
        Introductions introductions = new Introductions(page);
        for (int token = page.sentences.first(0); token < page.size(); token++) {
            if (page.text.is(token, '(')) {
                introductions.before(token);
                introductions.inside(token);
            }
        }
        return introductions;
    }

    /** The last token of the long name that begins at a token, or -1. */
    int last(int first) {
        return lastByFirst == null ? -1 : lastByFirst[first];
    }

    private void put(int first, int last) {
        int[] known = lastByFirst;
        if (known == null) {
            known = new int[page.size()];
            Arrays.fill(known, -1);
            lastByFirst = known;
        }
        known[first] = last;
    }

    private boolean acronym(int token) {
        int length = page.text.end(token) - page.text.start(token);
        return page.shape(token) == Shape.UPPER && length >= SHORTEST && length <= LONGEST && !page.loud(token);
    }

    private void before(int bracket) {
        if (!page.sign(bracket + 2, ')', bracket) || !acronym(bracket + 1)) {
            return;
        }
        int first = first(page.text.word(bracket + 1), bracket - 1);
        if (first >= 0) {
            put(first, bracket - 1);
        }
    }

    private void inside(int bracket) {
        if (!page.sameSentence(bracket - 1, bracket) || !acronym(bracket - 1)) {
            return;
        }
        int close = bracket + 1;
        while (page.sameSentence(close, bracket) && !page.text.is(close, ')') && close <= bracket + MOST_WORDS) {
            close++;
        }
        if (page.sign(close, ')', bracket) && first(page.text.word(bracket - 1), close - 1) == bracket + 1) {
            put(bracket + 1, close - 1);
        }
    }

    /** The token whose word, with those up to {@code last}, has the letters of the acronym at beginnings of words; -1 if none has. */
    private int first(String acronym, int last) {
        int letter = acronym.length() - 1;
        for (int token = last; token > last - MOST_WORDS && page.sameSentence(token, last + 1); token--) {
            if (page.shape(token) == Shape.OTHER) {
                if (!joint(token)) {
                    return -1;
                }
                continue;
            }
            letter = left(acronym, letter, token);
            if (letter < 0) {
                return page.shape(token).named() && token < last ? token : -1;
            }
        }
        return -1;
    }

    private boolean joint(int token) {
        return page.text.is(token, '-') || page.text.is(token, '&') || page.text.is(token, '\'');
    }

    /** How many letters of the acronym are left when a word took its own: one, or two where the word is a compound. */
    private int left(String acronym, int letter, int token) {
        String word = page.text.word(token);
        if (begins(word, acronym.charAt(letter))) {
            return letter - 1;
        }
        boolean compound = letter > 0
                && begins(word, acronym.charAt(letter - 1))
                && word.indexOf(Character.toLowerCase(acronym.charAt(letter)), 2) > 0;
        return compound ? letter - 2 : letter;
    }

    private static boolean begins(String word, char letter) {
        return Character.toLowerCase(word.charAt(0)) == Character.toLowerCase(letter);
    }
}
