package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.connect.runtime.standalone.StandaloneConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files in {@code config/connect} say what the connector takes, all of it and nothing else. */
class ConnectConfigFilesTest {

    private static final Path DIRECTORY = Path.of("config", "connect");
    private static final String OVERRIDE = "producer.override.";

    @Test
    void theConnectorsFilesNameEverySettingWithItsDefault() throws IOException {
        Map<String, String> json = json();
        for (ConfigDef.ConfigKey key :
                ArticleSourceConfig.DEFINITION.configKeys().values()) {
            assertThat(json).containsKey(key.name);
            if (key.hasDefault()) {
                assertThat(json).containsEntry(key.name, ConfigDef.convertToString(key.defaultValue, key.type));
            }
        }
    }

    @Test
    void theConnectorsFilesAreValid() throws IOException {
        assertThat(ArticleSourceConfig.of(json()).topic()).isEqualTo("kroniek.articles.raw");
        Set<String> known = SourceConnectorConfig.configDef().names();
        for (String key : json().keySet()) {
            if (key.startsWith(OVERRIDE)) {
                assertThat(ProducerConfig.configNames()).contains(key.substring(OVERRIDE.length()));
            } else {
                assertThat(known.contains(key)
                                || ArticleSourceConfig.DEFINITION.names().contains(key))
                        .as(key)
                        .isTrue();
            }
        }
    }

    @Test
    void bothFilesSayTheSameButForWhatStandaloneLacks() throws IOException {
        Map<String, String> distributed = json();
        assertThat(distributed.remove("exactly.once.support")).isEqualTo("required");
        assertThat(distributed.remove("transaction.boundary")).isEqualTo("poll");
        assertThat(distributed.remove("producer.override.transaction.timeout.ms"))
                .isNotNull();
        assertThat(properties("article-source.properties")).isEqualTo(distributed);
    }

    @Test
    void theDistributedWorkerIsValidAndExactlyOnce() throws IOException {
        Map<String, String> worker = properties("worker-distributed.properties");
        DistributedConfig config = new DistributedConfig(worker);
        assertThat(config.exactlyOnceSourceEnabled()).isTrue();
        assertThat(config.values().keySet()).containsAll(worker.keySet());
    }

    @Test
    void theStandaloneWorkerIsValidAndSaysWhatItLacks() throws IOException {
        Map<String, String> worker = properties("worker-standalone.properties");
        assertThat(new StandaloneConfig(worker).values().keySet()).containsAll(worker.keySet());
        assertThat(Files.readString(DIRECTORY.resolve("worker-standalone.properties")))
                .contains("no exactly-once source");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"article-source.properties", "worker-distributed.properties", "worker-standalone.properties"})
    void everyPropertiesFileIsCommented(String name) throws IOException {
        assertThat(Files.readAllLines(DIRECTORY.resolve(name)))
                .filteredOn(line -> line.startsWith("#"))
                .hasSizeGreaterThan(5);
    }

    private static Map<String, String> json() throws IOException {
        JsonNode request = new ObjectMapper()
                .readTree(DIRECTORY.resolve("article-source.json").toFile());
        Map<String, String> config = new ObjectMapper()
                .convertValue(request.path("config"), new TypeReference<TreeMap<String, String>>() {});
        config.put("name", request.path("name").textValue());
        return config;
    }

    private static Map<String, String> properties(String name) throws IOException {
        Properties properties = new Properties();
        try (BufferedReader file = Files.newBufferedReader(DIRECTORY.resolve(name))) {
            properties.load(file);
        }
        Map<String, String> map = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> map.put(key, properties.getProperty(key)));
        return map;
    }
}
