package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cluster of {@code docker/compose.cluster.yaml}, started by {@code docker/by-hand} as a user starts it. */
class ByHandIT {

    private static final int ARTICLES = 25;

    @TempDir
    Path folder;

    private Path data;
    private Path articles;

    @BeforeEach
    void folders() throws IOException {
        assumeThat(Path.of("/bin/bash")).as("bash runs the script").exists();
        data = Files.createDirectory(folder.resolve("data")).toRealPath();
        articles = Files.createDirectory(folder.resolve("articles")).toRealPath();
    }

    @AfterEach
    void stopWhatIsLeft() {
        ours().forEach(ProcessHandle::destroyForcibly);
    }

    private Program script(String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker/by-hand", "--data", data.toString()));
        command.addAll(List.of(arguments));
        return Program.start(
                folder,
                command,
                Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        // They do not live long: compiling well would take longer than it saves.
                        "JDK_JAVA_OPTIONS",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
    }

    /** The processes that the script has started. */
    private List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(argument -> argument.startsWith("-Dkroniek.by.hand=" + data + "/")))
                .toList();
    }

    @Test
    void threeBrokersAWorkerAndTwoInstancesCountWhatIsPutIntoTheFolder() throws Exception {
        String build = Path.of(System.getProperty("kroniek.jar")).getParent().toString();
        try (Program cluster = script("--articles", articles.toString(), "--build", build)) {
            await().atMost(Duration.ofMinutes(4)).until(() -> cluster.out().contains("ready: ") || !cluster.isAlive());
            assertThat(cluster.out()).as(cluster.err()).contains("ready: ");
            List<String> pages = pages(cluster.out());
            assertThat(pages).hasSize(2).doesNotHaveDuplicates();
            assertThat(ours()).hasSize(6);

            putArticles();

            await().atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(pages).allSatisfy(page -> {
                        JsonNode status = ask(page, "api/v1/status");
                        assertThat(status.at("/state").asText()).isEqualTo("holds");
                        assertThat(status.at("/articles/annotated").asInt()).isEqualTo(ARTICLES);
                    }));
            JsonNode counts = ask(pages.get(0), "api/v1/actor-months?limit=500");
            assertThat(counts.get("items")).hasSizeGreaterThan(ARTICLES);
            assertThat(ask(pages.get(1), "api/v1/actor-months?limit=500")).isEqualTo(counts);
            assertThat(ask(pages.get(0), "api/v1/digest").get("digest"))
                    .isEqualTo(ask(pages.get(1), "api/v1/digest").get("digest"));
            everythingIsKeptThreeTimes(cluster.out());
            for (String instance : List.of("kroniek-1", "kroniek-2")) {
                assertThat(Files.readString(data.resolve(instance + ".metrics")))
                        .contains("kroniek_articles{");
            }

            try (Program second = script("--build", build)) {
                assertThat(second.exit()).isEqualTo(1);
                assertThat(second.err()).contains("it runs on " + data + " already");
            }
            try (Program stop = script("--stop")) {
                assertThat(stop.exit()).as(stop.err()).isZero();
            }
            assertThat(cluster.exit()).as(cluster.err()).isZero();
            assertThat(ours()).isEmpty();
        }
    }

    private static List<String> pages(String said) {
        Matcher ready = Pattern.compile("ready: (\\S+) and (\\S+);").matcher(said);
        assertThat(ready.find()).as(said).isTrue();
        return List.of(ready.group(1), ready.group(2));
    }

    private void putArticles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("samples"))) {
            for (Path sample : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .limit(ARTICLES)
                    .toList()) {
                Files.copy(sample, articles.resolve(sample.getFileName()));
            }
        }
    }

    private static JsonNode ask(String page, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(page).resolve(path)).build();
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body());
    }

    /** The program's topics, those of its stores, and the worker's own. */
    private static void everythingIsKeptThreeTimes(String said) throws Exception {
        Matcher brokers = Pattern.compile("brokers: (\\S+), ").matcher(said);
        assertThat(brokers.find()).as(said).isTrue();
        try (Admin admin = Admin.create(Connection.to(brokers.group(1)).client())) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(3);
            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .containsAll(
                            Topics.declared().all().stream().map(Topic::name).toList())
                    .contains("kroniek-mention-ledger-changelog", "kroniek-connect-offsets");
            assertThat(admin.describeTopics(names).allTopicNames().get().values())
                    .flatExtracting(TopicDescription::partitions)
                    .allSatisfy(partition -> assertThat(partition.replicas()).hasSize(3));
        }
    }
}
