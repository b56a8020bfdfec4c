package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import kroniek.topic.DefaultPartition;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and the program of {@code docs/consumers.md}, run as they stand there but for the address, on topics as they are declared. */
class ConsumersIT {

    private static final String EXPECTED = "KOR|2018-02";

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static String document;

    @BeforeAll
    static void start() throws Exception {
        document = Files.readString(Path.of("docs/consumers.md"));
        broker = TestBroker.start(folder.resolve("kafka"));
        Topics topics = Topics.declared();
        try (Admin admin = Admin.create(broker.client());
                Producer<String, byte[]> producer =
                        new KafkaProducer<>(broker.client(), new StringSerializer(), new ByteArraySerializer())) {
            new TopicAdmin(admin, topics).create();
            Topic<?> counts = topics.actorMonths();
            byte[] row = counts.declaration().exampleValue().toString().getBytes(UTF_8);
            producer.send(new ProducerRecord<>(
                            counts.name(), counts.declaration().exampleKey(), row))
                    .get();
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** A block of the document, with the address of the broker that runs here. */
    private static String block(String name) {
        Matcher block = Pattern.compile("<!-- run: " + name + " -->\n```[a-z]+\n(.*?)```", Pattern.DOTALL)
                .matcher(document);
        assertThat(block.find())
                .as("docs/consumers.md has a block to run: " + name)
                .isTrue();
        return block.group(1).replace("127.0.0.1:9092", broker.bootstrapServers());
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void kcatReadsTheCounts() throws Exception {
        assumeThat(isInstalled("kcat")).as("kcat is installed").isTrue();

        assertThat(run("sh", "-c", block("kcat"))).startsWith(EXPECTED + " → {").contains("\"name\":\"Zuid-Korea\"");
    }

    @Test
    void kcatPushesAndWithdrawsAnArticleWhereItBelongs() throws Exception {
        assumeThat(isInstalled("kcat")).as("kcat is installed").isTrue();
        Topic<byte[]> raw = Topics.declared().articlesRaw();

        run("sh", "-c", block("kcat push"));

        assertThat(articles(raw)).containsOnlyKeys("voorbeeld-1");
        int own = DefaultPartition.of("voorbeeld-1".getBytes(UTF_8), raw.partitions());
        String place =
                "kcat -b %s -C -t %s -o beginning -e -q -f '%%p %%h'".formatted(broker.bootstrapServers(), raw.name());
        assertThat(run("sh", "-c", place)).isEqualTo(own + " kroniek.format=json");

        run("sh", "-c", block("kcat withdraw"));

        assertThat(articles(raw)).isEmpty();
    }

    private static Map<String, byte[]> articles(Topic<byte[]> raw) {
        return TopicReader.table(broker.client(), raw);
    }

    @Test
    void kafkasConsoleConsumerReadsTheCounts() throws Exception {
        assumeThat(isInstalled("kafka-console-consumer.sh"))
                .as("kafka-console-consumer.sh of Kafka 4 is on the path; its class is in none of the libraries here")
                .isTrue();

        assertThat(run("sh", "-c", block("console consumer"))).contains(EXPECTED);
    }

    @Test
    void theJavaConsumerCompilesAndReadsTheCounts() throws Exception {
        Path source = Files.writeString(folder.resolve("ActorMonths.java"), block("java"));
        assertThat(Files.readAllLines(source).stream().filter(line -> !line.isBlank()))
                .hasSize(20);
        String classPath = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(failed).isZero();

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process consumer = new ProcessBuilder(List.of(
                        java, "-cp", folder + File.pathSeparator + classPath, "ActorMonths", broker.bootstrapServers()))
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(lineThatStartsWith(EXPECTED, consumer)).contains("\"mentions\":12");
        } finally {
            consumer.destroyForcibly().waitFor();
        }
    }

    /** Waits for it, as long as the consumer says something at all; it is ended after half a minute. */
    private static String lineThatStartsWith(String beginning, Process consumer) throws IOException {
        consumer.onExit().orTimeout(30, TimeUnit.SECONDS).exceptionally(late -> consumer.destroyForcibly());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(consumer.getInputStream(), UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theWarningAboutJoinsIsThere() {
        assertThat(document).contains("A join with a topic that is partitioned by the whole key must repartition.");
    }
}
