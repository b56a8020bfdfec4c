package kroniek.language.date;

import java.util.ArrayList;
import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.PublicationDate.Source;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;

/**
 * An example of a data file: {@code 2018-02-07 | Hij kwam [gisteren]. | 2018-02-06}. Expressions stand in square
 * brackets, their
 * values in order behind the text, separated by semicolons, a modifier behind its value.
 *
 * @param published the publication date
 * @param text the text without brackets
 * @param expected the expressions as {@code [extent] value mod}, in order
 */
record Example(PartialDate published, String text, List<String> expected) {

    /** Reads the part of a line behind its sign. */
    static Example of(Line line, String content) {
        String[] parts = content.split("\\|", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw error(line, "write 'published | text | values'");
        }
        PartialDate published = PartialDate.parse(parts[0].strip())
                .orElseThrow(() -> error(line, "no publication date: " + parts[0].strip()));
        String[] values =
                parts.length == 3 && !parts[2].isBlank() ? parts[2].strip().split("\\s*;\\s*", -1) : new String[0];
        return read(line, published, parts[1].strip(), values);
    }

    private static Example read(Line line, PartialDate published, String marked, String[] values) {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (c == '[') {
                open = text.length();
            } else if (c == ']') {
                if (open < 0 || expected.size() == values.length) {
                    throw error(line, "more brackets than values, or a ']' without its '['");
                }
                expected.add("[" + text.substring(open) + "] " + values[expected.size()]);
                open = -1;
            } else {
                text.append(c == '¶' ? '\n' : c);
            }
        }
        if (expected.size() != values.length || open >= 0) {
            throw error(line, expected.size() + " brackets but " + values.length + " values");
        }
        return new Example(published, text.toString(), expected);
    }

    private static DataException error(Line line, String problem) {
        return line.error("example: " + problem);
    }

    /** What the finder finds in the text. */
    List<TemporalExpression> found(DateFinder finder) {
        PublicationDate date = new PublicationDate(published, Source.HEADER);
        Article article = new Article("example", date, null, null, text, Span.NONE, null, null);
        return finder.find(article, Text.of(text)).expressions();
    }

    /** Expressions in the form of {@link #expected}. */
    static List<String> shown(List<TemporalExpression> expressions) {
        return expressions.stream()
                .map(e -> "[" + e.text() + "] " + e.value() + (e.mod() == null ? "" : " " + e.mod()))
                .toList();
    }
}
