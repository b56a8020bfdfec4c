package kroniek.topic;

import java.time.YearMonth;

/**
 * The key {@code <band>|<month>|<article id>} of what stands in a band for an article. Like an {@link ActorMonthKey} it begins with what its
 * partition is found by.
 *
 * @param band what the articles have in common that are compared
 * @param month the month of publication
 * @param article the article's id, which stands last because it may contain anything
 */
public record CopyBandKey(String band, YearMonth month, String article) {

    /** The key of an article in a band. */
    public static String of(String band, String month, String article) {
        return band + "|" + month + "|" + article;
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static CopyBandKey parse(String key) {
        ActorMonthKey start = ActorMonthKey.parse(key);
        return new CopyBandKey(start.actor(), start.month(), start.behind(key));
    }

    /** What the keys of a month begin with in this band. */
    public String first(YearMonth ofMonth) {
        return of(band, ofMonth.toString(), "");
    }

    /** What stands behind all keys of a month in this band: the closing bar becomes the next character. */
    public String end(YearMonth ofMonth) {
        return band + "|" + ofMonth + (char) ('|' + 1);
    }

    @Override
    public String toString() {
        return of(band, month.toString(), article);
    }
}
