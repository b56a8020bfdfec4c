package kroniek.language.date;

import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/**
 * A TIMEX3 value.
 *
 * @param type its type
 * @param text the value attribute
 * @param mod the mod attribute, or null
 */
record Value(
        TemporalExpression.Type type, String text, @Nullable String mod) {}
