package kroniek.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import kroniek.domain.Mention;
import kroniek.domain.TemporalExpression;

/**
 * Why a pair is not wholly right. A pair has one cause, the first that applies in the order in which they stand
 * here.
 */
public enum Cause {
    /** Nothing found where gold has something. */
    NOT_FOUND,
    /** Something found where gold has nothing. */
    SPURIOUS,
    /** The value of a temporal expression is wrong. */
    VALUE_DIFFERS,
    /** The two overlap, but the extent is wrong. */
    SPAN_DIFFERS,
    /** Another type. */
    TYPE_DIFFERS,
    /** The modifier of a temporal expression is wrong. */
    MOD_DIFFERS,
    /** Another actor, also under the best mapping of ids; or none where there is one, one where it is ambiguous. */
    WRONG_ACTOR,
    /** The right actor under the best mapping of ids, but with another id. */
    OTHER_ID,
    /** Counted, and should not be; or the reverse. */
    COUNTED_DIFFERS;

    /** In words: {@code span differs}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How many misses have each cause; a cause that none has is missing. */
    static Map<Cause, Integer> count(List<Miss> misses) {
        Map<Cause, Integer> counts = new EnumMap<>(Cause.class);
        misses.forEach(miss -> counts.merge(miss.cause(), 1, Integer::sum));
        return counts;
    }

    /** What is wrong with the pair; empty where nothing is. An optional expression that is missed is no miss. */
    static Optional<Cause> ofDates(Pair<GoldExpression, TemporalExpression> pair) {
        GoldExpression gold = pair.gold();
        TemporalExpression found = pair.found();
        if (gold == null) {
            return Optional.of(SPURIOUS);
        }
        if (found == null) {
            return gold.optional() ? Optional.empty() : Optional.of(NOT_FOUND);
        }
        if (!gold.hasValueOf(found)) {
            return Optional.of(VALUE_DIFFERS);
        }
        if (!gold.hasExtentOf(found)) {
            return Optional.of(SPAN_DIFFERS);
        }
        if (!gold.hasTypeOf(found)) {
            return Optional.of(TYPE_DIFFERS);
        }
        return gold.hasModOf(found) ? Optional.empty() : Optional.of(MOD_DIFFERS);
    }

    /** What is wrong with the pair; empty where nothing is. */
    static Optional<Cause> ofMentions(Pair<GoldMention, Mention> pair, IdMapping mapping) {
        GoldMention gold = pair.gold();
        Mention found = pair.found();
        if (gold == null) {
            return Optional.of(SPURIOUS);
        }
        if (found == null) {
            return Optional.of(NOT_FOUND);
        }
        if (!gold.hasSpanOf(found)) {
            return Optional.of(SPAN_DIFFERS);
        }
        if (gold.type() != found.type()) {
            return Optional.of(TYPE_DIFFERS);
        }
        if (!gold.hasActorOf(found, UnaryOperator.identity())) {
            return Optional.of(gold.hasActorOf(found, mapping::apply) ? OTHER_ID : WRONG_ACTOR);
        }
        return gold.counted() == found.counted() ? Optional.empty() : Optional.of(COUNTED_DIFFERS);
    }
}
