package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kroniek.query.UnavailableException.Reason;
import kroniek.stream.StreamsSettings;
import kroniek.topic.Topics;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** What docs/api.md says of the program is so. */
class ApiDocumentTest {

    private static final String DOCUMENT = read();

    private static String read() {
        try {
            return Files.readString(Path.of("docs/api.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void answersMayBeAheadOfTheLastCommitByOneCommitInterval() {
        StreamsConfig streams =
                new StreamsSettings("none:1", Topics.declared(), Path.of("state"), "me", Map.of()).config();

        assertThat(DOCUMENT)
                .containsPattern("may be ahead of the last commit by one commit interval \\(%d ms\\)"
                        .formatted(streams.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)));
    }

    @Test
    void everyPathThatIsReadOrWrittenIsThere() throws IOException {
        try (InputStream described = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            JsonNode paths = new YAMLMapper().readTree(described).get("paths");
            assertThat(paths.fieldNames())
                    .toIterable()
                    .filteredOn(path -> path.startsWith(ApiRoutes.ROOT))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(DOCUMENT).contains("`" + path.substring(ApiRoutes.ROOT.length())));
        }
    }

    @Test
    void everyReasonOfARefusalIsThere() {
        assertThat(Reason.values()).allSatisfy(reason -> assertThat(DOCUMENT).contains("`" + reason + "`"));
    }
}
