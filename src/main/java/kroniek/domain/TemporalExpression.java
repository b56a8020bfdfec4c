package kroniek.domain;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A span of text that names a time, and its normalised value in TIMEX3 (TimeML) terms with ISO 8601 forms.
 *
 * @param text the characters of the span
 * @param span where it stands
 * @param type the TIMEX3 type
 * @param value the TIMEX3 value, for example {@code 2018-02-07T12:16}, {@code 2023-WXX-2}, {@code P2Y3M}, {@code PAST_REF}
 * @param mod the TIMEX3 modifier (START, MID, END, APPROX, MORE_THAN …), or null
 * @param anchor what the value was computed from
 * @param rule the name of the rule that found it
 */
public record TemporalExpression(
        String text,
        Span span,
        Type type,
        String value,
        @Nullable String mod,
        Anchor anchor,
        String rule) {

    /** The unit that the expression speaks of; {@link Precision#NONE} where it has no place in time. */
    public Precision precision() {
        return type == Type.DURATION || type == Type.SET ? Precision.NONE : Precision.of(value);
    }

    /**
     * The calendar month that the expression lies in; empty where its value does not settle one: a year, a week over the end of a month, a
     * length, a recurrence, a reference.
     */
    public Optional<YearMonth> month() {
        return type == Type.DURATION || type == Type.SET ? Optional.empty() : SettledMonth.of(value);
    }

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

    /**
     * What the value of an expression was computed from.
     *
     * @param kind what it is
     * @param span where it stands in the article, for {@link Kind#DATELINE} and {@link Kind#TEXT}; otherwise null
     */
    public record Anchor(Kind kind, @Nullable Span span) {

        /** The anchor of what has no place in time. */
        public static final Anchor NONE = new Anchor(Kind.NONE, null);

        /** The anchor of what says its own year. */
        public static final Anchor EXPLICIT = new Anchor(Kind.EXPLICIT, null);

        /** The publication date of the article's header. */
        public static final Anchor PUBLICATION = new Anchor(Kind.PUBLICATION, null);

        /** @throws IllegalArgumentException if the span is missing, or the kind has none */
        public Anchor {
            if ((span != null) != (kind == Kind.DATELINE || kind == Kind.TEXT)) {
                throw new IllegalArgumentException("an anchor " + kind.code() + " with the span " + span);
            }
        }

        /** The dateline at a span. */
        public static Anchor dateline(Span span) {
            return new Anchor(Kind.DATELINE, span);
        }

        /** The expression at a span. */
        public static Anchor text(Span span) {
            return new Anchor(Kind.TEXT, span);
        }

        /** What an anchor is; {@link #code()} is what topics and commands show. */
        public enum Kind {
            /** Nothing: a length, a recurrence, a reference without a date. */
            NONE,
            /** The expression itself, which says its year: "7 februari 2018". */
            EXPLICIT,
            /** The publication date that the header gives: "gisteren". */
            PUBLICATION,
            /** The publication date that a dateline in the text gives. */
            DATELINE,
            /** Another expression of the text: "de volgende dag". */
            TEXT;

            /** Lower case: {@code publication}. */
            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
