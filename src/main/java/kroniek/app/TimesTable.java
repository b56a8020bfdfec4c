package kroniek.app;

import java.util.List;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Precision;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;

/** The temporal expressions of an article as rows: words, value, precision, what it was computed from, rule. */
final class TimesTable {

    private static final String BETWEEN = "  ";

    private TimesTable() {}

    /** The rows, each with a line feed; empty for an article without expressions. */
    static String rows(AnnotatedArticle annotated) {
        List<List<String>> rows = annotated.expressions().stream()
                .map(expression -> row(annotated.article(), expression))
                .toList();
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                table.append(BETWEEN).append(row.get(column));
                boolean last = column + 1 == row.size();
                table.append(last ? "\n" : " ".repeat(width(rows, column) - length(row.get(column))));
            }
        }
        return table.toString();
    }

    private static List<String> row(Article article, TemporalExpression expression) {
        String mod = expression.mod() == null ? "" : " " + expression.mod();
        Precision precision = expression.precision();
        return List.of(
                AnnotatedText.onOneLine(expression.text()),
                AnnotatedText.onOneLine(expression.value() + mod),
                precision == Precision.NONE ? "-" : precision.code(),
                AnnotatedText.onOneLine(computedFrom(article, expression.anchor())),
                AnnotatedText.onOneLine(expression.rule()));
    }

    private static String computedFrom(Article article, Anchor anchor) {
        Span span = anchor.span();
        String words = span == null ? "" : "\"" + words(article.text(), span) + "\"";
        return switch (anchor.kind()) {
            case NONE -> "-";
            case EXPLICIT -> "itself";
            case PUBLICATION -> "the publication date";
            case DATELINE -> "the dateline " + words;
            case TEXT -> words;
        };
    }

    private static String words(String text, Span span) {
        int from = text.offsetByCodePoints(0, span.start());
        return text.substring(from, text.offsetByCodePoints(from, span.length()));
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
