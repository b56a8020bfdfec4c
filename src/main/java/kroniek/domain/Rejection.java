package kroniek.domain;

import java.util.Locale;

/**
 * An input that could not be used, and why. The original bytes travel beside it and are kept.
 *
 * @param id the article's id, or the key that stands in for it where there is none
 * @param reason the kind of fault, for counting
 * @param detail what is wrong, where, and what to do, in a sentence for a person
 */
public record Rejection(String id, Reason reason, String detail) implements Reading {

    /** The kinds of fault; {@link #code()} is what topics and metrics show. */
    public enum Reason {
        /** No line {@code date YYYY-MM} or {@code date YYYY-MM-DD} where the article should begin, or no date field. */
        NO_DATE,
        /** There is a date, but it does not exist: 2018-13, 2018-02-30. */
        BAD_DATE,
        /** No text besides the header. */
        EMPTY,
        /** Not text: NUL bytes or mostly control characters. */
        BINARY,
        /** A JSON line that does not parse, is no object, or lacks a field. */
        BAD_JSON,
        /** More than the limit allows. */
        TOO_LARGE,
        /** A raw record without a key, or with one that is not UTF-8. */
        BAD_KEY,
        /** A raw record in another partition than the default partitioner gives its key. */
        WRONG_PARTITION,
        /** The header kroniek.format names a form that is not known. */
        UNKNOWN_FORMAT,
        /** A file that could not be opened or read. */
        UNREADABLE,
        /** A gzip file that ends early or is damaged. */
        BROKEN_GZIP;

        /** Lower case with hyphens: {@code no-date}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
