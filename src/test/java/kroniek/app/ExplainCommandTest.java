package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String annotate(String... more) throws IOException {
        Path article = Files.writeString(folder.resolve("overleg.txt"), """
                 date 2018-05-08 Kim Jong-un en Kim Yong-chol waren gisteren in Moskou.
                Kim zei niets. Kim zweeg. Kim ging weg.
                """);
        String[] arguments = new String[more.length + 2];
        arguments[0] = "annotate";
        arguments[1] = article.toString();
        System.arraycopy(more, 0, arguments, 2, more.length);
        PrintStream print = new PrintStream(out, true, UTF_8);
        assertThat(Main.run(new Console(print, print), arguments)).isZero();
        return out.toString(UTF_8);
    }

    @Test
    void explainNumbersWhatWasFoundAndGivesEachItsReasons() throws IOException {
        assertThat(annotate("--explain"))
                .contains("""
                        <1> [Kim Jong-un|kim-jong-un #1] en [Kim Yong-chol|kim-yong-chol #2] waren {gisteren=2018-05-07 #3} in \
                        (Moskou|moscow #4).
                        <2> [Kim|kim-jong-un #5] zei niets. <3> [Kim|kim-jong-un #6] zweeg. <4> [Kim|kim-jong-un #7] ging weg.
                        """)
                .contains("#1              the number of a mark in the list of reasons")
                .contains("""
                        Why
                          #1 'Kim Jong-un' = Kim Jong-un (person): a person's name (in the lexicon).
                        """)
                .contains("  #3 'gisteren' = 2018-05-07 (date): ")
                .contains("  #6 #7 'Kim' = Kim Jong-un (person): ")
                .contains("named in full in sentence 1. Not Kim Yong-chol:");
        assertThat(out.toString(UTF_8).lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(140));
    }

    @Test
    void withoutItNothingIsNumbered() throws IOException {
        assertThat(annotate()).doesNotContain("#1", "<1>", "Why");
    }

    @Test
    void programsGetTheReasonsAsFields() throws IOException {
        JsonNode line = new ObjectMapper().readTree(annotate("--explain", "--format", "json"));

        JsonNode kim = line.at("/mentions/3");
        assertThat(kim.get("explanation").textValue()).startsWith("'Kim' = Kim Jong-un (person): ");
        assertThat(kim.get("evidence").textValue()).startsWith("full name 'Kim Jong-un'");
        assertThat(kim.at("/rejected/0/id").textValue()).isEqualTo("kim-yong-chol");
        assertThat(line.at("/expressions/0/explanation").textValue()).contains("the day before publication");
    }

    @Test
    void programsThatDoNotAskStillGetEvidenceAndRejectedCandidates() throws IOException {
        JsonNode kim = new ObjectMapper().readTree(annotate("--format", "json")).at("/mentions/3");

        assertThat(kim.has("explanation")).isFalse();
        assertThat(kim.at("/rejected/0/name").textValue()).isEqualTo("Kim Yong-chol");
    }
}
