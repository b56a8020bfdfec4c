package kroniek.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as CSV, RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula, because it begins with {@code = + - @}, a tab or a carriage
 * return, gets an apostrophe before it: names come out of articles, and articles from anywhere. In JSON, texts are as they are.
 */
final class Csv {

    static final String CONTENT_TYPE = "text/csv; charset=utf-8";

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static <T> byte[] bytes(List<Column<T>> columns, List<T> items) {
        StringBuilder out = new StringBuilder();
        line(out, columns.stream().map(column -> (Object) column.name()).toList());
        for (T item : items) {
            line(
                    out,
                    columns.stream()
                            .map(column -> cell(column.csv().apply(item)))
                            .toList());
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Object cell(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static void line(StringBuilder out, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cells.get(i) instanceof String text ? text(text) : cells.get(i));
        }
        out.append("\r\n");
    }

    private static String text(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String harmless = formula ? "'" + text : text;
        boolean quoted = harmless.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
