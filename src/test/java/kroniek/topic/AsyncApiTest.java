package kroniek.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    @Test
    void theDocumentIsMadeFromTheDeclarations() throws IOException {
        assertThat(AsyncApi.of(Topics.declared()))
                .as("docs/asyncapi.yaml; make it anew with ./kroniek topics asyncapi")
                .isEqualTo(Files.readString(Path.of("docs/asyncapi.yaml")));
    }

    @Test
    void everyTopicHasAChannelAnOperationAndAMessageUnderTheNamesOfTheDeployment() throws IOException {
        Topics topics = new Topics(Catalogue.load(), "krant", 12);
        JsonNode document = new YAMLMapper().readTree(AsyncApi.of(topics));

        assertThat(document.get("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.get("channels")).hasSize(topics.all().size()).allSatisfy(channel -> assertThat(
                        channel.at("/bindings/kafka/partitions").asInt())
                .isEqualTo(12));
        assertThat(document.findValuesAsText("$ref"))
                .hasSize(2 * topics.all().size())
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isObject())
                        .as(reference)
                        .isTrue());
        assertThat(document.at("/operations/read-articles-raw/action").asText()).isEqualTo("receive");
        assertThat(document.at("/operations/write-actor-months/action").asText())
                .isEqualTo("send");
        assertThat(document.get("channels")
                        .get("krant.mentions")
                        .get("x-partitioner")
                        .asText())
                .contains("before the first |");
    }
}
