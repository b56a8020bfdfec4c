package kroniek.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a list of articles shows of one.
 *
 * @param id the article's id
 * @param published its publication date
 * @param title the headline, of a very long one the beginning; null where it has none
 * @param source the source label, of a very long one the beginning; null where it has none
 * @param duplicateOf the id of the article that it is a copy of; null where it is none
 */
public record ArticleSummary(
        String id,
        PartialDate published,
        @Nullable String title,
        @Nullable String source,
        @Nullable String duplicateOf) {

    /** Of an article that is no copy. */
    public ArticleSummary(String id, PartialDate published, @Nullable String title, @Nullable String source) {
        this(id, published, title, source, null);
    }
}
