package kroniek.evaluate;

import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text with what somebody marked in it by hand: its dates, its actors, or both.
 *
 * @param theme the name of the gold file without {@code .jsonl}
 * @param article the text
 * @param expressions every temporal expression, in order, disjoint; null where dates are not marked
 * @param ignored stretches in which no temporal expression is scored
 * @param mentions every mention, in order, disjoint; null where actors are not marked
 */
public record GoldText(
        String theme,
        Article article,
        @Nullable List<GoldExpression> expressions,
        List<Span> ignored,
        @Nullable List<GoldMention> mentions) {}
