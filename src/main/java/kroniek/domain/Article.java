package kroniek.domain;

import org.jspecify.annotations.Nullable;

/**
 * One news text, decoded, with what its header says. All spans are in code points of {@link #text()}.
 *
 * @param id the path relative to the watched folder, or the {@code id} field of a JSON line
 * @param published the publication date: the header's, later perhaps refined by a dateline
 * @param title the headline, or null where the header line has none
 * @param source the source label ("CNN"), or null where there is none
 * @param text the whole decoded text; for a text file the header line included, for JSON title, empty line, text
 * @param header the header's own characters, {@code " date 2018-02"}, which are no part of the news; empty for JSON
 * @param titleSpan where the title stands in the text, or null
 * @param sourceSpan where the source label stands in the text, or null (also for JSON, whose source is a field)
 */
public record Article(
        String id,
        PublicationDate published,
        @Nullable String title,
        @Nullable String source,
        String text,
        Span header,
        @Nullable Span titleSpan,
        @Nullable Span sourceSpan)
        implements Reading {

    /** The same article with its publication date refined. */
    public Article withPublished(PublicationDate refined) {
        return new Article(id, refined, title, source, text, header, titleSpan, sourceSpan);
    }
}
