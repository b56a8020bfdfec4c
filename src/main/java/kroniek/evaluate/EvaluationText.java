package kroniek.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** An evaluation as tables for a person; shares in percent, {@code –} where there is nothing to divide by. */
public final class EvaluationText {

    private static final List<String> DATE_COLUMNS =
            List.of("gold", "found", "overlap F1", "exact F1", "value P", "R", "F1", "type", "mod");

    private static final List<String> MENTION_COLUMNS =
            List.of("gold", "found", "overlap F1", "exact F1", "typed F1", "end to end P", "R", "F1", "ids mapped F1");

    private final StringBuilder text = new StringBuilder();

    private EvaluationText() {}

    /**
     * Renders the figures.
     *
     * @param misses whether to show every miss too
     * @return lines that each end in a line feed
     */
    public static String of(Evaluation evaluation, boolean misses) {
        EvaluationText rendered = new EvaluationText();
        if (evaluation.dates().texts() > 0) {
            rendered.dates(evaluation.dates(), misses);
        }
        if (evaluation.actors().texts() > 0) {
            rendered.actors(evaluation.actors(), misses);
        }
        return rendered.text.toString().stripTrailing() + "\n";
    }

    private void dates(DateEvaluation dates, boolean misses) {
        line("DATES, texts: " + dates.texts());
        breakdown("", DATE_COLUMNS, dates.figures(), EvaluationText::dateRow);
        var lookAlikes = dates.lookAlikes();
        line("look-alikes: %d false positives, in %d of %d texts without a date"
                .formatted(lookAlikes.falsePositives(), lookAlikes.misled(), lookAlikes.texts()));
        line("");
        causes(List.of("misses", ""), List.of(Cause.count(dates.misses())));
        misses(misses ? dates.misses() : List.of());
    }

    private void actors(ActorEvaluation actors, boolean misses) {
        line("ACTORS, texts: " + actors.texts());
        breakdown("counted mentions", MENTION_COLUMNS, actors.counted(), EvaluationText::mentionRow);
        breakdown("all mentions", MENTION_COLUMNS, actors.all(), EvaluationText::mentionRow);
        MentionFigures counted = actors.counted().overall();
        BCubed clusters = actors.clusters();
        table(List.of(
                List.of("over counted mentions", "%"),
                List.of(
                        "right actor where the span is right",
                        percent(counted.link().accuracy())),
                List.of("the same, ids mapped", percent(counted.linkMapped().accuracy())),
                List.of(
                        "countries: recall, end to end",
                        percent(actors.countries().recall())),
                List.of("B-cubed precision", percent(clusters.precision())),
                List.of("B-cubed recall", percent(clusters.recall())),
                List.of("B-cubed F1", percent(clusters.f1())),
                List.of(
                        "count error per actor and month",
                        percent(actors.counts().error())),
                List.of("the same, ids mapped", percent(actors.countsMapped().error()))));
        causes(List.of("misses", "counted", "all"), List.of(actors.countedCauses(), Cause.count(actors.misses())));
        misses(misses ? actors.misses() : List.of());
    }

    private <T extends Figures<T>> void breakdown(
            String title, List<String> columns, Breakdown<T> figures, BiFunction<String, T, List<String>> row) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(concat(List.of(title), columns));
        rows.add(row.apply("overall", figures.overall()));
        figures.byType().forEach((type, part) -> rows.add(row.apply("  " + type.toLowerCase(Locale.ROOT), part)));
        figures.byTheme().forEach((theme, part) -> rows.add(row.apply("  " + theme, part)));
        table(rows);
    }

    private static List<String> dateRow(String name, DateFigures figures) {
        return List.of(
                name,
                String.valueOf(figures.overlap().gold()),
                String.valueOf(figures.overlap().found()),
                percent(figures.overlap().f1()),
                percent(figures.extent().f1()),
                percent(figures.value().precision()),
                percent(figures.value().recall()),
                percent(figures.value().f1()),
                percent(figures.type().accuracy()),
                percent(figures.mod().accuracy()));
    }

    private static List<String> mentionRow(String name, MentionFigures figures) {
        return List.of(
                name,
                String.valueOf(figures.exact().gold()),
                String.valueOf(figures.exact().found()),
                percent(figures.overlap().f1()),
                percent(figures.exact().f1()),
                percent(figures.typed().f1()),
                percent(figures.endToEnd().precision()),
                percent(figures.endToEnd().recall()),
                percent(figures.endToEnd().f1()),
                percent(figures.endToEndMapped().f1()));
    }

    private void causes(List<String> head, List<Map<Cause, Integer>> columns) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(head);
        for (Cause cause : Cause.values()) {
            List<String> numbers = columns.stream()
                    .map(column -> String.valueOf(column.getOrDefault(cause, 0)))
                    .toList();
            if (columns.stream().anyMatch(column -> column.containsKey(cause))) {
                rows.add(concat(List.of("  " + cause.words()), numbers));
            }
        }
        table(rows.size() > 1 ? rows : List.of(List.of("no misses")));
    }

    private void misses(List<Miss> misses) {
        for (Miss miss : misses) {
            line("%s  %s  at %d  %s"
                    .formatted(
                            miss.theme(),
                            Excerpt.oneLine(miss.file()),
                            miss.span().start(),
                            miss.cause().words()));
            line("    " + miss.context());
            line("    gold   " + (miss.gold() == null ? "–" : Excerpt.oneLine(miss.gold())));
            line("    found  " + (miss.found() == null ? "–" : Excerpt.oneLine(miss.found())));
            line("");
        }
    }

    // Layout

    private void table(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length()));
        }
        for (List<String> row : rows) {
            StringBuilder cells = new StringBuilder(row.get(0))
                    .append(" ".repeat(widths[0] - row.get(0).length()));
            for (int i = 1; i < widths.length; i++) {
                cells.append(" ".repeat(2 + widths[i] - row.get(i).length())).append(row.get(i));
            }
            line(cells.toString().stripTrailing());
        }
        line("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static List<String> concat(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
