package kroniek.language.date;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kroniek.language.text.Dictionary;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The words that rules speak of, looked up by the characters of a token without making a string. A word may belong
 * to several
 * classes, and says something else in each.
 */
final class Vocabulary {

    /** The most word classes there can be: each has its bit in a {@link Signature}. */
    static final int MOST_CLASSES = Signature.CLASSES;

    /** No combining mark stands before U+0300. */
    private static final char FIRST_MARK = '\u0300';

    private final Word[] table;

    /** The hash of each word, so that a token that is none is told without looking at a word. */
    private final int[] hashes;

    /** The words by their numbers in the dictionary of all texts. */
    private final @Nullable Word[] byNumber;

    private final @Nullable NumberClass[] numbers;
    private final Numerals numerals;

    /** Builds the table; the words do not change afterwards. */
    Vocabulary(Collection<Word> words, Map<Integer, NumberClass> numberClasses, Dictionary.Builder dictionary) {
        int size = Integer.highestOneBit(Math.max(16, words.size() * 4));
        table = new Word[size];
        hashes = new int[size];
        for (Word word : words) {
            int hash = hash(word.form, 0, word.form.length());
            int at = hash & (size - 1);
            while (table[at] != null) {
                at = (at + 1) & (size - 1);
            }
            table[at] = word;
            hashes[at] = hash;
        }
        byNumber = byNumber(words, dictionary);
        numbers = new NumberClass[MOST_CLASSES];
        for (Map.Entry<Integer, NumberClass> entry : numberClasses.entrySet()) {
            numbers[entry.getKey()] = entry.getValue();
        }
        numerals = new Numerals(numberClasses);
    }

    private static @Nullable Word[] byNumber(Collection<Word> words, Dictionary.Builder dictionary) {
        words.forEach(word -> dictionary.add(word.form));
        @Nullable Word[] byNumber = new Word[dictionary.size()];
        for (Word word : words) {
            int number = dictionary.add(word.form);
            if (number >= 0) {
                byNumber[number] = word;
            }
        }
        return byNumber;
    }

    /** The word or number that a token is; null where no rule speaks of it. */
    @Nullable
    Piece piece(Text text, int token) {
        return text.kind(token) == Text.Kind.NUMBER ? numerals.find(text, token) : find(text, token);
    }

    /** The word that a token is, whatever its case; null where no rule speaks of it. */
    @Nullable
    Word find(Text text, int token) {
        int number = text.number(token);
        if (number == Dictionary.UNREAD) {
            return read(text, token);
        }
        return number >= 0 && number < byNumber.length ? byNumber[number] : null;
    }

    private @Nullable Word read(Text text, int token) {
        String string = text.string();
        int from = text.start(token);
        int to = text.end(token);
        Word found = find(string, from, to);
        if (found == null && decomposed(string, from, to)) {
            String composed = Normalizer.normalize(text.word(token), Normalizer.Form.NFC);
            found = find(composed, 0, composed.length());
        }
        return found;
    }

    /** The word that a range of characters is, whatever its case. */
    @Nullable
    Word find(String string, int from, int to) {
        if (to - from > Word.LONGEST) {
            return null;
        }
        int hash = hash(string, from, to);
        int mask = hashes.length - 1;
        for (int at = hash & mask; hashes[at] != 0; at = (at + 1) & mask) {
            if (hashes[at] == hash && same(table[at].form, string, from, to)) {
                return table[at];
            }
        }
        return null;
    }

    /** The slot that takes the numbers of a class that has some. */
    Slot slot(int wordClass) {
        NumberClass of = numbers[wordClass];
        if (of == null) {
            throw new IllegalArgumentException("class " + wordClass + " has no numbers");
        }
        return of.slot();
    }

    /** The numbers in digits. */
    Numerals numerals() {
        return numerals;
    }

    private static boolean decomposed(String string, int from, int to) {
        if (to - from > Word.LONGEST) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = string.charAt(i);
            if (c >= FIRST_MARK && Character.getType(c) == Character.NON_SPACING_MARK) {
                return true;
            }
        }
        return false;
    }

    /** Never 0, which marks an empty place. */
    private static int hash(String string, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + lower(string.charAt(i));
        }
        return Math.max(1, (hash ^ (hash >>> 15)) & Integer.MAX_VALUE);
    }

    private static boolean same(String form, String string, int from, int to) {
        if (form.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (form.charAt(i - from) != lower(string.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    /** A word with all that it can mean. */
    static final class Word extends Piece {

        /** No word is longer, so a longer token is none. */
        static final int LONGEST = 40;

        final String form;
        private final List<Sense> senses = new ArrayList<>();

        Word(String form) {
            super(Signature.ofWord(form));
            this.form = form;
        }

        /** Adds what the word says as a member of a class; only while the vocabulary is read. */
        void add(Sense sense) {
            senses.add(sense);
            sign(Signature.ofClass(sense.wordClass()));
        }

        /** What the word says as a member of a class that it belongs to. */
        Sense sense(int wordClass) {
            for (int i = 0; i < senses.size(); i++) {
                if (senses.get(i).wordClass == wordClass) {
                    return senses.get(i);
                }
            }
            throw new IllegalArgumentException(form + " is not in class " + wordClass);
        }
    }

    /**
     * What a word says as a member of one class.
     *
     * @param wordClass the class
     * @param said the slots it fills, and with what
     */
    record Sense(int wordClass, List<Assignment> said) {

        /** What two words say that are written as one; where both fill a slot, the second one counts. */
        Sense and(Sense second, int inClass) {
            List<Assignment> both = new ArrayList<>(said);
            both.addAll(second.said);
            return new Sense(inClass, List.copyOf(both));
        }
    }

    /**
     * The numbers written in digits that belong to a class.
     *
     * @param slot the slot that takes the number
     * @param least the smallest
     * @param most the greatest
     * @param fewestDigits how many digits it has at least
     * @param mostDigits how many digits it has at most
     */
    record NumberClass(Slot slot, int least, int most, int fewestDigits, int mostDigits) {

        boolean takes(int value, int digits) {
            return value >= least && value <= most && digits >= fewestDigits && digits <= mostDigits;
        }
    }
}
