package kroniek.language;

import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.Text;

/**
 * An article whose dates are known: what {@link Language#normaliseDates} hands to {@link Language#extractActors}.
 *
 * @param article the article, its publication date refined where a dateline allows it
 * @param text its text as tokens
 * @param expressions its temporal expressions, in order, disjoint
 */
public record DatedArticle(Article article, Text text, List<TemporalExpression> expressions) {

    /** Copies the list. */
    public DatedArticle {
        expressions = List.copyOf(expressions);
    }
}
