package kroniek.domain;

import java.time.YearMonth;

/**
 * When an article was published, as far as the article itself says.
 *
 * @param value the date, to the month, day or minute
 * @param source where it was read
 */
public record PublicationDate(PartialDate value, Source source) {

    /** The month that the article's mentions count in. */
    public YearMonth month() {
        return value.month();
    }

    /** Where a publication date was read. */
    public enum Source {
        /** The header line of a text article, or the {@code date} field of a JSON article. */
        HEADER,
        /** A line of the text that is a date, and refines the header within its month or day. */
        DATELINE
    }
}
