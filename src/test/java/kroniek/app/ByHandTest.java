package kroniek.app;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code docker/by-hand} tells its processes what {@code docker/compose.cluster.yaml} tells the containers, but for where they are. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is a shell script")
class ByHandTest {

    private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
    private static final List<String> INSTANCES = List.of("kroniek-1", "kroniek-2");

    @TempDir
    Path folder;

    private Path data;
    private JsonNode services;
    /** What stands for each host and port of the Compose file. */
    private final Map<String, String> places = new TreeMap<>();

    @BeforeEach
    void configure() throws Exception {
        services = DockerTest.compose("compose.cluster.yaml").get("services");
        data = Files.createDirectory(folder.resolve("data")).toRealPath();
        try (Program script = script("--data", data.toString(), "--configure")) {
            assertThat(script.exit()).as(script.err()).isZero();
        }
        for (String broker : BROKERS) {
            Matcher ports = Pattern.compile("PLAINTEXT://(127.0.0.1:\\d+),CONTROLLER://(127.0.0.1:\\d+)")
                    .matcher(written(broker + ".properties").get("listeners"));
            assertThat(ports.matches()).isTrue();
            places.put(broker + ":9092", ports.group(1));
            places.put(broker + ":9093", ports.group(2));
        }
        for (String instance : INSTANCES) {
            places.put(instance + ":8080", written(instance + ".env").get("KRONIEK_HTTP_ADDRESS"));
        }
    }

    private Program script(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("docker/by-hand"), Stream.of(arguments)).toList();
        return Program.start(folder, command, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    /** What the script has written for a process. */
    private Map<String, String> written(String file) throws IOException {
        return properties(Files.readString(data.resolve(file)));
    }

    private static Map<String, String> properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties.stringPropertyNames().stream().collect(toMap(name -> name, properties::getProperty));
    }

    /** Something that the Compose file says, with the places that hold here. */
    private String here(String said) {
        String here = said;
        for (Map.Entry<String, String> place : places.entrySet()) {
            here = here.replace(place.getKey(), place.getValue());
        }
        return here;
    }

    @Test
    void everyServiceIsAProcessButThoseThatWatch() {
        TreeSet<String> expected = Stream.concat(BROKERS.stream(), INSTANCES.stream())
                .collect(toCollection(() -> new TreeSet<>(List.of("connect", "connector", "prometheus", "grafana"))));
        TreeSet<String> names = new TreeSet<>();
        services.fieldNames().forEachRemaining(names::add);

        assertThat(names).isEqualTo(expected);
        assertThat(places.values()).doesNotHaveDuplicates();
    }

    @Test
    void brokersHaveTheSettingsOfTheirContainers() throws IOException {
        for (String broker : BROKERS) {
            Map<String, String> expected = new TreeMap<>();
            DockerTest.environment(services.get(broker)).forEach((variable, value) -> {
                if (variable.startsWith("KAFKA_")) {
                    String key = variable.substring("KAFKA_".length())
                            .replace('_', '.')
                            .toLowerCase(Locale.ROOT);
                    expected.put(key, here(value.replace("://:", "://" + broker + ":")));
                }
            });
            expected.put("log.dirs", data.resolve(broker).toString());

            assertThat(written(broker + ".properties")).isEqualTo(expected);
        }
    }

    @Test
    void instancesHaveTheVariablesOfTheirContainersAndOfTheImage() throws IOException {
        for (String instance : INSTANCES) {
            Map<String, String> expected = new TreeMap<>();
            DockerTest.environment(services.get(instance))
                    .forEach((variable, value) -> expected.put(variable, here(value)));
            expected.put("KRONIEK_DATA_DIR", data.resolve(instance).toString());
            expected.put("KRONIEK_HTTP_ADDRESS", here(instance + ":8080"));

            assertThat(written(instance + ".env")).isEqualTo(expected);
        }
        assertThat(written("kroniek-1.env").keySet())
                .containsAll(DockerTest.environmentOfTheImage().keySet());
    }

    @Test
    void theWorkerAndItsConnectorAreThoseOfTheirContainer() throws IOException {
        Map<String, String> worker =
                properties(here(Files.readString(Path.of("docker/connect-distributed.properties"))));
        Map<String, String> found = written("connect.properties");
        worker.put("plugin.path", data.resolve("plugins").toString());
        worker.put("rest.advertised.host.name", "127.0.0.1");
        assertThat(worker.put("listeners", found.getOrDefault("listeners", ""))).endsWith(":8083");
        assertThat(found).isEqualTo(worker);
        assertThat(found.get("listeners")).matches("http://127\\.0\\.0\\.1:\\d+");

        String articles = Path.of("docker/articles").toRealPath().toString();
        String connector = here(Files.readString(Path.of("docker/connector.json")))
                .replace("\"/articles\"", "\"" + articles + "\"");
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(data.resolve("connector.json").toFile())).isEqualTo(json.readTree(connector));
    }

    @Test
    void mistakesAreOneClearLine() throws Exception {
        assertFails("there is no option --artikelen", "--artikelen");
        assertFails("--data needs a folder", "--data");
        assertFails(
                "there is no folder " + folder.resolve("none"),
                "--articles",
                folder.resolve("none").toString());
        assertFails("build it with mvn package", "--data", data.toString(), "--build", folder.toString());
    }

    private void assertFails(String words, String... arguments) throws InterruptedException {
        try (Program script = script(arguments)) {
            assertThat(script.exit()).as(script.err()).isEqualTo(1);
            assertThat(script.err().lines()).hasSize(1);
            assertThat(script.err()).startsWith("by-hand: ").contains(words);
            assertThat(script.out()).isEmpty();
        }
    }
}
