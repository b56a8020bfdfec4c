package kroniek.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import kroniek.language.Language;
import kroniek.topic.Topics;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running topology. A failing task is restarted and reads again what it had not committed; one that fails again and again stops the
 * pipeline, which then says why.
 */
public final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    /** More failures than this within {@link #WINDOW} are taken to be lasting. */
    private static final int RESTARTS = 3;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final KafkaStreams streams;
    private final Restoration restoration = new Restoration();
    private final boolean leaveGroup;
    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private final AtomicReference<Throwable> lastFailure = new AtomicReference<>();

    /**
     * Prepares the pipeline; {@link #start()} starts it.
     *
     * @param rawPartitions how many partitions the raw topic has
     * @param clock tells how close failures are to each other, and which records are dated in the future
     */
    public Pipeline(StreamsSettings settings, int rawPartitions, Language language, Clock clock) {
        this(settings, rawPartitions, language, clock, Watcher.NONE);
    }

    /**
     * Prepares the pipeline; {@link #start()} starts it.
     *
     * @param rawPartitions how many partitions the raw topic has
     * @param clock tells how close failures are to each other, and which records are dated in the future
     * @param watcher is told of every version that is read
     */
    public Pipeline(StreamsSettings settings, int rawPartitions, Language language, Clock clock, Watcher watcher) {
        this(settings, rawPartitions, Steps.of(language, watcher), clock);
    }

    Pipeline(StreamsSettings settings, int rawPartitions, Steps steps, Clock clock) {
        this.clock = clock;
        StreamsConfig config = settings.config();
        this.streams = new KafkaStreams(
                KroniekTopology.build(config, settings.topics(), rawPartitions, steps, Stores.PERSISTENT, clock),
                config);
        this.leaveGroup = settings.instanceId() == null;
        streams.setUncaughtExceptionHandler(this::failed);
        streams.setGlobalStateRestoreListener(restoration);
        streams.setStateListener((now, before) -> LOG.info("streams: {} to {}", before, now));
    }

    /** The topic that the mention ledger is restored from: its keys are the articles that the ledger knows. */
    public static String ledgerTopic(Topics topics) {
        return topics.prefix() + "-" + MentionLedger.STORE + "-changelog";
    }

    private synchronized StreamThreadExceptionResponse failed(Throwable failure) {
        lastFailure.set(failure);
        Instant now = clock.instant();
        failures.add(now);
        failures.removeIf(earlier -> earlier.isBefore(now.minus(WINDOW)));
        LOG.error("a stream thread failed, {} times within {}", failures.size(), WINDOW, failure);
        return failures.size() <= RESTARTS
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Starts the threads; returns at once. */
    public void start() {
        streams.start();
    }

    /** The running streams, for asking their stores. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Whether all tasks run and their stores are restored. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /**
     * What its threads are about, in Kafka Streams' own words (RUNNING, REBALANCING, ERROR and others), and how much of the stores is still to
     * be restored.
     */
    public String state() {
        long left = restoration.atMost();
        return left == 0
                ? streams.state().name()
                : "%s, at most %d records to restore".formatted(streams.state(), left);
    }

    /** Why the pipeline stopped for good, if it did. */
    public Optional<Throwable> failure() {
        return streams.state() == KafkaStreams.State.ERROR ? Optional.ofNullable(lastFailure.get()) : Optional.empty();
    }

    /** Stops the threads, and leaves the group where this instance has no name that it comes back under. */
    @Override
    public void close() {
        CloseOptions.GroupMembershipOperation membership = leaveGroup
                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP;
        if (!streams.close(CloseOptions.groupMembershipOperation(membership).withTimeout(CLOSE_TIMEOUT))) {
            LOG.warn("the streams did not stop within {}", CLOSE_TIMEOUT);
        }
    }
}
