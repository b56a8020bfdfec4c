package kroniek.article;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderLabelTest {

    private static final String DATE = " date 2018-02";
    private static final String PARAGRAPH =
            "\n\nDe gemeenteraad stemt morgen over de nieuwe begroting, zegt de wethouder.\n";

    @ParameterizedTest
    @MethodSource
    void headerLineIsReadAsMarked(String marked, String body) {
        String line = marked.replaceAll("[\\[\\]<>]", "");

        String text = DATE + " " + line + body;
        HeaderLabel label = HeaderLabel.read(text, DATE.length());

        assertThat(marked(line, label)).isEqualTo(marked);
    }

    static Stream<String[]> headerLineIsReadAsMarked() throws IOException {
        try (InputStream in = requireNonNull(HeaderLabelTest.class.getResourceAsStream("header-labels.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .map(c -> new String[] {c[0], c.length == 1 ? PARAGRAPH : c[1].replace("\\n", "\n")});
        }
    }

    @ParameterizedTest
    @MethodSource
    void exampleInTheWordListHolds(String section, boolean applies, String line) {
        HeaderLabel label = HeaderLabel.read(DATE + " " + line + PARAGRAPH, DATE.length());

        boolean applied =
                switch (section) {
                    case "source", "source-word" -> label.source() != null;
                    case "section", "month", "joining-word" -> label.source() == null && label.title() == null;
                    case "preposition", "acronym" ->
                        requireNonNull(label.title()).length() == line.length();
                    default -> throw new AssertionError("no promise is written for section " + section);
                };
        assertThat(applied).isEqualTo(applies);
    }

    static List<Object[]> exampleInTheWordListHolds() {
        List<Object[]> examples = new ArrayList<>();
        String section = "";
        for (String line : LabelWords.lines()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (line.startsWith("+ ") || line.startsWith("- ")) {
                examples.add(new Object[] {section, line.startsWith("+"), line.substring(2)});
            }
        }
        return examples;
    }

    private static String marked(String line, HeaderLabel label) {
        StringBuilder marked = new StringBuilder(line);
        List<Mark> marks = new ArrayList<>();
        addMarks(marks, label.title(), '[', ']');
        addMarks(marks, label.source(), '<', '>');
        marks.sort((a, b) -> Integer.compare(b.at(), a.at()));
        marks.forEach(mark -> marked.insert(mark.at(), mark.sign()));
        return marked.toString();
    }

    private static void addMarks(List<Mark> marks, @Nullable Span span, char open, char close) {
        if (span != null) {
            int offset = DATE.length() + 1;
            marks.add(new Mark(span.start() - offset, open));
            marks.add(new Mark(span.end() - offset, close));
        }
    }

    private record Mark(int at, char sign) {}
}
