package kroniek.language.actor;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A set of words that is asked for ranges of a string, with other letters behind them, without making strings. Immutable. */
final class WordSet {

    /** No letter. */
    static final char NO_LETTER = 0;

    private final @Nullable String[] slots;

    WordSet(Collection<String> words) {
        slots = new @Nullable String[Integer.highestOneBit(Math.max(4, words.size())) * 4];
        for (String word : words) {
            int at = at(hash(word, 0, word.length()));
            while (slots[at] != null && !word.equals(slots[at])) {
                at = next(at);
            }
            slots[at] = word;
        }
    }

    /** Whether a range of a string is a word. */
    boolean has(String string, int from, int to) {
        return has(string, from, to, NO_LETTER, NO_LETTER);
    }

    /** Whether a range of a string with two letters behind it is a word; each of them may be {@link #NO_LETTER}. */
    boolean has(String string, int from, int to, char first, char second) {
        int hash = more(more(hash(string, from, to), first), second);
        int at = at(hash);
        for (String word = slots[at]; word != null; word = slots[at]) {
            if (same(word, string, from, to, first, second)) {
                return true;
            }
            at = next(at);
        }
        return false;
    }

    private static boolean same(String word, String string, int from, int to, char first, char second) {
        int range = to - from;
        int length = range + (first == NO_LETTER ? 0 : 1) + (second == NO_LETTER ? 0 : 1);
        return word.length() == length
                && word.regionMatches(0, string, from, range)
                && (first == NO_LETTER || word.charAt(range) == first)
                && (second == NO_LETTER || word.charAt(length - 1) == second);
    }

    private static int hash(String string, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = more(hash, string.charAt(i));
        }
        return hash;
    }

    private static int more(int hash, char letter) {
        return letter == NO_LETTER ? hash : 31 * hash + letter;
    }

    private int at(int hash) {
        int spread = hash * 0x9E3779B9;
        return (spread ^ (spread >>> 15)) & (slots.length - 1);
    }

    private int next(int at) {
        return (at + 1) & (slots.length - 1);
    }
}
