package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kroniek.topic.Catalogue;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A broker that wants a name and a password from every client. */
class LoginIT {

    private static final String ARTICLE = " date 2018-02-07 Shinzo Abe sprak in Tokio. Volgens Japan was het goed.";
    private static final String JAAS =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"kroniek\" password=\"%s\";";

    /** Who only looks, and who writes. */
    private static final List<String> COMMANDS =
            List.of("status", "verify", "topics check", "redrive", "withdraw a.txt");

    @TempDir
    static Path folder;

    private static KafkaRaftServer broker;
    private static String address;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeAll
    static void startKafka() throws Exception {
        Path data = Files.createDirectories(folder.resolve("kafka"));
        address = "127.0.0.1:" + PortChoice.free();
        Properties p = EmbeddedKafka.properties(
                data, PortChoice.free(), PortChoice.free(), Catalogue.load().maxRecordBytes());
        p.setProperty("listeners", "LOGIN://" + address + "," + p.getProperty("listeners"));
        p.setProperty("advertised.listeners", "LOGIN://" + address + "," + p.getProperty("advertised.listeners"));
        p.setProperty(
                "listener.security.protocol.map", "LOGIN:SASL_PLAINTEXT,PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("inter.broker.listener.name", "PLAINTEXT");
        p.setProperty("listener.name.login.sasl.enabled.mechanisms", "PLAIN");
        p.setProperty(
                "listener.name.login.plain.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required user_kroniek=\"geheim\";");
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(data.toString()))
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .run();
        broker = new KafkaRaftServer(KafkaConfig.fromProps(p, false), Time.SYSTEM);
        broker.startup();
    }

    @AfterAll
    static void stopKafka() {
        broker.shutdown();
        broker.awaitShutdown();
    }

    private static Map<String, String> login(String password) {
        return Map.of(
                "kafka.security.protocol", "SASL_PLAINTEXT",
                "kafka.sasl.mechanism", "PLAIN",
                "kafka.sasl.jaas.config", JAAS.formatted(password));
    }

    /** Runs a command with the login in its settings file; its exit code. */
    private int run(String command, String password) throws Exception {
        Properties settings = new Properties();
        settings.putAll(login(password));
        Path file = folder.resolve(password + ".properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of("--config", file.toString(), "--bootstrap-servers", address));
        words.addAll(List.of("--data", folder.resolve("commands").toString(), "--prefix", "login"));
        said.reset();
        PrintStream stream = new PrintStream(said, true, UTF_8);
        return Main.run(new Console(stream, stream), words.toArray(new String[0]));
    }

    @Test
    void theProgramAndItsCommandsWorkWithTheRightPassword() throws Exception {
        try (Deployment program = new Deployment(folder.resolve("run"), address, "login").file("a.txt", ARTICLE)) {
            login("geheim").forEach(program::with);
            program.with(Settings.WRITE_LOOPBACK, "true").start().settle();
            HttpRequest push = HttpRequest.newBuilder(
                            URI.create(program.application().page() + "api/v1/articles"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"id\":\"b\",\"date\":\"2018-02\",\"text\":\"Japan wint.\"}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(push, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(202);
            assertThat(program.awaitSettled(2).at("/state").asText()).isEqualTo("holds");
        }
        for (String command : COMMANDS) {
            assertThat(run(command, "geheim"))
                    .as(command + ": " + said.toString(UTF_8))
                    .isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --http 127.0.0.1:0",
                "status",
                "verify",
                "topics check",
                "redrive",
                "withdraw x",
                "reannotate"
            })
    void aWrongPasswordIsSaidAtOnce(String command) throws Exception {
        long begun = System.nanoTime();

        assertThat(run(command, "fout")).isNotZero();

        assertThat(said.toString(UTF_8))
                .contains(
                        "kroniek: Kafka at " + address + " refuses the login (",
                        "check kafka.security.protocol, kafka.sasl.mechanism, kafka.sasl.jaas.config")
                .doesNotContain("fout\"");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aLoginThatCannotBeReadIsSaidToBeOne() throws Exception {
        assertThat(run("topics", "\"")).isEqualTo(1);

        assertThat(said.toString(UTF_8)).contains("cannot be used: ", "kafka.sasl.jaas.config");
    }
}
