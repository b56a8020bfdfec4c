package kroniek.language.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Every plain word that the rules and lexicons speak of, with a number, so that a token is looked up once and whoever asks about it
 * afterwards asks an array. A word is plain if it is letters from a to z, digits, or one other ASCII character; case does not count.
 * Tokens with other characters are {@link #UNREAD}: how those are to be compared, each lexicon knows for itself. Immutable.
 *
 * <p>A word has a key, five bits for each letter. Up to twelve letters the key is the word; of a longer one it is a hash, and the letters
 * are compared.
 */
public final class Dictionary {

    /** The number of a plain word that is not here. */
    public static final int NONE = -1;

    /** Stands for a token that was not looked up, because it is not plain or there was no dictionary. */
    public static final int UNREAD = -2;

    /** In which no token is looked up: every one of them is {@link #UNREAD}. */
    static final Dictionary NOT_ASKED = new Builder().build(UNREAD);

    /** The key of no letters, to begin {@link #key} with. */
    static final long NO_LETTERS = 0;

    private static final int ASCII = 128;
    /** No word is longer. */
    private static final int LONGEST = 40;

    private static final int BITS = 5;
    private static final int LETTER = (1 << BITS) - 1;
    /** So many letters are the key itself. */
    private static final int SHORT = 12;

    private static final long LONG_WORD = 1L << 62;
    private static final long DIGITS = 1L << 61;
    /** Turns a capital from A to Z into its small letter, and leaves small letters and digits as they are. */
    private static final int SMALL = 0x20;

    private final long[] keys;
    private final int[] numbers;
    private final String[] words;
    private final int[] signs;
    private final int absent;

    private Dictionary(long[] keys, int[] numbers, String[] words, int[] signs, int absent) {
        this.keys = keys;
        this.numbers = numbers;
        this.words = words;
        this.signs = signs;
        this.absent = absent;
    }

    /** The key of what {@code before} is the key of with one more ASCII letter, whatever its case, or digit. */
    static long key(long before, char c) {
        return Long.rotateLeft(before, BITS) ^ (c & LETTER);
    }

    /** Whether letters of ASCII, of which only the bits are left that all of them have, are small ones. */
    static boolean isSmall(int common) {
        return (common & SMALL) != 0;
    }

    /** The number of a word of ASCII letters, or of digits, with its {@link #key}; {@link #NONE} if it is not here. */
    int find(char[] chars, int from, int to, long key, boolean digits) {
        long whole = whole(key, to - from, digits);
        int mask = keys.length - 1;
        for (int at = slot(whole, mask); keys[at] != 0; at = (at + 1) & mask) {
            if (keys[at] == whole && (whole < LONG_WORD || same(words[numbers[at]], chars, from, to))) {
                return numbers[at];
            }
        }
        return absent;
    }

    /** The number of one ASCII character that is neither letter nor digit, or {@link #NONE}. */
    int sign(char c) {
        return signs[c];
    }

    /** Keys of letters, of digits and of long words are never the same, nor 0. */
    private static long whole(long key, int length, boolean digits) {
        long of = length > SHORT ? (key & (LONG_WORD - 1)) | LONG_WORD : key;
        return digits ? of ^ DIGITS : of;
    }

    private static int slot(long key, int mask) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }

    private static boolean same(String word, char[] chars, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != (chars[i] | SMALL)) {
                return false;
            }
        }
        return true;
    }

    /** The word with a number. */
    String word(int number) {
        return words[number];
    }

    /** Collects words while lexicons are read. */
    public static final class Builder {

        private final Map<String, Integer> numbers = new HashMap<>();

        /** The number of a word in small letters, which is added where it is new; {@link #NONE} for one that is not plain. */
        public int add(String word) {
            Integer known = numbers.get(word);
            if (known != null) {
                return known;
            }
            if (!isPlain(word)) {
                return NONE;
            }
            numbers.put(word, numbers.size());
            return numbers.size() - 1;
        }

        /** How many words there are; their numbers are 0 to size - 1. */
        public int size() {
            return numbers.size();
        }

        private static boolean isPlain(String word) {
            return !word.isEmpty() && word.length() <= LONGEST && (isSign(word) || isLetters(word) || isDigits(word));
        }

        private static boolean isSign(String word) {
            return word.length() == 1 && Characters.isPlainSign(word.charAt(0));
        }

        private static boolean isLetters(String word) {
            return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
        }

        private static boolean isDigits(String word) {
            return word.chars().allMatch(c -> c >= '0' && c <= '9');
        }

        /** The dictionary of all words so far. */
        public Dictionary build() {
            return build(NONE);
        }

        private Dictionary build(int absent) {
            String[] words = new String[numbers.size()];
            numbers.forEach((word, number) -> words[number] = word);
            int capacity = Integer.highestOneBit(Math.max(8, words.length + words.length / 2)) * 2;
            long[] keys = new long[capacity];
            int[] places = new int[capacity];
            int[] signs = new int[ASCII];
            Arrays.fill(signs, absent);
            for (int number = 0; number < words.length; number++) {
                String word = words[number];
                if (isSign(word)) {
                    signs[word.charAt(0)] = number;
                } else {
                    int at = free(keys, whole(word));
                    keys[at] = whole(word);
                    places[at] = number;
                }
            }
            return new Dictionary(keys, places, words, signs, absent);
        }

        private static long whole(String word) {
            long key = NO_LETTERS;
            for (int i = 0; i < word.length(); i++) {
                key = key(key, word.charAt(i));
            }
            return Dictionary.whole(key, word.length(), isDigits(word));
        }

        private static int free(long[] keys, long key) {
            int at = slot(key, keys.length - 1);
            while (keys[at] != 0) {
                at = (at + 1) & (keys.length - 1);
            }
            return at;
        }
    }
}
