package kroniek.domain;

import java.util.List;

/**
 * An article with everything found in it.
 *
 * @param article the article, its publication date refined where a dateline allows it
 * @param expressions the temporal expressions, in order of their spans, disjoint
 * @param mentions the mentions, in order of their spans, disjoint
 * @param sentences where the sentences stand, in order, disjoint; every mention lies in one of them
 * @param language the version of the language that found all this; empty where an earlier release did not note it
 */
public record AnnotatedArticle(
        Article article,
        List<TemporalExpression> expressions,
        List<Mention> mentions,
        List<Span> sentences,
        String language) {

    /** Copies the lists. */
    public AnnotatedArticle {
        expressions = List.copyOf(expressions);
        mentions = List.copyOf(mentions);
        sentences = List.copyOf(sentences);
    }
}
