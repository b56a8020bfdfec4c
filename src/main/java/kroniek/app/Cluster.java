package kroniek.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import kroniek.inbox.Inbox;
import kroniek.stream.StreamsSettings;
import kroniek.topic.TopicAdmin;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The Kafka that a command talks to: the one it was given, the embedded broker of the program that runs on the data directory, or an
 * embedded broker of its own that ends with it.
 */
final class Cluster implements AutoCloseable {

    /** A broker that was killed in the midst of many records looks through its logs first. */
    private static final Duration BROKER_STARTS_WITHIN = Duration.ofSeconds(60);

    private final Connection connection;
    private final @Nullable EmbeddedKafka broker;
    private final @Nullable DataDirectory data;

    private Cluster(Connection connection, @Nullable EmbeddedKafka broker, @Nullable DataDirectory data) {
        this.connection = connection;
        this.broker = broker;
        this.data = data;
    }

    /** Finds or starts the cluster for a command that looks at it. */
    static Cluster forLooking(Settings settings) {
        String given = settings.bootstrapServers();
        if (given != null) {
            return new Cluster(settings.connection(given), null, null);
        }
        Optional<String> running = runningBroker(settings.data());
        if (running.isPresent()) {
            return new Cluster(settings.connection(running.get()), null, null);
        }
        if (!DataDirectory.holdsKafka(settings.data())) {
            throw nothingThere(settings);
        }
        DataDirectory data = DataDirectory.open(settings.data());
        return new Cluster(embedded(data, settings.topics()), data, settings);
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
                    ? new Cluster(embedded(data, settings.topics()), data, settings)
                    : new Cluster(settings.connection(given), null, data);
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

    private Cluster(EmbeddedKafka broker, DataDirectory data, Settings settings) {
        this(settings.connection(broker.bootstrapServers()), broker, data);
    }

    /** Starts the embedded broker on a data directory and announces it there. */
    static EmbeddedKafka embedded(DataDirectory data, Topics topics) {
        EmbeddedKafka broker =
                EmbeddedKafka.start(data.kafka(), topics.catalogue().maxRecordBytes());
        data.announceBroker(broker.bootstrapServers());
        return broker;
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

    /**
     * Opens what people write through, to be closed before this.
     *
     * @throws UserError if a topic is missing
     */
    Inbox inbox(Topics topics) {
        requireTopics(topics);
        return new Inbox(client(), topics);
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
                connection.bootstrapServers(), settings.topics(), directory.streams(), instance, settings.streams());
    }

    /** Where it listens. */
    String bootstrapServers() {
        return connection.bootstrapServers();
    }

    /** Settings of a client of this cluster. */
    Map<String, Object> client() {
        return connection.client();
    }

    /** An admin client of this cluster. */
    Admin admin() {
        return connection.admin();
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
