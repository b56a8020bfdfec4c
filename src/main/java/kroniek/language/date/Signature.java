package kroniek.language.date;

import kroniek.language.date.Vocabulary.Word;

/**
 * A fingerprint of tokens, for dismissing a way of a pattern at a glance: the classes exactly, the words by one of
 * 64 bits. What it
 * does not admit can never match; what it admits may still fail.
 *
 * @param low the classes 0 to 63
 * @param high the classes 64 to 127
 * @param words the words, several to a bit
 */
record Signature(long low, long high, long words) {

    /** What a pattern's end asks of the next token: nothing. */
    static final Signature ANY = new Signature(-1, -1, -1);

    /** A token that no rule speaks of. */
    static final Signature NONE = new Signature(0, 0, 0);

    static Signature ofClass(int wordClass) {
        return wordClass < 64 ? new Signature(1L << wordClass, 0, 0) : new Signature(0, 1L << (wordClass - 64), 0);
    }

    static Signature ofWord(Word word) {
        return new Signature(0, 0, bit(word));
    }

    private static long bit(Word word) {
        return 1L << (word.form.hashCode() & 63);
    }

    /** What a token is that is this word. */
    static Signature of(Word word) {
        Signature signature = ofWord(word);
        for (Vocabulary.Sense sense : word.senses()) {
            signature = signature.or(ofClass(sense.wordClass()));
        }
        return signature;
    }

    Signature or(Signature other) {
        return new Signature(low | other.low, high | other.high, words | other.words);
    }

    /** Whether a way with this signature has a chance at a token. */
    boolean admits(Signature token) {
        return ((low & token.low) | (high & token.high) | (words & token.words)) != 0;
    }

    /** Whether any token will do. */
    boolean isAny() {
        return words == -1;
    }
}
