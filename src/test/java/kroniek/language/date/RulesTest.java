package kroniek.language.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.DataFile.Line;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every rule finds its examples, all of them and nothing else, and stays silent at its counter-examples. */
class RulesTest {

    private static final DateFinder FINDER = DateFinder.load();

    @TestFactory
    Stream<DynamicTest> everyExampleOfEveryRuleHolds() {
        return FINDER.rules().stream().flatMap(rule -> rule.examples().stream()
                .map(line -> DynamicTest.dynamicTest(
                        line.file() + ":" + line.number() + " " + line.text(), () -> check(rule, line))));
    }

    private static void check(Rule rule, Line line) {
        String text = line.text().strip();
        Example example = Example.of(line, text.substring(1));
        List<TemporalExpression> found = example.found(FINDER);
        assertThat(Example.shown(found)).isEqualTo(example.expected());
        List<String> rules = found.stream().map(TemporalExpression::rule).toList();
        if (text.startsWith("+")) {
            assertThat(rules).contains(rule.name());
        } else {
            assertThat(rules).doesNotContain(rule.name());
        }
    }
}
