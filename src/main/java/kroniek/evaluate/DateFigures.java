package kroniek.evaluate;

import java.util.Objects;
import kroniek.domain.TemporalExpression;

/**
 * How well temporal expressions are found, counted as in TempEval-3 (UzZaman and others, 2013), but one to one
 * ({@link Pairing}). An optional expression that is missed is left out; one that is found is scored like any other.
 *
 * @param overlap right: paired, so the two share a character at least
 * @param extent right: paired, and the found span is gold's or one of its other spans
 * @param value right: paired, and the found value is gold's or one of its other values; so its F1 is that of overlap
 *     times the share of right values among the pairs
 * @param type of the pairs, those with gold's type or one of its other types
 * @param mod of the pairs in which either has a modifier, those with the same
 */
public record DateFigures(Score overlap, Score extent, Score value, Share type, Share mod)
        implements Figures<DateFigures> {

    static final DateFigures NONE = new DateFigures(Score.NONE, Score.NONE, Score.NONE, Share.NONE, Share.NONE);

    static DateFigures of(Pair<GoldExpression, TemporalExpression> pair) {
        GoldExpression gold = pair.gold();
        TemporalExpression found = pair.found();
        if (gold == null) {
            Score spurious = new Score(0, 0, 1);
            return new DateFigures(spurious, spurious, spurious, Share.NONE, Share.NONE);
        }
        if (found == null) {
            Score missed = new Score(0, gold.optional() ? 0 : 1, 0);
            return new DateFigures(missed, missed, missed, Share.NONE, Share.NONE);
        }
        return new DateFigures(
                new Score(1, 1, 1),
                paired(gold.hasExtentOf(found)),
                paired(gold.hasValueOf(found)),
                Share.one(gold.hasTypeOf(found)),
                Objects.isNull(gold.mod()) && Objects.isNull(found.mod())
                        ? Share.NONE
                        : Share.one(gold.hasModOf(found)));
    }

    private static Score paired(boolean right) {
        return new Score(right ? 1 : 0, 1, 1);
    }

    @Override
    public DateFigures plus(DateFigures other) {
        return new DateFigures(
                overlap.plus(other.overlap),
                extent.plus(other.extent),
                value.plus(other.value),
                type.plus(other.type),
                mod.plus(other.mod));
    }
}
