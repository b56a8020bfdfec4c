package kroniek.language.copy;

import java.util.Arrays;
import java.util.Base64;

/**
 * What is compared of a text: the set of all runs of {@link #WIDTH} words (shingles), each as a hash of 24 bits. Two texts are copies where
 * at least two fifths of the shingles that either has are in both: the resemblance of Broder, "On the resemblance and containment of
 * documents" (1997), at a bound that copies cut to little more than half still reach, and reports of one event by two reporters never came
 * near to in the development set (docs/copies.md). Of a text under {@link #SHORT} words, which has too few of them, all words in their order; it is a copy only of the same.
 *
 * <p>Words are runs of letters and digits in lower case, so punctuation and layout do not count. Texts are compared by their first
 * {@link #MOST_WORDS} words.
 */
public final class Shingles {

    /** How many words a shingle has. */
    static final int WIDTH = 3;

    /** A text of fewer words is a copy only of the same words in the same order. */
    static final int SHORT = 50;

    /** What stands behind so many words is not looked at, so that what is kept of a text is bounded. */
    static final int MOST_WORDS = 2000;

    /** What the bytes begin with; another letter for another way of making them, so that two ways are never compared. */
    private static final byte WHOLE = 'w';

    private static final byte SET = 's';

    private static final int BYTES = 3;

    private final boolean whole;
    private final int[] hashes;

    /**
     * @param whole whether {@code hashes} are all words in their order
     * @param hashes otherwise of the shingles, ascending, each once
     */
    Shingles(boolean whole, int[] hashes) {
        this.whole = whole;
        this.hashes = hashes;
    }

    /** Whether two texts are copies of each other. */
    public boolean isCopyOf(Shingles other) {
        if (whole || other.whole) {
            return whole && other.whole && Arrays.equals(hashes, other.hashes);
        }
        int common = common(other);
        return 5 * common >= 2 * (hashes.length + other.hashes.length - common);
    }

    private int common(Shingles other) {
        int common = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < hashes.length && theirs < other.hashes.length) {
            int order = Integer.compare(hashes[mine], other.hashes[theirs]);
            common += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return common;
    }

    /** Them all as text: base64 of one letter and three bytes for each. */
    public String code() {
        byte[] bytes = new byte[1 + BYTES * hashes.length];
        bytes[0] = whole ? WHOLE : SET;
        for (int i = 0; i < hashes.length; i++) {
            bytes[1 + BYTES * i] = (byte) (hashes[i] >> 16);
            bytes[2 + BYTES * i] = (byte) (hashes[i] >> 8);
            bytes[3 + BYTES * i] = (byte) hashes[i];
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads {@link #code()}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Shingles parse(String code) {
        byte[] bytes = Base64.getDecoder().decode(code);
        if (bytes.length % BYTES != 1 || (bytes[0] != WHOLE && bytes[0] != SET)) {
            throw new IllegalArgumentException("no shingles that this program made: " + code);
        }
        int[] hashes = new int[bytes.length / BYTES];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = ((bytes[1 + BYTES * i] & 0xff) << 16)
                    | ((bytes[2 + BYTES * i] & 0xff) << 8)
                    | (bytes[3 + BYTES * i] & 0xff);
        }
        return new Shingles(bytes[0] == WHOLE, hashes);
    }
}
