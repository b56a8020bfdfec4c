package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, started as a user starts it; what it prints is read. */
class PackagedProgramIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SAMPLES = samples();

    @TempDir
    Path folder;

    private static long samples() {
        try (Stream<Path> files = Files.walk(Path.of("samples"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Program run(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "run";
        arguments[1] = "--http";
        arguments[2] = "127.0.0.1:0";
        arguments[3] = "--data";
        arguments[4] = folder.resolve("data").toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Program.jar(folder, arguments);
    }

    @Test
    void theSamplesAreCountedAndASecondRunChangesNothing() throws Exception {
        try (Program first = run("--until-idle")) {
            assertThat(first.exit()).isZero();
            assertThat(first.out()).contains("Most mentioned by month", "2025-10", "mentions", "articles");
            assertThat(first.lastErrorLine())
                    .matches("done: files=%1$d published=%1$d unchanged=0 rejected=0 dead=0 actor-months=[1-9]\\d+"
                            .formatted(SAMPLES));
        }
        List<String> rows;
        try (Program second = run("--until-idle", "--output", "json")) {
            assertThat(second.exit()).isZero();
            assertThat(second.lastErrorLine())
                    .startsWith("done: files=%1$d published=0 unchanged=%1$d rejected=0 dead=0".formatted(SAMPLES));
            rows = second.lines();
            JsonNode row = JSON.readTree(rows.get(0));
            assertThat(row.properties().stream().map(Map.Entry::getKey))
                    .containsExactly(
                            "actor",
                            "name",
                            "type",
                            "month",
                            "mentions",
                            "articles",
                            "first",
                            "last",
                            "mentionsWithoutCopies",
                            "articlesWithoutCopies");
        }
        try (Program third = run("--until-idle", "--output", "json")) {
            assertThat(third.exit()).isZero();
            assertThat(third.lines()).isEqualTo(rows);
        }
        try (Program verify =
                Program.jar(folder, "verify", "--data", folder.resolve("data").toString(), "--articles", "samples")) {
            assertThat(verify.exit()).as(verify.out() + verify.err()).isZero();
            assertThat(verify.out())
                    .contains(
                            "articles in raw: %1$d = %1$d annotated + 0 rejected + 0 failed".formatted(SAMPLES),
                            "equal",
                            "published");
        }
    }

    @Test
    void whileItRunsThePageIsServedASecondRunIsRefusedAndTopicsAreListed() throws Exception {
        try (Program running = run()) {
            running.awaitSaid("watching for more");
            Matcher page =
                    Pattern.compile("page: (http://127\\.0\\.0\\.1:\\d+/)").matcher(running.err());
            assertThat(page.find()).isTrue();
            HttpResponse<String> ready = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(page.group(1) + "health/ready"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(ready.statusCode()).isEqualTo(200);

            try (Program second = run()) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.err().lines()).hasSize(1);
                assertThat(second.err()).contains("another kroniek (process ", "--data");
            }
            try (Program topics = Program.jar(
                    folder, "topics", "check", "--data", folder.resolve("data").toString())) {
                assertThat(topics.exit()).isZero();
                assertThat(topics.out()).isEqualTo("the topics are as declared\n");
            }

            running.terminate();
            running.exit();
            assertThat(folder.resolve("data/broker")).doesNotExist();
        }
    }

    @Test
    void theScriptReadsNamesAndPrintsTextInUtf8AlsoUnderTheLocaleC() throws Exception {
        Path article = Files.writeString(folder.resolve("België.txt"), " date 2018-02 De regering van België valt.");
        try (Program annotate = Program.start(
                folder,
                List.of("./kroniek", "annotate", "--format", "json", article.toString()),
                Map.of("LC_ALL", "C", "LANG", "C"))) {
            assertThat(annotate.exit()).as(annotate.err()).isZero();
            JsonNode line = JSON.readTree(annotate.out());
            assertThat(line.get("file").textValue()).isEqualTo("België.txt");
            assertThat(line.at("/mentions/0/text").textValue()).isEqualTo("België");
            assertThat(line.at("/mentions/0/actor/id").textValue()).isEqualTo("BEL");
        }
    }

    @Test
    void mistakesAreOneClearLine() throws Exception {
        assertFails(2, "Unknown option: '--artikel'", "run", "--artikel");
        assertFails(2, "Missing required parameter: 'FILE|DIR'", "annotate");
        assertFails(
                1,
                "there is no folder",
                "run",
                "--articles",
                folder.resolve("none").toString());
        assertFails(
                2,
                "there is no data directory",
                "verify",
                "--data",
                folder.resolve("none").toString());
        assertFails(1, "http.address is HOST:PORT", "run", "--http", "here");
        assertFails(1, "no such file", "annotate", folder.resolve("none.txt").toString());
        assertFails(
                1, "'nowhere.invalid:9092' cannot be used", "topics", "--bootstrap-servers", "nowhere.invalid:9092");
        assertFails(1, "no Kafka answers at 127.0.0.1:1", "topics", "--bootstrap-servers", "127.0.0.1:1");
    }

    private void assertFails(int code, String words, String... arguments) throws InterruptedException {
        try (Program program = Program.jar(folder, arguments)) {
            assertThat(program.exit()).as(program.err()).isEqualTo(code);
            assertThat(program.out()).isEmpty();
            assertThat(program.err().lines()).hasSize(1);
            assertThat(program.err()).startsWith("kroniek: ").contains(words);
        }
    }
}
