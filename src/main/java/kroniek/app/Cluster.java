package kroniek.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kroniek.stream.StreamsSettings;
import kroniek.topic.TopicAdmin;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka that a command talks to: the one it was given, the embedded broker of the program that runs on the data directory, or an
 * embedded broker of its own that ends with it.
 */
final class Cluster implements AutoCloseable {

    /** A broker that was killed in the midst of many records looks through its logs first. */
    private static final Duration BROKER_STARTS_WITHIN = Duration.ofSeconds(60);

    private final String bootstrapServers;
    private final @Nullable EmbeddedKafka broker;
    private final @Nullable DataDirectory data;

    private Cluster(String bootstrapServers, @Nullable EmbeddedKafka broker, @Nullable DataDirectory data) {
        this.bootstrapServers = bootstrapServers;
        this.broker = broker;
        this.data = data;
    }

    /** Finds or starts the cluster for a command that looks at it. */
    static Cluster forLooking(Settings settings) {
        String given = settings.bootstrapServers();
        if (given != null) {
            return new Cluster(given, null, null);
        }
        Optional<String> running = runningBroker(settings.data());
        if (running.isPresent()) {
            return new Cluster(running.get(), null, null);
        }
        if (!DataDirectory.holdsKafka(settings.data())) {
            throw nothingThere(settings);
        }
        DataDirectory data = DataDirectory.open(settings.data());
        return new Cluster(embedded(data, settings.topics()), data);
    }

    /** Where the broker listens of the program that has the directory now, which may be about to start it; empty if none has it. */
    private static Optional<String> runningBroker(Path data) {
        long begun = System.nanoTime();
        while (DataDirectory.isInUse(data)) {
            Optional<String> running = DataDirectory.runningBroker(data);
            if (running.isPresent()) {
                return running;
            }
            if (System.nanoTime() - begun > BROKER_STARTS_WITHIN.toNanos()) {
                throw new UserError("a program has %s, but its Kafka has not come up within %d s; look at what it says"
                        .formatted(data, BROKER_STARTS_WITHIN.toSeconds()));
            }
            pause();
        }
        return Optional.empty();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while waiting for Kafka", e);
        }
    }

    /**
     * Takes the data directory and the cluster for a command that counts itself.
     *
     * @throws UserError if a program is running on the data directory, or it holds nothing
     */
    static Cluster forCounting(Settings settings) {
        String given = settings.bootstrapServers();
        if (given == null && !DataDirectory.holdsKafka(settings.data())) {
            throw nothingThere(settings);
        }
        DataDirectory data = DataDirectory.open(settings.data());
        try {
            return given == null
                    ? new Cluster(embedded(data, settings.topics()), data)
                    : new Cluster(given, null, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    private static UserError nothingThere(Settings settings) {
        return new UserError(
                "there is nothing of kroniek in %s; give the data directory of a program that has run with --data"
                        .formatted(settings.data()));
    }

    private Cluster(EmbeddedKafka broker, DataDirectory data) {
        this(broker.bootstrapServers(), broker, data);
    }

    /** Starts the embedded broker on a data directory and announces it there. */
    static EmbeddedKafka embedded(DataDirectory data, Topics topics) {
        EmbeddedKafka broker =
                EmbeddedKafka.start(data.kafka(), topics.catalogue().maxRecordBytes());
        data.announceBroker(broker.bootstrapServers());
        return broker;
    }

    /** Settings of a client, in Kafka's own keys. */
    static Map<String, Object> client(String bootstrapServers) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /** Settings of a client that gives up on a cluster that does not answer, instead of waiting for minutes. */
    static Map<String, Object> impatient(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>(client(bootstrapServers));
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    /**
     * An impatient admin client.
     *
     * @throws UserError if no Kafka answers
     */
    static Admin admin(String bootstrapServers) {
        Admin admin;
        try {
            admin = Admin.create(impatient(bootstrapServers));
        } catch (KafkaException e) {
            throw new UserError(
                    "'%s' cannot be used: %s; check --bootstrap-servers"
                            .formatted(bootstrapServers, Application.rootOf(e).getMessage()),
                    e);
        }
        try {
            admin.describeCluster().nodes().get();
            return admin;
        } catch (ExecutionException e) {
            admin.close();
            throw new UserError("no Kafka answers at " + bootstrapServers + "; check --bootstrap-servers", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            admin.close();
            throw new UserError("interrupted while looking for Kafka at " + bootstrapServers, e);
        }
    }

    /** @throws UserError if a topic is missing, so that there is nothing to look at */
    void requireTopics(Topics topics) {
        try (Admin admin = admin()) {
            TopicAdmin topicAdmin = new TopicAdmin(admin, topics);
            List<String> missing = topics.all().stream()
                    .map(Topic::name)
                    .filter(name -> topicAdmin.partitions(name).isEmpty())
                    .toList();
            if (!missing.isEmpty()) {
                throw new UserError(
                        "there is nothing to look at: no topic %s; run the program first, or correct --prefix"
                                .formatted(String.join(", ", missing)));
            }
        }
    }

    /** Whether its broker is one that was started for this command, so that no program is running on it. */
    boolean endsWithUs() {
        return broker != null;
    }

    /** The streams' settings of a command that counts itself. */
    StreamsSettings streams(Settings settings) {
        DataDirectory directory = Objects.requireNonNull(data, "not opened for counting");
        String instance = broker == null ? null : directory.instanceId();
        return new StreamsSettings(
                bootstrapServers, settings.topics(), directory.streams(), instance, settings.streams());
    }

    /** Where it listens. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Settings of a client of this cluster. */
    Map<String, Object> client() {
        return client(bootstrapServers);
    }

    /** An admin client of this cluster. */
    Admin admin() {
        return admin(bootstrapServers);
    }

    /** Stops what this command started. */
    @Override
    public void close() {
        if (broker != null) {
            broker.close();
        }
        if (data != null) {
            data.close();
        }
    }
}
