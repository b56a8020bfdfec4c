package kroniek.language.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Every plain word that the rules and lexicons speak of, with a number, so that a token is looked up once and whoever asks about it
 * afterwards asks an array. A word is plain if it is letters from a to z, digits, or one other ASCII character; case does not count.
 * Tokens with other characters are {@link #UNREAD}: how those are to be compared, each lexicon knows for itself. Immutable.
 */
public final class Dictionary {

    /** The number of a plain word that is not here. */
    public static final int NONE = -1;

    /** Stands for a token that was not looked up, because it is not plain or there was no dictionary. */
    public static final int UNREAD = -2;

    /** No word is longer. */
    static final int LONGEST = 40;

    /** In which no token is looked up: every one of them is {@link #UNREAD}. */
    static final Dictionary NOT_ASKED = new Builder().build(UNREAD);

    private static final int ASCII = 128;
    /** Turns a capital from A to Z into its small letter, and leaves small letters and digits as they are. */
    private static final int SMALL = 0x20;
    /** The lowest bits of a slot are the word's number and one; those above are of its hash. */
    private static final int NUMBER_BITS = 20;

    private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;

    private final int[] slots;
    private final int[] offset;
    private final byte[] pool;
    private final int[] signs;
    private final int absent;

    private Dictionary(int[] slots, int[] offset, byte[] pool, int[] signs, int absent) {
        this.slots = slots;
        this.offset = offset;
        this.pool = pool;
        this.signs = signs;
        this.absent = absent;
    }

    /** The hash of nothing, to begin {@link #hash} with. */
    static int hash() {
        return 0;
    }

    /** The hash of a word goes on with one more letter or digit of ASCII, whatever its case. */
    static int hash(int before, char c) {
        return 31 * before + (c | SMALL);
    }

    /** The number of a word of ASCII letters or digits with its hash, or {@link #NONE}. */
    int find(char[] chars, int from, int to, int hash) {
        int spread = spread(hash);
        int mask = slots.length - 1;
        int at = spread & mask;
        for (int slot = slots[at]; slot != 0; slot = slots[at]) {
            int number = (slot & NUMBER_MASK) - 1;
            if ((slot ^ spread) >>> NUMBER_BITS == 0 && same(number, chars, from, to)) {
                return number;
            }
            at = (at + 1) & mask;
        }
        return absent;
    }

    /** Whether letters of ASCII, of which only the bits are left that all of them have, are small ones. */
    static boolean isSmall(int common) {
        return (common & SMALL) != 0;
    }

    /** The number of one ASCII character that is neither letter nor digit, or {@link #NONE}. */
    int sign(char c) {
        return signs[c];
    }

    private boolean same(int number, char[] chars, int from, int to) {
        int at = offset[number];
        if (offset[number + 1] - at != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (pool[at++] != (chars[i] | SMALL)) {
                return false;
            }
        }
        return true;
    }

    private static int spread(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ (spread >>> 15);
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
            if (numbers.size() >= NUMBER_MASK) {
                throw new IllegalStateException("more than " + NUMBER_MASK + " words");
            }
            String[] words = new String[numbers.size()];
            numbers.forEach((word, number) -> words[number] = word);
            int[] offset = new int[words.length + 1];
            int[] slots = new int[Integer.highestOneBit(Math.max(8, words.length)) * 4];
            int[] signs = new int[ASCII];
            Arrays.fill(signs, absent);
            StringBuilder pool = new StringBuilder();
            for (int number = 0; number < words.length; number++) {
                String word = words[number];
                offset[number] = pool.length();
                pool.append(word);
                if (isSign(word)) {
                    signs[word.charAt(0)] = number;
                } else {
                    put(slots, word, number);
                }
            }
            offset[words.length] = pool.length();
            return new Dictionary(slots, offset, pool.toString().getBytes(StandardCharsets.US_ASCII), signs, absent);
        }

        private static void put(int[] slots, String word, int number) {
            int hash = hash();
            for (int i = 0; i < word.length(); i++) {
                hash = hash(hash, word.charAt(i));
            }
            int spread = spread(hash);
            int at = spread & (slots.length - 1);
            while (slots[at] != 0) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = (spread & ~NUMBER_MASK) | (number + 1);
        }
    }
}
