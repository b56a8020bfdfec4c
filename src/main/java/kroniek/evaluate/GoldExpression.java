package kroniek.evaluate;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/**
 * A temporal expression as somebody marked it by hand.
 *
 * @param text the characters of the span
 * @param span where it stands
 * @param spans the spans that are right, {@code span} among them
 * @param type the TIMEX3 type
 * @param types the types that are right, {@code type} among them
 * @param value the TIMEX3 value
 * @param values the values that are right, {@code value} among them
 * @param mod the TIMEX3 modifier, or null
 * @param optional whether it may be left out
 * @param variants other ways to read the same stretch, each as several expressions
 */
public record GoldExpression(
        String text,
        Span span,
        Set<Span> spans,
        TemporalExpression.Type type,
        Set<TemporalExpression.Type> types,
        String value,
        Set<String> values,
        @Nullable String mod,
        boolean optional,
        List<List<GoldExpression>> variants) {

    boolean hasExtentOf(TemporalExpression found) {
        return spans.contains(found.span());
    }

    boolean hasTypeOf(TemporalExpression found) {
        return types.contains(found.type());
    }

    boolean hasValueOf(TemporalExpression found) {
        return values.contains(found.value());
    }

    boolean hasModOf(TemporalExpression found) {
        return Objects.equals(mod, found.mod());
    }

    /** How well the two fit for {@link Pairing}. */
    int closeness(TemporalExpression found) {
        return hasExtentOf(found) ? Pairing.SAME : Pairing.shared(span, found.span());
    }

    @Override
    public String toString() {
        return text + " " + type + " " + String.join(" or ", values) + (mod == null ? "" : " mod " + mod)
                + (optional ? " (optional)" : "");
    }
}
