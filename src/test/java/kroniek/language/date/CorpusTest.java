package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the rules together find: the same value in many phrasings, and nothing where nothing names a time. */
class CorpusTest {

    private static final DateFinder FINDER = DateFinder.load();

    private static final List<String> FILES = List.of(
            "corpus.txt", "agenda.txt", "business.txt", "calendar.txt", "direction.txt", "names.txt", "relative.txt");

    @TestFactory
    Stream<DynamicTest> everyPhrasingHasItsValue() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String name : FILES) {
            addTests(file(name), tests);
        }
        return tests.stream();
    }

    /** A line is a whole example, or a phrasing of the date and value that stand above it behind "=". */
    private static void addTests(DataFile file, List<DynamicTest> tests) {
        String published = "";
        String value = "";
        for (Line line : file.lines()) {
            if (line.text().startsWith("=")) {
                String[] parts = line.text().substring(1).strip().split(" ", 2);
                published = parts[0];
                value = parts[1];
            } else if (line.text().contains("|")) {
                tests.add(test(line, line.text()));
            } else {
                tests.add(test(line, published + " | " + line.text() + " | " + value));
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> lookAlikesAreNothing() throws IOException {
        return file("nothing.txt").lines().stream().map(line -> test(line, "2018-02-07 | " + line.text()));
    }

    private static DynamicTest test(Line line, String content) {
        Example example = Example.of(line, content);
        return DynamicTest.dynamicTest(
                line.file() + ":" + line.number() + " " + line.text(),
                () -> assertThat(Example.shown(example.found(FINDER))).isEqualTo(example.expected()));
    }

    private static DataFile file(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(CorpusTest.class.getResourceAsStream("/kroniek/language/dates/" + name), name)) {
            return DataFile.of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
