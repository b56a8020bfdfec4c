package kroniek.query;

import kroniek.domain.ArticleSummary;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list.
 *
 * @param article its summary
 * @param mentions how often it mentions the actor asked for; null where none was
 */
public record Listed(ArticleSummary article, @Nullable Long mentions) {}
