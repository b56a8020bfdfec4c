package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.stream.Stream;
import kroniek.language.text.DataFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs the examples and counter-examples that stand beside the rules: exactly the mentions in brackets are found. */
class RuleExamplesTest {

    /** The lines of all files that are examples or counter-examples. */
    static Stream<DataFile.Line> examples() {
        return Stream.concat(Lexicon.files().stream(), Stream.of("actors/examples.txt"))
                .flatMap(file -> DataFile.resource(file).lines().stream())
                .filter(line -> Rows.EXAMPLE.matcher(line.text()).matches());
    }

    @TestFactory
    Stream<DynamicTest> everyExampleHoldsExactly() {
        return examples()
                .map(line -> DynamicTest.dynamicTest(line.file() + ":" + line.number(), () -> {
                    Matcher m = Rows.EXAMPLE.matcher(line.text());
                    assertThat(m.matches()).isTrue();
                    String month = m.group(2) == null ? "2018-05" : m.group(2);
                    assertThat(Marked.found(month, Marked.plain(m.group(3))))
                            .as(line.text())
                            .containsExactlyElementsOf(Marked.marks(m.group(3)));
                }));
    }

    @Test
    void thereAreExamplesAndCounterExamples() {
        assertThat(examples().filter(line -> line.text().startsWith("example")).count())
                .isGreaterThan(50);
        assertThat(examples().filter(line -> line.text().startsWith("counter")).count())
                .isGreaterThan(25);
    }
}
