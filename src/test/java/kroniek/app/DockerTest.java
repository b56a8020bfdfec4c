package kroniek.app;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kroniek.connect.ArticleSourceConfig;
import kroniek.topic.Catalogue;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** The files for containers say what the program says: no container engine runs here. */
class DockerTest {

    private static final Path DOCKER = Path.of("docker");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CLUSTER = "kafka-1:9092,kafka-2:9092,kafka-3:9092";

    private static String text(String file) {
        try {
            return Files.readString(DOCKER.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A Compose file with its anchors resolved. */
    static JsonNode compose(String file) {
        return JSON.valueToTree(new Yaml().load(text(file)));
    }

    /** The variables of a service. */
    static Map<String, String> environment(JsonNode service) {
        return service.path("environment").properties().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
    }

    private static String ofPom(String property) throws IOException {
        return found("<%s>(.*?)</".formatted(property.replace(".", "\\.")), Files.readString(Path.of("pom.xml")));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    /** The paths that the program serves. */
    private static Set<String> served() throws IOException {
        JsonNode api = new YAMLMapper()
                .readTree(
                        Path.of("src/main/resources/kroniek/http/openapi.yaml").toFile());
        Set<String> paths = new HashSet<>();
        api.get("paths").fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    @Test
    void theImageIsOfTheVersionsOfTheProjectAndRunsUnprivileged() throws IOException {
        String dockerfile = text("Dockerfile");
        String java = ofPom("maven.compiler.release");
        String last = dockerfile.substring(dockerfile.lastIndexOf("\nFROM "));

        assertThat(all("^FROM (\\S+)", dockerfile))
                .containsExactly(
                        "maven:3.9-eclipse-temurin-" + java,
                        "eclipse-temurin:" + java + "-jre",
                        "apache/kafka:" + ofPom("kafka.version"),
                        "eclipse-temurin:" + java + "-jre");
        assertThat(all("^USER (\\S+)", last)).containsExactly("kroniek");
        assertThat(last.indexOf("\nUSER ")).isLessThan(last.indexOf("\nENTRYPOINT "));
        assertThat(last.lastIndexOf("\nRUN ")).isLessThan(last.indexOf("\nUSER "));
        String port = found("EXPOSE (\\d+)", last);
        assertThat(port)
                .isEqualTo(Integer.toString(Settings.of(null, Map.of()).http().port()));
        assertThat(served()).contains(found("127\\.0\\.0\\.1:" + port + "(/[a-z/]+)", last));
    }

    @Test
    void whatIsCopiedIntoTheImageIsThere() {
        List<String> copied = all("^COPY ([^-].*?) \\S+$", text("Dockerfile"));

        assertThat(copied).isNotEmpty().allSatisfy(sources -> {
            for (String source : sources.split(" ", -1)) {
                assertThat(Path.of(source)).exists();
            }
        });
        assertThat(text("Dockerfile")).contains("target/run/kroniek-connect-plugin.zip");
    }

    /** The program's variables that the image has. */
    static Map<String, String> environmentOfTheImage() {
        Map<String, String> environment = new TreeMap<>();
        Pattern.compile("(KRONIEK_[A-Z_]+)=(\\S+)")
                .matcher(text("Dockerfile"))
                .results()
                .forEach(variable -> environment.put(variable.group(1), variable.group(2)));
        return environment;
    }

    @Test
    void theImageHasSettingsThatThereAre() {
        Settings settings = Settings.of(null, environmentOfTheImage(), Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("/data"));
        assertThat(settings.http()).isEqualTo(new Settings.HttpAddress("0.0.0.0", 8080, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cluster.yaml"})
    void everythingThatAComposeFileNamesIsThere(String file) throws IOException {
        JsonNode compose = compose(file);
        Set<String> services = names(compose.get("services"));
        Set<String> volumes = names(compose.get("volumes"));
        Set<String> used = new TreeSet<>();
        for (JsonNode service : compose.get("services")) {
            assertThat(services).containsAll(dependencies(service));
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":", -1)[0];
                if (source.startsWith("./")) {
                    assertThat(DOCKER.resolve(source)).exists();
                } else {
                    used.add(source);
                }
            }
            if (service.has("build")) {
                assertThat(DOCKER.resolve(service.at("/build/context").asText())
                                .resolve(service.at("/build/dockerfile").asText()))
                        .exists();
                assertThat(text("Dockerfile"))
                        .contains(" AS " + service.at("/build/target").asText() + "\n");
            }
            service.path("ports").forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
        assertThat(used).isEqualTo(volumes);
    }

    private static Set<String> dependencies(JsonNode service) {
        JsonNode dependencies = service.path("depends_on");
        Set<String> names = names(dependencies);
        dependencies.forEach(dependency -> {
            if (dependency.isTextual()) {
                names.add(dependency.asText());
            }
        });
        return names;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cluster.yaml"})
    void brokersAreOfTheKafkaOfTheProjectWithSettingsThatItKnows(String file) throws IOException {
        List<JsonNode> brokers = new ArrayList<>();
        compose(file).get("services").forEach(service -> {
            if (service.path("image").asText().startsWith("apache/kafka:")) {
                brokers.add(service);
            }
        });

        String version = ofPom("kafka.version");
        int quorum = brokers.size();
        assertThat(quorum).isEqualTo(file.equals("compose.yaml") ? 1 : 3);
        assertThat(brokers).allSatisfy(broker -> {
            assertThat(broker.get("image").asText()).isEqualTo("apache/kafka:" + version);
            Map<String, String> environment = environment(broker);
            assertThat(environment.get("CLUSTER_ID")).hasSize(22);
            assertThat(environment.get("KAFKA_CONTROLLER_QUORUM_VOTERS").split(","))
                    .hasSize(quorum);
            assertThat(environment.get("KAFKA_MESSAGE_MAX_BYTES"))
                    .isEqualTo(Integer.toString(Catalogue.load().maxRecordBytes()));
            assertThat(environment.get("KAFKA_AUTO_CREATE_TOPICS_ENABLE")).isEqualTo("false");
            assertThat(AbstractKafkaConfig.CONFIG_DEF.names())
                    .containsAll(environment.keySet().stream()
                            .filter(name -> name.startsWith("KAFKA_"))
                            .map(name ->
                                    name.substring(6).toLowerCase(Locale.ROOT).replace('_', '.'))
                            .toList());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.cluster.yaml"})
    void instancesHaveSettingsThatThereAreAndNoRights(String file) {
        JsonNode services = compose(file).get("services");
        List<String> instances = names(services).stream()
                .filter(name -> services.get(name).path("image").asText().equals("kroniek"))
                .toList();

        assertThat(instances).hasSize(file.equals("compose.yaml") ? 1 : 2).allSatisfy(name -> {
            JsonNode service = services.get(name);
            Settings settings = Settings.of(null, environment(service), Map.of());
            assertThat(service.get("read_only").asBoolean()).isTrue();
            assertThat(service.get("cap_drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(service.has("privileged")).isFalse();
            if (instances.size() == 1) {
                assertThat(settings.bootstrapServers()).isEqualTo("kafka:9092");
            } else {
                assertThat(settings.bootstrapServers()).isEqualTo(CLUSTER);
                assertThat(settings.streams()).containsEntry("application.server", name + ":8080");
                assertThat(settings.replication()).isEqualTo(3);
            }
        });
    }

    @Test
    void theWorkerAndItsConnectorAreThoseOfTheConfigurationButForAddresses() throws IOException {
        Map<String, String> worker = properties(DOCKER.resolve("connect-distributed.properties"));
        Map<String, String> expected = properties(Path.of("config/connect/worker-distributed.properties"));
        expected.putAll(Map.of(
                "bootstrap.servers", CLUSTER,
                "plugin.path", "/plugins",
                "listeners", "http://0.0.0.0:8083",
                "rest.advertised.host.name", "connect"));
        assertThat(worker).isEqualTo(expected);

        Map<String, String> connector = strings(JSON.readTree(text("connector.json")));
        Map<String, String> documented = strings(
                JSON.readTree(Path.of("config/connect/article-source.json").toFile())
                        .get("config"));
        documented.put(ArticleSourceConfig.FILES_BOOTSTRAP, CLUSTER);
        assertThat(connector).isEqualTo(documented);
        assertThat(ArticleSourceConfig.mistakes(connector)).isEmpty();
        assertThat(text("compose.cluster.yaml")).contains("./articles:" + connector.get("folder") + ":ro");
    }

    private static Map<String, String> properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    private static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new TreeMap<>();
        object.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    @Test
    void prometheusReadsEveryInstanceWhereItIs() throws IOException {
        JsonNode scraped =
                new YAMLMapper().readTree(text("prometheus/prometheus.yaml")).at("/scrape_configs/0");
        Set<String> instances = names(compose("compose.cluster.yaml").get("services")).stream()
                .filter(name -> name.startsWith("kroniek-"))
                .map(name -> name + ":8080")
                .collect(toSet());
        Set<String> targets = new HashSet<>();
        scraped.at("/static_configs/0/targets").forEach(target -> targets.add(target.asText()));

        assertThat(targets).isEqualTo(instances);
        assertThat(served()).contains(scraped.get("metrics_path").asText());
    }

    @Test
    void dashboardAndAlertsAskForMetricsAndLabelsThatThereAre() throws IOException {
        String document = Files.readString(Path.of("docs/metrics.md"));
        Set<String> metrics = new HashSet<>(all("^\\| `(kroniek_\\w+)`", document));
        Set<String> labels = new HashSet<>(all("^\\| `kroniek_\\w+` \\| `(\\w+)`", document));
        List<String> asked = new ArrayList<>();
        JSON.readTree(text("grafana/dashboards/kroniek.json"))
                .findValues("expr")
                .forEach(expr -> asked.add(expr.asText()));
        new YAMLMapper()
                .readTree(text("prometheus/alerts.yaml"))
                .findValues("expr")
                .forEach(expr -> asked.add(expr.asText()));

        assertThat(asked).hasSizeGreaterThan(12);
        String expressions = String.join("\n", asked);
        assertThat(metrics).containsAll(all("(kroniek_\\w+)", expressions));
        assertThat(labels).containsAll(all("by \\((\\w+)\\)", expressions));
        assertThat(labels).containsAll(all("kroniek_\\w+\\{(\\w+)=", expressions));
        // Every metric of ours is looked at somewhere.
        assertThat(all("(kroniek_\\w+)", expressions)).containsAll(metrics);
    }

    @Test
    void grafanaFindsItsSourceAndItsDashboardWhereTheyAreMounted() throws IOException {
        JsonNode source = new YAMLMapper()
                .readTree(text("grafana/provisioning/datasources/prometheus.yaml"))
                .at("/datasources/0");
        String mounted = new YAMLMapper()
                .readTree(text("grafana/provisioning/dashboards/kroniek.yaml"))
                .at("/providers/0/options/path")
                .asText();
        JsonNode grafana = compose("compose.cluster.yaml").at("/services/grafana");

        assertThat(source.get("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(JSON.readTree(text("grafana/dashboards/kroniek.json")).findValuesAsText("uid"))
                .containsOnly("kroniek", source.get("uid").asText());
        assertThat(grafana.get("volumes").toString()).contains("./grafana/dashboards:" + mounted + ":ro");
        assertThat(environment(grafana).get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
                .isEqualTo(mounted + "/kroniek.json");
        assertThat(Stream.of("prometheus", "grafana").map(name -> compose("compose.cluster.yaml")
                        .at("/services/" + name + "/image")
                        .asText()))
                .allSatisfy(image -> assertThat(image).matches(".*:v?\\d+\\.\\d+\\.\\d+"));
    }
}
