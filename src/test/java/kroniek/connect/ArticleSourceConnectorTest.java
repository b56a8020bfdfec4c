package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;

class ArticleSourceConnectorTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "name", "a",
            "folder", "/articles",
            "topic", "raw",
            "rejected.topic", "rejected",
            "files.topic", "files",
            "files.consumer.bootstrap.servers", "localhost:9092");

    private final ArticleSourceConnector connector = new ArticleSourceConnector();

    @Test
    void isFoundByConnect() {
        assertThat(ServiceLoader.load(SourceConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(ArticleSourceConnector.class);
    }

    @Test
    void promisesExactlyOnce() {
        assertThat(connector.exactlyOnceSupport(SETTINGS)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void runsOneTaskHoweverManyMayRun() {
        connector.start(SETTINGS);
        assertThat(connector.taskConfigs(8)).containsExactly(SETTINGS);
        assertThat(connector.taskClass()).isEqualTo(ArticleSourceTask.class);
        assertThat(connector.version()).isNotBlank();
    }

    @Test
    void reportsMistakesToConnectBySetting() {
        assertThat(connector.validate(Map.of("folder", "x", "foldr", "/y")).configValues())
                .filteredOn(value -> !value.errorMessages().isEmpty())
                .extracting(ConfigValue::name)
                .containsExactlyInAnyOrder(
                        "folder",
                        "topic",
                        "rejected.topic",
                        "files.topic",
                        "files.consumer.bootstrap.servers",
                        "foldr");
    }

    @Test
    void letsItsOffsetsBeResetAndSetButNotMangled() {
        Map<String, String> file = Map.of("file", "a.jsonl");
        FileState state = new FileState(7, Instant.EPOCH, "ab", 7, 1, true, null);
        assertThat(connector.alterOffsets(SETTINGS, Collections.singletonMap(file, null)))
                .isTrue();
        assertThat(connector.alterOffsets(SETTINGS, Map.of(file, state.toOffset())))
                .isTrue();
        assertThatCode(() -> connector.alterOffsets(SETTINGS, Collections.singletonMap(Map.of("rejected", "7"), null)))
                .doesNotThrowAnyException();
        assertThatCode(() -> connector.alterOffsets(SETTINGS, Collections.singletonMap(Map.of("noted", "last"), null)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> connector.alterOffsets(SETTINGS, Map.of(file, Map.of("position", 7))))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("size");
        assertThatThrownBy(() -> connector.alterOffsets(SETTINGS, Map.of(Map.of("rejected", "7"), Map.of())))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> connector.alterOffsets(SETTINGS, Map.of(Map.of("path", "a"), state.toOffset())))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("Not a source partition");
    }
}
