package kroniek.app;

import java.util.List;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Precision;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;

/** The temporal expressions of an article as rows: words, value, precision, what it was computed from, rule. */
final class TimesTable {

    private static final String BETWEEN = "  ";
    private static final int COLUMNS = 5;

    private TimesTable() {}

    /** The rows, each with a line feed; empty for an article without expressions. */
    static String rows(AnnotatedArticle annotated) {
        int[] text = annotated.article().text().codePoints().toArray();
        List<List<String>> rows = annotated.expressions().stream()
                .map(expression -> row(text, expression))
                .toList();
        int[] widths = new int[COLUMNS];
        for (List<String> row : rows) {
            for (int column = 0; column < COLUMNS; column++) {
                widths[column] = Math.max(widths[column], length(row.get(column)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                table.append(BETWEEN).append(row.get(column));
                boolean last = column + 1 == row.size();
                table.append(last ? "\n" : " ".repeat(widths[column] - length(row.get(column))));
            }
        }
        return table.toString();
    }

    private static List<String> row(int[] text, TemporalExpression expression) {
        String mod = expression.mod() == null ? "" : " " + expression.mod();
        Precision precision = expression.precision();
        return List.of(
                AnnotatedText.onOneLine(expression.text()),
                AnnotatedText.onOneLine(expression.value() + mod),
                precision == Precision.NONE ? "-" : precision.code(),
                AnnotatedText.onOneLine(computedFrom(text, expression.anchor())),
                AnnotatedText.onOneLine(expression.rule()));
    }

    private static String computedFrom(int[] text, Anchor anchor) {
        Span span = anchor.span();
        String words = span == null ? "" : "\"" + new String(text, span.start(), span.length()) + "\"";
        return switch (anchor.kind()) {
            case NONE -> "-";
            case EXPLICIT -> "itself";
            case PUBLICATION -> "the publication date";
            case DATELINE -> "the dateline " + words;
            case TEXT -> words;
        };
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
