package kroniek.app;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kroniek.domain.ActorMonth;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A deployment under test: a folder of articles, a data directory, a prefix of its own, and the application on them. */
final class Deployment implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(4);

    /** So that tests need not wait for files to grow old. */
    private static final Map<String, String> HURRY = Map.of(
            "connector.minimum.age.ms", "0", "connector.doubtful.age.ms", "0", "connector.poll.interval.ms", "50");

    static {
        // A pipeline that is made to fail fails on a thread of its own; what the test asserts is what it says of it.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    private final Path articles;
    private final Map<String, String> options = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(
            new PrintStream(said, true, StandardCharsets.UTF_8), new PrintStream(said, true, StandardCharsets.UTF_8));
    private @Nullable Application application;

    /** @param bootstrapServers a cluster, or null for an embedded broker in the folder */
    Deployment(Path folder, @Nullable String bootstrapServers, String prefix) throws IOException {
        articles = Files.createDirectories(folder.resolve("articles"));
        options.put(Settings.ARTICLES, articles.toString());
        options.put(Settings.DATA, folder.resolve("data").toString());
        options.put(Settings.HTTP, "127.0.0.1:0");
        options.put(Settings.PREFIX, prefix);
        options.putAll(HURRY);
        if (bootstrapServers != null) {
            options.put(Settings.BOOTSTRAP, bootstrapServers);
        }
    }

    Deployment with(String key, String value) {
        options.put(key, value);
        return this;
    }

    /** Leaves files alone for as long, and scans as often, as a program does that nobody has told otherwise. */
    Deployment unhurried() {
        options.keySet().removeAll(HURRY.keySet());
        return this;
    }

    Deployment start() {
        application = Application.start(Settings.of(null, options), console);
        return this;
    }

    Application application() {
        return Objects.requireNonNull(application, "not started");
    }

    /** What its topics and its group are called. */
    String prefix() {
        return Objects.requireNonNull(options.get(Settings.PREFIX));
    }

    Topics topics() {
        return Settings.of(null, options).topics();
    }

    /** Where its Kafka listens, also while the application is stopped if that is a cluster. */
    String bootstrapServers() {
        String cluster = options.get(Settings.BOOTSTRAP);
        return cluster == null ? application().bootstrapServers() : cluster;
    }

    private Map<String, Object> client() {
        return Connection.to(bootstrapServers()).client();
    }

    void restart() {
        stop();
        start();
    }

    /** Stops the application; what it keeps stays. */
    void stop() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    /** Writes a file into the watched folder. */
    Deployment file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Deployment file(String name, byte[] content) {
        try {
            Path file = articles.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs another command of the program on the same cluster and topics; its exit code. */
    int command(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--bootstrap-servers", bootstrapServers(), "--prefix", prefix()));
        return Main.run(console, line.toArray(new String[0]));
    }

    /** What the program says of its figures. */
    JsonNode status() {
        URI status = URI.create(application().page()).resolve("/api/v1/status");
        try (InputStream answer = status.toURL().openStream()) {
            return new ObjectMapper().readTree(answer);
        } catch (IOException notYet) {
            return MissingNode.getInstance();
        }
    }

    /** Waits until the program says that its figures are in this state; all that it says then. */
    JsonNode awaitState(String state) {
        return await().atMost(PATIENCE)
                .until(this::status, status -> status.path("state").asText().equals(state));
    }

    /** Waits until the status, which follows with a second's delay, says that so many raw articles are settled. */
    JsonNode awaitSettled(int articlesInRaw) {
        return await().atMost(PATIENCE)
                .until(
                        this::status,
                        status -> status.path("state").asText().equals("holds")
                                && status.at("/articles/inRaw").asInt() == articlesInRaw);
    }

    /** Waits until everything that is in the folder and in the raw topic now is counted. */
    Deployment settle() {
        long before = application().progress().map(p -> p.scansBegun()).orElse(0L);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> application().failure().ifPresent(failure -> {
                    throw new AssertionError(failure);
                }))
                .until(() -> application().isIdleSince(before));
        return this;
    }

    /** The counts as {@code key → mentions/articles}. */
    Map<String, String> counts() {
        Map<String, String> counts = new TreeMap<>();
        table(topics().actorMonths()).forEach((key, row) -> counts.put(key, row.mentions() + "/" + row.articles()));
        return counts;
    }

    Map<String, ActorMonth> rows() {
        return table(topics().actorMonths());
    }

    <V> Map<String, V> table(Topic<V> topic) {
        return TopicReader.table(client(), topic);
    }

    /** Writes raw records as another producer would. */
    void produce(List<ProducerRecord<String, byte[]>> records) {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put("max.request.size", 20_000_000);
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            records.forEach(record -> sent.add(producer.send(record)));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    ProducerRecord<String, byte[]> raw(String id, @Nullable String text) {
        return new ProducerRecord<>(
                topics().articlesRaw().name(), id, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        stop();
    }
}
