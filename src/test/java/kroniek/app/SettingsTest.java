package kroniek.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder;

    @Test
    void withoutAnythingTheSamplesAreReadAndABrokerIsStarted() {
        Settings settings = Settings.of(null, Map.of());

        assertThat(settings.readsSamples()).isTrue();
        assertThat(settings.bootstrapServers()).isNull();
        assertThat(settings.data()).isEqualTo(Path.of(".kroniek"));
        assertThat(settings.http()).isEqualTo(new Settings.HttpAddress("127.0.0.1", 8080, false));
        assertThat(settings.topics().actorMonths().name()).isEqualTo("kroniek.actor-months");
    }

    @Test
    void onAClusterNoFolderIsReadUnlessItIsNamed() {
        assertThat(Settings.of(null, Map.of("bootstrap.servers", "a:1")).articles())
                .isNull();
        assertThat(Settings.of(null, Map.of("bootstrap.servers", "a:1", "articles.dir", "x"))
                        .articles())
                .isEqualTo(Path.of("x"));
    }

    @Test
    void anOptionGoesBeforeTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.properties"), "prefix=uit-bestand\nstreams.num.stream.threads=3\n");

        assertThat(Settings.of(file, Map.of()).prefix()).isEqualTo("uit-bestand");
        assertThat(Settings.of(file, Map.of()).streams()).containsEntry("num.stream.threads", "3");
        assertThat(Settings.of(file, Map.of("prefix", "optie")).prefix()).isEqualTo("optie");
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndAnOptionBeforeBoth() throws IOException {
        Path file = Files.writeString(folder.resolve("my.properties"), "prefix=bestand\nhttp.address=0.0.0.0:1\n");
        Map<String, String> environment = Map.of(
                "KRONIEK_PREFIX", "omgeving",
                "KRONIEK_HTTP_PORT", "7000",
                "KRONIEK_STREAMS_NUM_STANDBY_REPLICAS", "1",
                "KRONIEK_JAVA_OPTS", "-Xmx4g",
                "KRONIEK_LOG", "info",
                "KRONIEK_DATA_DIR", " ",
                "PREFIX", "x");

        Settings settings = Settings.of(file, environment, Map.of());

        assertThat(settings.prefix()).isEqualTo("omgeving");
        assertThat(settings.http()).isEqualTo(new Settings.HttpAddress("0.0.0.0", 7000, true));
        assertThat(settings.streams()).containsExactly(entry("num.standby.replicas", "1"));
        assertThat(settings.data()).isEqualTo(Path.of(".kroniek"));
        Map<String, String> options = Map.of("prefix", "optie", "http.address", "127.0.0.1:9");
        assertThat(Settings.of(file, environment, options).prefix()).isEqualTo("optie");
        assertThat(Settings.of(file, environment, options).http())
                .isEqualTo(new Settings.HttpAddress("127.0.0.1", 9, true));
    }

    @Test
    void everyMistakeIsNamedInOneMessageWithItsPlaceAndTheNearestKnownKey() throws IOException {
        Path file = Files.writeString(
                folder.resolve("my.properties"),
                "prefx=a\niets.heel.anders=1\nhttp.address=8080\ntopics.partitions=nul\nprefix=a b\nstreams.num.stream.treads=2\n"
                        + "producer.linger.ms=kort\nconsumer.isolation.level=read_uncommitted\n"
                        + "connector.minimum.age.ms=oud\nstreams.topic.cleanup.policy=delete\n");
        Map<String, String> environment = Map.of(
                "KRONIEK_HTTP_PROT", "1",
                "KRONIEK_CONNECT_OFFSET_FLUSH_INTERVAL_MS", "vaak",
                "KRONIEK_CONNECT_LISTENRS", "x",
                "KRONIEK_STREAMS_PRODUCER_ACKS", "1");

        assertThatThrownBy(() -> Settings.of(file, environment, Map.of("topics.replication", "0")))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(
                        "there is no setting 'prefx'; did you mean 'prefix'? (" + file + ")",
                        "there is no setting 'iets.heel.anders'; there are articles.dir, ",
                        "there is no setting 'http.prot'; did you mean 'http.port'?",
                        "(KRONIEK_HTTP_PROT)",
                        "http.address is HOST:PORT with a port from 0 (any free one) to 65535, not '8080' (" + file
                                + ")",
                        "topics.partitions is a whole number from 1 to 1000, not 'nul'",
                        "topics.replication is a whole number from 1 to 100, not '0' (the command line)",
                        "prefix is up to 100 letters",
                        "there is no setting 'streams.num.stream.treads'; did you mean 'streams.num.stream.threads'?",
                        "producer.linger.ms: Invalid value kort for configuration linger.ms",
                        "consumer.isolation.level is not to be set",
                        "streams.producer.acks is not to be set",
                        "(KRONIEK_STREAMS_PRODUCER_ACKS)",
                        "streams.topic.cleanup.policy: changelogs must keep whatever stands in a store",
                        "minimum.age.ms",
                        "there is no setting 'connect.listenrs'; did you mean 'connect.listeners'?",
                        "offset.flush.interval.ms")
                .message()
                .matches(
                        said -> said.lines()
                                        .filter(line -> line.startsWith("  - "))
                                        .count()
                                == 15,
                        "15 mistakes");
    }

    @Test
    void whatIsForClientsReachesThem() {
        Settings settings = Settings.of(
                null,
                Map.of(
                        "producer.linger.ms", "7",
                        "streams.producer.linger.ms", "8",
                        "consumer.fetch.max.wait.ms", "9",
                        "connect.offset.flush.interval.ms", "10"));

        assertThat(settings.producer()).containsExactly(entry("linger.ms", "7"));
        assertThat(settings.streams())
                .containsOnly(entry("producer.linger.ms", "8"), entry("consumer.fetch.max.wait.ms", "9"));
        assertThat(settings.worker())
                .containsOnly(entry("producer.linger.ms", "7"), entry("offset.flush.interval.ms", "10"));
        assertThat(settings.connector()).containsExactly(entry("files.consumer.fetch.max.wait.ms", "9"));
    }

    @Test
    void whatIsForAllClientsReachesEachUnlessItIsSaidForThatOne() {
        Settings settings = Settings.of(
                null,
                Map.of(
                        "bootstrap.servers", "a:1",
                        "articles.dir", "x",
                        "kafka.security.protocol", "SASL_SSL",
                        "producer.security.protocol", "SSL"));

        assertThat(settings.connection("b:2").impatient())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "b:2");
        assertThat(settings.producer()).containsEntry("security.protocol", "SSL");
        assertThat(settings.streams())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("producer.security.protocol", "SSL");
        assertThat(settings.worker())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("admin.security.protocol", "SASL_SSL")
                .containsEntry("consumer.security.protocol", "SASL_SSL")
                .containsEntry("producer.security.protocol", "SSL");
        assertThat(settings.connector()).containsEntry("files.consumer.security.protocol", "SASL_SSL");
    }

    @Test
    void whatIsForAllClientsIsKnownToAllAndForACluster() {
        assertThatThrownBy(() -> Settings.of(
                        null,
                        Map.of(
                                "bootstrap.servers", "a:1",
                                "kafka.security.protocl", "SSL",
                                "kafka.linger.ms", "5",
                                "kafka.security.protocol", "TLS",
                                "kafka.bootstrap.servers", "b:1")))
                .hasMessageContainingAll(
                        "there is no setting 'kafka.security.protocl'; did you mean 'kafka.security.protocol'?",
                        "there is no setting 'kafka.linger.ms'",
                        "kafka.security.protocol: Invalid value TLS",
                        "kafka.bootstrap.servers is not to be set");
        assertThatThrownBy(() -> Settings.of(null, Map.of("kafka.security.protocol", "SSL")))
                .hasMessageContaining("kafka.security.protocol is for a cluster; give that with bootstrap.servers");
    }

    @Test
    void nobodyMayWriteOverHttpUnlessThatIsSaid() throws IOException {
        assertThat(WriteToken.access(Settings.of(null, Map.of()).write()).isOpen())
                .isFalse();
        assertThat(WriteToken.access(Settings.of(null, Map.of("http.write.loopback", "true"))
                                .write())
                        .isOpen())
                .isTrue();
        assertThatThrownBy(() -> Settings.of(null, Map.of("http.write.loopback", "yes")))
                .hasMessageContaining("http.write.loopback is true or false, not 'yes'");
        Path token = folder.resolve("token");
        Settings.Write write = Settings.of(null, Map.of("http.write.token.file", token.toString()))
                .write();
        assertThatThrownBy(() -> WriteToken.access(write))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot read the token for writing");
        Files.writeString(token, "kort\n");
        assertThatThrownBy(() -> WriteToken.access(write))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at least 16 visible ASCII characters");
        Files.writeString(token, "0123456789abcdef\n");
        assertThat(WriteToken.access(write).isOpen()).isTrue();
    }

    @Test
    void timesThatDoNotFitTogetherAreSaidWhereArticlesMayBeWritten() {
        Map<String, String> long20s = Map.of("producer.request.timeout.ms", "20000");
        Map<String, String> writing = new HashMap<>(long20s);
        writing.put("http.write.loopback", "true");

        assertThat(Settings.of(null, long20s).producer()).containsEntry("request.timeout.ms", "20000");
        assertThatThrownBy(() -> Settings.of(null, writing))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "the settings are not right: while articles may be written over HTTP, producer.delivery.timeout.ms (15000)"
                                + " must be at least producer.request.timeout.ms (20000) and producer.linger.ms (0) together; set it to"
                                + " 20000, or make these shorter (the command line)");
        assertThatThrownBy(() -> Settings.of(
                        null,
                        Map.of("KRONIEK_PRODUCER_DELIVERY_TIMEOUT_MS", "3000"),
                        Map.of("http.write.loopback", "true")))
                .hasMessageEndingWith("(KRONIEK_PRODUCER_DELIVERY_TIMEOUT_MS)");
        writing.put("producer.delivery.timeout.ms", "20000");
        assertThat(Settings.of(null, writing).write().loopback()).isTrue();
        writing.put("producer.linger.ms", "1");
        assertThatThrownBy(() -> Settings.of(null, writing)).hasMessageContaining("set it to 20001");
        assertThatThrownBy(() -> Settings.of(
                        null,
                        Map.of(
                                "bootstrap.servers",
                                "a:1",
                                "kafka.request.timeout.ms",
                                "16000",
                                "http.write.loopback",
                                "true")))
                .hasMessageContaining("producer.request.timeout.ms (16000)");
    }

    @Test
    void howOftenTopicsAreKeptIsTheClustersMatterUnlessItIsSaid() {
        assertThat(Settings.of(null, Map.of()).topics().replication()).isZero();
        assertThat(Settings.of(null, Map.of("topics.replication", "3")).topics().replication())
                .isEqualTo(3);
        assertThatThrownBy(() -> Settings.of(null, Map.of("topics.replication", "0")))
                .hasMessageContaining("topics.replication is a whole number from 1 to 100, not '0'");
    }

    /** The settings file with every line in force. */
    private static String uncommented() throws IOException {
        return Files.readString(Path.of("config/kroniek.properties")).replaceAll("(?m)^#([a-z]+[a-z.]*[.=])", "$1");
    }

    @Test
    void theCommentedFileNamesEverySettingAndNoOther() throws IOException {
        Properties documented = new Properties();
        documented.load(new StringReader(uncommented()));
        Path file = Files.writeString(folder.resolve("all.properties"), uncommented());

        assertThat(documented.stringPropertyNames()).containsAll(Setting.KEYS);
        // Would be refused if the file named a setting that there is not.
        assertThat(Settings.of(file, Map.of(Settings.BOOTSTRAP, "a:1")).connector())
                .containsKey("minimum.age.ms");
    }

    @Test
    void theCommentedFileShowsTheDefaultsThatThereAre() throws IOException {
        Properties documented = new Properties();
        documented.load(new StringReader(uncommented()));
        Map<String, String> shown = new TreeMap<>();
        Setting.ALL.forEach(setting -> shown.put(setting.key(), setting.otherwise()));
        Map<String, String> said = new HashMap<>();
        shown.keySet().forEach(key -> {
            assertThat(documented.getProperty(key)).as(key).isEqualTo(shown.get(key));
            if (!documented.getProperty(key).isEmpty()) {
                said.put(key, documented.getProperty(key));
            }
        });

        assertThat(Settings.of(null, said))
                .usingRecursiveComparison()
                .ignoringFields("http.fixed", "actors.required", "connector", "articles")
                .isEqualTo(Settings.of(null, Map.of()));
    }

    @Test
    void theTableOfSettingsIsWhatThereIs() throws IOException {
        String document = Files.readString(Path.of("docs/settings.md"));
        String rows = Setting.ALL.stream()
                .map(setting -> "| `%s` | `%s` | %s | %s |\n"
                        .formatted(
                                setting.key(), setting.variable(), code(setting.option()), code(setting.otherwise())))
                .collect(joining());
        Set<String> options = Objects.requireNonNull(
                        Main.line(Console.ofProcess()).getSubcommands().get("run"))
                .getCommandSpec()
                .optionsMap()
                .keySet();

        assertThat(document).contains("| --- | --- | --- | --- |\n" + rows + "<!-- end of settings -->");
        assertThat(options)
                .containsAll(Setting.ALL.stream()
                        .map(Setting::option)
                        .filter(Objects::nonNull)
                        .toList());
        assertThat(Setting.ALL).allSatisfy(setting -> assertThat(Setting.key(setting.variable()))
                .isEqualTo(setting.key()));
    }

    private static String code(@Nullable String text) {
        return text == null || text.isEmpty() ? "–" : "`" + text + "`";
    }

    @Test
    void aFileThatIsNotThereIsAClearError() {
        assertThatThrownBy(() -> Settings.of(folder.resolve("none"), Map.of()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot read the settings file");
    }

    @Test
    void whatIsDoneWithFilesIsHandedToTheConnectorWithAbsolutePaths() {
        Settings settings = Settings.of(
                null, Map.of("after.publishing", "move", "archive.dir", "archief", "after.vanishing", "withdraw"));

        assertThat(settings.connector())
                .containsEntry("after.publishing", "move")
                .containsEntry(
                        "archive.folder", Path.of("archief").toAbsolutePath().toString())
                .containsEntry("after.vanishing", "withdraw")
                .doesNotContainKey("rejected.folder");
        assertThatThrownBy(() -> Settings.of(null, Map.of("bootstrap.servers", "a:1", "after.publishing", "move")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("after.publishing is for a folder that is watched");
    }
}
