package kroniek.language.date;

/**
 * A fingerprint of tokens, for dismissing a way of a pattern at a glance: the classes exactly, the words by one of
 * 64 bits. What it
 * does not admit can never match; what it admits may still fail.
 *
 * @param low the classes 0 to 63
 * @param middle the classes 64 to 127
 * @param high the classes 128 to 191
 * @param words the words, several to a bit
 */
record Signature(long low, long middle, long high, long words) {

    /** How many classes have a bit. */
    static final int CLASSES = 3 * Long.SIZE;

    /** What a pattern's end asks of the next token: nothing. */
    static final Signature ANY = new Signature(-1, -1, -1, -1);

    /** A token that no rule speaks of. */
    static final Signature NONE = new Signature(0, 0, 0, 0);

    static Signature ofClass(int wordClass) {
        long bit = 1L << wordClass; // Java takes the lowest six bits of the distance
        return switch (wordClass / Long.SIZE) {
            case 0 -> new Signature(bit, 0, 0, 0);
            case 1 -> new Signature(0, bit, 0, 0);
            default -> new Signature(0, 0, bit, 0);
        };
    }

    static Signature ofWord(String form) {
        return new Signature(0, 0, 0, 1L << (form.hashCode() & 63));
    }

    Signature or(Signature other) {
        return new Signature(low | other.low, middle | other.middle, high | other.high, words | other.words);
    }

    /** The filter of a place where no token is. */
    static final long NO_TOKEN = Long.MIN_VALUE;

    /**
     * All bits laid over each other, for a first look: where a way's filter and a token's have no bit in common, the way
     * cannot match. The highest bit is that of {@link #ANY} and of every token.
     */
    long filter() {
        if (isAny()) {
            return -1;
        }
        long bits = low | Long.rotateLeft(middle, 21) | Long.rotateLeft(high, 42) | Long.rotateLeft(words, 11);
        return (bits | bits >>> 63) & Long.MAX_VALUE;
    }

    /** Whether a way with this signature has a chance at a token. */
    boolean admits(Signature token) {
        return ((low & token.low) | (middle & token.middle) | (high & token.high) | (words & token.words)) != 0;
    }

    /** Whether a token with this signature belongs to a class. */
    boolean has(int wordClass) {
        long bits = wordClass < Long.SIZE ? low : wordClass < 2 * Long.SIZE ? middle : high;
        return (bits >>> wordClass & 1) != 0;
    }

    /** Whether any token will do. */
    boolean isAny() {
        return words == -1;
    }
}
