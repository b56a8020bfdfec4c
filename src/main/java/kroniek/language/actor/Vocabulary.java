package kroniek.language.actor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import kroniek.language.text.Dictionary;

/** Every word of the lexicon, folded, with a number and the classes it belongs to. A hash table that is asked without making strings. */
final class Vocabulary {

    /** The number of a word that is not here. */
    static final int NONE = -1;

    private final int[] slots;
    private final int[] hashes;
    private final int[] offset;
    private final char[] pool;
    private final long[] classes;
    /** The words' numbers here by their numbers in the dictionary of all texts; none for one that only dates know. */
    private final int[] byNumber;

    private Vocabulary(int[] slots, int[] hashes, int[] offset, char[] pool, long[] classes, int[] byNumber) {
        this.slots = slots;
        this.hashes = hashes;
        this.offset = offset;
        this.pool = pool;
        this.classes = classes;
        this.byNumber = byNumber;
    }

    /** How many words there are; their numbers are 0 to size - 1. */
    int size() {
        return classes.length;
    }

    /** The classes of a word, one bit each; none for a number that is not a word's. */
    long classes(int word) {
        return word >= 0 && word < classes.length ? classes[word] : 0;
    }

    /** The number of the folded word in the first {@code length} characters, or {@link #NONE}. */
    int find(char[] folded, int length) {
        int hash = hash(folded, length);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != 0) {
            int word = slots[slot] - 1;
            if (hashes[word] == hash && same(word, folded, length)) {
                return word;
            }
            slot = (slot + 1) & mask;
        }
        return NONE;
    }

    /** The number of a word by its number in the dictionary of all texts, or {@link #NONE}. */
    int numbered(int number) {
        return number >= 0 && number < byNumber.length ? byNumber[number] : NONE;
    }

    private boolean same(int word, char[] folded, int length) {
        int from = offset[word];
        if (offset[word + 1] - from != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (pool[from + i] != folded[i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(char[] folded, int length) {
        int h = length;
        for (int i = 0; i < length; i++) {
            h = 31 * h + folded[i];
        }
        int m = h * 0x9E3779B9;
        return m ^ (m >>> 15);
    }

    /** Collects words while files are read. */
    static final class Builder {

        private final Map<String, Integer> numbers = new HashMap<>();
        private long[] classes = new long[1024];

        /** The number of a folded word, which is added where it is new. */
        int add(String folded) {
            Integer known = numbers.get(folded);
            if (known != null) {
                return known;
            }
            int number = numbers.size();
            numbers.put(folded, number);
            if (number == classes.length) {
                classes = Arrays.copyOf(classes, number * 2);
            }
            return number;
        }

        /** Puts a folded word in a class. */
        void put(String folded, WordClass in) {
            int number = add(folded);
            classes[number] |= in.bit();
        }

        /** Whether a folded word is already in a class. */
        boolean has(String folded, WordClass in) {
            Integer known = numbers.get(folded);
            return known != null && (classes[known] & in.bit()) != 0;
        }

        /** The vocabulary, whose words are added to the dictionary of all texts. */
        Vocabulary build(Dictionary.Builder dictionary) {
            String[] words = new String[numbers.size()];
            numbers.forEach((word, number) -> words[number] = word);
            StringBuilder pool = new StringBuilder();
            int[] offset = new int[words.length + 1];
            int[] slots = new int[Integer.highestOneBit(Math.max(8, words.length)) * 4];
            int[] hashes = new int[words.length];
            for (int i = 0; i < words.length; i++) {
                offset[i] = pool.length();
                pool.append(words[i]);
                hashes[i] = hash(words[i].toCharArray(), words[i].length());
                int slot = hashes[i] & (slots.length - 1);
                while (slots[slot] != 0) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = i + 1;
            }
            offset[words.length] = pool.length();
            char[] chars = pool.toString().toCharArray();
            return new Vocabulary(
                    slots, hashes, offset, chars, Arrays.copyOf(classes, words.length), byNumber(words, dictionary));
        }

        private static int[] byNumber(String[] words, Dictionary.Builder dictionary) {
            for (String word : words) {
                dictionary.add(word);
            }
            int[] byNumber = new int[dictionary.size()];
            Arrays.fill(byNumber, NONE);
            for (int i = 0; i < words.length; i++) {
                int number = dictionary.add(words[i]);
                if (number >= 0) {
                    byNumber[number] = i;
                }
            }
            return byNumber;
        }
    }
}
