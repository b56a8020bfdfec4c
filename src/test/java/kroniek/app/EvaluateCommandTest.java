package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class EvaluateCommandTest {

    private static final String GOLD = "src/test/resources/kroniek/samples";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        return Main.run(new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)), arguments);
    }

    @Test
    void samplesAreScoredAsTables() {
        assertThat(run("evaluate", "--gold", GOLD, "--articles", "samples")).isZero();

        assertThat(out.toString(UTF_8)).contains("DATES, texts: 6", "ACTORS, texts: 6", "gold-actors");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void samplesAreScoredForPrograms() throws JsonProcessingException {
        String gold = GOLD + "/gold-dates.jsonl";

        assertThat(run("evaluate", "--gold", gold, "--articles", "samples", "--format", "json", "--misses"))
                .isZero();

        JsonNode json = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(json.at("/dates/texts").asInt()).isEqualTo(6);
        assertThat(json.at("/dates/misses").isArray()).isTrue();
        assertThat(json.has("actors")).isFalse();
    }

    @Test
    void goldThatCannotBeReadIsToldInOneLine() {
        assertThat(run("evaluate", "--gold", GOLD)).isEqualTo(1);

        assertThat(err.toString(UTF_8))
                .startsWith("kroniek: ")
                .contains("--articles")
                .hasLineCount(1);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void goldMustBeNamed() {
        assertThat(run("evaluate")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("--gold");
    }
}
