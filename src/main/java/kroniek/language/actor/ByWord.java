package kroniek.language.actor;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table from word numbers to what belongs to them, asked without making an object of the number. Immutable. */
final class ByWord<T> {

    private static final int EMPTY = -1;

    private final int[] words;
    private final @Nullable Object[] values;

    ByWord(Map<Integer, T> entries) {
        int capacity = Integer.highestOneBit(Math.max(4, entries.size())) * 4;
        words = new int[capacity];
        values = new @Nullable Object[capacity];
        Arrays.fill(words, EMPTY);
        entries.forEach((word, value) -> {
            int at = at(word);
            words[at] = word;
            values[at] = value;
        });
    }

    /** What belongs to a word, or null; there is nothing for the number of no word. */
    @SuppressWarnings("unchecked") // only values of T are put in
    @Nullable
    T get(int word) {
        return word < 0 ? null : (T) values[at(word)];
    }

    private int at(int word) {
        int mask = words.length - 1;
        int at = ((word * 0x9E3779B9) >>> 12) & mask;
        while (words[at] != word && words[at] != EMPTY) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
