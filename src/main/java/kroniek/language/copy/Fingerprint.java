package kroniek.language.copy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kroniek.domain.Article;

/**
 * What finds the copies of a text: its bands, each a hash of the smallest values that two hash functions have over all shingles (MinHash,
 * Broder 1997). Two texts of resemblance r share one band with probability r², so at least one of {@link #BANDS} with 1 - (1 - r²)^12: 88 % at
 * 0.4, 97 % at a half, 99.5 % at 0.6. Only texts that share a band are compared. A text under {@link Shingles#SHORT} words has one band, the hash of all
 * its words; one without words has none.
 *
 * @param shingles what is compared
 * @param bands 16 digits of hex each, no two alike, ascending
 */
public record Fingerprint(Shingles shingles, List<String> bands) {

    /** How many bands a text has, at most: two might be alike. */
    static final int BANDS = 12;

    private static final int ROWS = 2;
    private static final int SHINGLE_BITS = 24;

    /** An odd constant that spreads the bits of a product: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Copies the list. */
    public Fingerprint {
        bands = List.copyOf(bands);
    }

    /** Of an article's text without its header, which says when it was published. */
    public static Fingerprint of(Article article) {
        String text = article.text();
        int start = text.offsetByCodePoints(0, article.header().end());
        long[] words = words(text, start);
        return words.length < Shingles.SHORT ? whole(words) : set(words);
    }

    /** The hashes of the first words. */
    private static long[] words(String text, int start) {
        long[] words = new long[Shingles.MOST_WORDS];
        int count = 0;
        boolean inside = false;
        for (int i = start; i < text.length() && count < words.length; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                words[count] = mix(words[count] * SPREAD + Character.toLowerCase(c));
                inside = true;
            } else if (inside) {
                count++;
                inside = false;
            }
        }
        return Arrays.copyOf(words, inside ? count + 1 : count);
    }

    private static Fingerprint whole(long[] words) {
        int[] hashes = new int[words.length];
        long band = 0;
        for (int i = 0; i < words.length; i++) {
            hashes[i] = (int) (words[i] >>> (Long.SIZE - SHINGLE_BITS));
            band = mix(band * SPREAD + words[i]);
        }
        List<String> bands = words.length == 0 ? List.of() : List.of(hex(band));
        return new Fingerprint(new Shingles(true, hashes), bands);
    }

    private static Fingerprint set(long[] words) {
        int[] hashes = new int[words.length - Shingles.WIDTH + 1];
        long[] smallest = new long[BANDS * ROWS];
        Arrays.fill(smallest, -1);
        for (int i = 0; i < hashes.length; i++) {
            long shingle = 0;
            for (int word = i; word < i + Shingles.WIDTH; word++) {
                shingle = mix(shingle * SPREAD + words[word]);
            }
            hashes[i] = (int) (shingle >>> (Long.SIZE - SHINGLE_BITS));
            for (int row = 0; row < smallest.length; row++) {
                long value = mix(shingle + (row + 1) * SPREAD);
                smallest[row] = Long.compareUnsigned(value, smallest[row]) < 0 ? value : smallest[row];
            }
        }
        return new Fingerprint(
                new Shingles(false, Arrays.stream(hashes).sorted().distinct().toArray()), bands(smallest));
    }

    private static List<String> bands(long[] smallest) {
        Set<String> bands = new TreeSet<>();
        for (int band = 0; band < BANDS; band++) {
            bands.add(hex(mix(mix(smallest[ROWS * band] + band) + smallest[ROWS * band + 1])));
        }
        return List.copyOf(bands);
    }

    private static String hex(long hash) {
        return HexFormat.of().toHexDigits(hash);
    }

    /** The finaliser of MurmurHash3 in the variant of Stafford, "Better Bit Mixing" (2011): every bit depends on every other. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
