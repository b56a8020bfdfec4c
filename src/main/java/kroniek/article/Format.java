package kroniek.article;

import java.util.Locale;
import java.util.Optional;

/** The form of one article's bytes; the raw topic's header {@code kroniek.format} carries its {@link #code()}. */
public enum Format {
    /** A header line {@code  date YYYY-MM} and free text. */
    TEXT,
    /** One JSON object: id, date, title, source, text. */
    JSON;

    /** {@code text} or {@code json}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format with that code, if there is one. */
    public static Optional<Format> of(String code) {
        for (Format format : values()) {
            if (format.code().equals(code)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
