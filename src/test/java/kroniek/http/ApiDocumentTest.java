package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kroniek.query.UnavailableException.Reason;
import kroniek.stream.StreamsSettings;
import kroniek.topic.Topics;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code docs/api.md} says of the program is so; and it has a row for everything that {@code openapi.yaml} describes, which
 * {@code OpenApiTest} holds to the program.
 */
class ApiDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/api.md");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<String> operations() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(
                        Path.of("src/main/resources/kroniek/http/openapi.yaml").toFile())
                .get("paths");
        return paths.properties().stream()
                .filter(path -> path.getKey().startsWith(ApiRoutes.ROOT))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> shown(method, path.getKey())));
    }

    /** As the document's tables show it: what is read by its path below the root, what is written by method and whole path. */
    private static String shown(String method, String path) {
        return method.equals("get")
                ? path.substring(ApiRoutes.ROOT.length())
                : method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasItsRow(String operation) throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row ->
                        CODE.matcher(row.substring(0, row.indexOf('|', 1))).results())
                .map(code -> code.group(1).replaceFirst("\\?.*", ""))
                .toList();

        assertThat(rows).contains(operation);
    }

    @Test
    void answersMayBeAheadOfTheLastCommitByOneCommitInterval() throws IOException {
        StreamsConfig streams =
                new StreamsSettings("none:1", Topics.declared(), Path.of("state"), "me", Map.of()).config();

        assertThat(Files.readString(DOCUMENT))
                .containsPattern("may be ahead of the last commit by one commit interval \\(%d ms\\)"
                        .formatted(streams.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)));
    }

    @Test
    void everyReasonOfARefusalIsThere() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(Reason.values()).allSatisfy(reason -> assertThat(document).contains("`" + reason + "`"));
    }
}
