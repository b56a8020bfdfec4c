package kroniek.topic;

/**
 * The key {@code <band>|<article id>} of the original that a band has for an article.
 *
 * @param band the band; it contains no {@code |}
 * @param article the article's id, which may contain anything
 */
public record CopyOriginalKey(String band, String article) {

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CopyOriginalKey parse(String key) {
        int bar = key.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException("not a key <band>|<article id>: '" + key + "'");
        }
        return new CopyOriginalKey(key.substring(0, bar), key.substring(bar + 1));
    }

    @Override
    public String toString() {
        return band + "|" + article;
    }
}
