package kroniek.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article with everything found in it.
 *
 * @param article the article, its publication date refined where a dateline allows it
 * @param expressions the temporal expressions, in order of their spans, disjoint
 * @param mentions the mentions, in order of their spans, disjoint
 * @param sentences where the sentences stand, in order, disjoint; every mention lies in one of them
 * @param language the version of the language that found all this; empty where an earlier release did not note it
 * @param duplicateOf the id of the article that this one is a copy of, or null where it is none
 */
public record AnnotatedArticle(
        Article article,
        List<TemporalExpression> expressions,
        List<Mention> mentions,
        List<Span> sentences,
        String language,
        @Nullable String duplicateOf) {

    /** Copies the lists. */
    public AnnotatedArticle {
        expressions = List.copyOf(expressions);
        mentions = List.copyOf(mentions);
        sentences = List.copyOf(sentences);
    }

    /** What the language finds, which knows of no other article. */
    public AnnotatedArticle(
            Article article,
            List<TemporalExpression> expressions,
            List<Mention> mentions,
            List<Span> sentences,
            String language) {
        this(article, expressions, mentions, sentences, language, null);
    }

    /** The same as a copy of another article, or of none. */
    public AnnotatedArticle asCopyOf(@Nullable String original) {
        return new AnnotatedArticle(article, expressions, mentions, sentences, language, original);
    }
}
