package kroniek.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Declaration> withSchema() {
        return Catalogue.load().all().stream().filter(declaration -> declaration.schema() != null);
    }

    static Stream<Topic<?>> typed() {
        Topics topics = Topics.declared();
        return Stream.of(
                topics.articles(),
                topics.mentions(),
                topics.actorMonths(),
                topics.actorPairs(),
                topics.actorMonthsMentioned(),
                topics.rises());
    }

    @Test
    void everyFileOfTheFolderIsDeclaredAndNamedAsItsTopic() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("topics"))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
            assertThat(names)
                    .containsExactlyElementsOf(Catalogue.load().all().stream()
                            .map(declaration -> declaration.name() + ".yaml")
                            .sorted()
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("withSchema")
    void theExampleIsValidUnderItsSchema(Declaration declaration) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(declaration.schema()));

        assertThat(schema.validate(declaration.exampleValue())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("withSchema")
    void theSchemaRefusesAValueWithoutItsFields(Declaration declaration) {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Objects.requireNonNull(declaration.schema()));

        assertThat(schema.validate(JSON.createObjectNode())).isNotEmpty();
    }

    /** The example is a value of schema version 1: it must stay readable, and what is read must be written again as it was. */
    @ParameterizedTest
    @MethodSource("typed")
    void theExampleIsReadAndWrittenByTheSerde(Topic<?> topic) throws IOException {
        assertThat(rewritten(topic.serde(), topic.declaration().exampleValue()))
                .isEqualTo(topic.declaration().exampleValue());
    }

    private static <V> JsonNode rewritten(Serde<V> serde, JsonNode example) throws IOException {
        V value = serde.deserializer().deserialize("", example.toString().getBytes(StandardCharsets.UTF_8));
        return JSON.readTree(serde.serializer().serialize("", value));
    }

    @Test
    void aPrefixReplacesTheFirstWordOfEveryName() {
        Topics topics = new Topics(Catalogue.load(), "proef.2", 12);

        assertThat(topics.all()).extracting(Topic::name).contains("proef.2.articles.raw", "proef.2.actor-months");
        assertThat(topics.all()).extracting(Topic::partitions).containsOnly(12);
    }

    /** A tombstone lives for longer than an application is down; a withdrawn text does not. */
    @Test
    void whatIsWithdrawnIsCompactedAwayWithinAWeekFromEveryTopic() {
        assertThat(Catalogue.load().all()).allSatisfy(declaration -> assertThat(declaration.config())
                .containsEntry("max.compaction.lag.ms", "604800000"));
        assertThat(Catalogue.load().get("articles.raw").config()).containsEntry("delete.retention.ms", "7776000000");
    }

    @Test
    void everyTopicIsCompacted() {
        assertThat(Catalogue.load().all())
                .allSatisfy(declaration -> assertThat(declaration.config()).containsEntry("cleanup.policy", "compact"));
    }
}
