package kroniek.domain;

import org.jspecify.annotations.Nullable;

/**
 * A span of text that names a time, and its normalised value in TIMEX3 (TimeML) terms with ISO 8601 forms.
 *
 * @param text the characters of the span
 * @param span where it stands
 * @param type the TIMEX3 type
 * @param value the TIMEX3 value, for example {@code 2018-02-07T12:16}, {@code 2023-WXX-2}, {@code P2Y3M}, {@code PAST_REF}
 * @param mod the TIMEX3 modifier (START, MID, END, APPROX, MORE_THAN …), or null
 * @param rule the name of the rule that found it
 */
public record TemporalExpression(
        String text,
        Span span,
        Type type,
        String value,
        @Nullable String mod,
        String rule) {

    /** The TIMEX3 types. */
    public enum Type {
        /** A calendar date or a reference to one. */
        DATE,
        /** A time of day, with or without its date. */
        TIME,
        /** A length of time. */
        DURATION,
        /** Something that recurs. */
        SET
    }
}
