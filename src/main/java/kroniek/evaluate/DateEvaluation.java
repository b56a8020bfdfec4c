package kroniek.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;

/** How well the dates of texts are found. Found spans that touch an ignored stretch are left out. */
public final class DateEvaluation {

    private final Breakdown<DateFigures> figures = new Breakdown<>(DateFigures.NONE);
    private final List<Miss> misses = new ArrayList<>();
    private int texts;
    private LookAlikes lookAlikes = new LookAlikes(0, 0, 0);

    DateEvaluation() {}

    /**
     * Texts that look as if they held dates, and hold none.
     *
     * @param texts how many texts have no expression in gold
     * @param misled in how many of them something was found
     * @param falsePositives how many expressions were found in them
     */
    public record LookAlikes(int texts, int misled, int falsePositives) {

        private LookAlikes plus(int found) {
            return new LookAlikes(texts + 1, misled + (found > 0 ? 1 : 0), falsePositives + found);
        }
    }

    /** Scores one text whose dates are marked. */
    void add(GoldText text, List<GoldExpression> gold, AnnotatedArticle annotated) {
        List<TemporalExpression> found = annotated.expressions().stream()
                .filter(expression -> text.ignored().stream().noneMatch(expression.span()::overlaps))
                .toList();
        List<GoldExpression> chosen =
                gold.stream().flatMap(one -> chosen(one, found).stream()).toList();
        pairs(chosen, found).forEach(pair -> add(text, pair));
        texts++;
        if (gold.isEmpty()) {
            lookAlikes = lookAlikes.plus(found.size());
        }
    }

    private void add(GoldText text, Pair<GoldExpression, TemporalExpression> pair) {
        GoldExpression gold = pair.gold();
        TemporalExpression found = pair.found();
        var type = gold == null ? Objects.requireNonNull(found).type() : gold.type();
        figures.add(type.name(), text.theme(), DateFigures.of(pair));
        Span span = gold == null ? Objects.requireNonNull(found).span() : gold.span();
        Cause.ofDates(pair)
                .ifPresent(cause -> misses.add(new Miss(
                        text.theme(),
                        text.article().id(),
                        cause,
                        span,
                        Excerpt.around(text.article().text(), span),
                        gold == null ? null : gold.toString(),
                        found == null ? null : described(found))));
    }

    private static List<Pair<GoldExpression, TemporalExpression>> pairs(
            List<GoldExpression> gold, List<TemporalExpression> found) {
        return Pairing.of(gold, found, GoldExpression::closeness);
    }

    /**
     * Of the ways to read a stretch, the one that fits best what was found there; gold's first where two fit
     * equally.
     */
    private static List<GoldExpression> chosen(GoldExpression gold, List<TemporalExpression> found) {
        List<TemporalExpression> there = found.stream()
                .filter(expression -> expression.span().overlaps(gold.span()))
                .toList();
        List<GoldExpression> first = List.of(gold);
        return there.isEmpty()
                ? first
                : Stream.concat(Stream.of(first), gold.variants().stream())
                        .max(Comparator.comparingDouble(reading -> fit(reading, there)))
                        .orElse(first);
    }

    private static double fit(List<GoldExpression> gold, List<TemporalExpression> found) {
        DateFigures together =
                pairs(gold, found).stream().map(DateFigures::of).reduce(DateFigures.NONE, DateFigures::plus);
        return together.overlap().f1()
                + together.extent().f1()
                + together.value().f1();
    }

    private static String described(TemporalExpression found) {
        return "%s %s %s%s, rule %s"
                .formatted(
                        found.text(),
                        found.type(),
                        found.value(),
                        found.mod() == null ? "" : " mod " + found.mod(),
                        found.rule());
    }

    /** How many texts have their dates marked. */
    public int texts() {
        return texts;
    }

    /** The figures, overall, by type and by theme. */
    public Breakdown<DateFigures> figures() {
        return figures;
    }

    /** What was found in texts without any date. */
    public LookAlikes lookAlikes() {
        return lookAlikes;
    }

    /** Every pair that is not wholly right, in the order of the texts. */
    public List<Miss> misses() {
        return List.copyOf(misses);
    }
}
