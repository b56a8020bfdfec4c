package kroniek.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker with its controller inside this process, on the loopback address. The one place that touches Kafka's internal
 * server classes. Its data survives the process.
 */
final class EmbeddedKafka implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int PREFERRED_PORT = 9092;
    private static final int NODE_ID = 1;
    private static final int ATTEMPTS = 3;

    private static final Duration CONTROLLER_STARTS_WITHIN = Duration.ofSeconds(60);

    /** The file that Kafka leaves behind when it is shut down, and takes away when it starts. */
    private static final String ENDED_IN_ORDER = ".kafka_cleanshutdown";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on the data in {@code directory}, which is formatted the first time; on port 9092 where it is free. Returns when it
     * serves.
     *
     * @param maxRecordBytes the largest record it must take
     */
    static EmbeddedKafka start(Path directory, int maxRecordBytes) {
        try (PortChoice choice = PortChoice.of(PREFERRED_PORT)) {
            int port = choice.port();
            for (int attempt = 1; ; attempt++) {
                try {
                    return start(directory, port, maxRecordBytes);
                } catch (Exception e) {
                    Throwable cause = Application.rootOf(e);
                    if (attempt == ATTEMPTS || !(cause instanceof BindException)) {
                        throw new UserError(
                                "the embedded broker cannot start on %s (%s); move that directory away, or give another --data"
                                        .formatted(directory, cause.getMessage()),
                                e);
                    }
                    // Somebody took the port between the look and the start.
                    port = PortChoice.free();
                }
            }
        }
    }

    static EmbeddedKafka start(Path directory, int port, int maxRecordBytes) throws Exception {
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        } else if (!Files.exists(directory.resolve(ENDED_IN_ORDER))) {
            forgetTheDead(directory, maxRecordBytes);
        }
        KafkaRaftServer server = started(properties(directory, port, PortChoice.free(), maxRecordBytes));
        return new EmbeddedKafka(server, HOST + ":" + port);
    }

    private static KafkaRaftServer started(Properties properties) throws Exception {
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (Exception e) {
            // Its controller runs; another attempt beside it would write into the same log.
            stop(server);
            throw e;
        }
    }

    /**
     * Strikes a broker that was killed off the cluster's list, with the controller alone. Else its old registration would be valid until
     * its session ends: the new one, not yet allowed in, would act as the leader that the old one was, and end transactions; and where
     * the session ends while their markers are on the way, Kafka takes the partitions, which are without a leader then, for deleted and
     * leaves the markers out. Such a transaction stays open for ever, and nobody reads behind it.
     */
    private static void forgetTheDead(Path directory, int maxRecordBytes) throws Exception {
        int port = PortChoice.free();
        Properties controller = properties(directory, 0, port, maxRecordBytes);
        controller.setProperty("process.roles", "controller");
        controller.setProperty("listeners", "CONTROLLER://%s:%d".formatted(HOST, port));
        controller.remove("advertised.listeners");
        KafkaRaftServer server = started(controller);
        try {
            long begun = System.nanoTime();
            while (!isForgotten(HOST + ":" + port)) {
                if (System.nanoTime() - begun > CONTROLLER_STARTS_WITHIN.toNanos()) {
                    throw new KafkaException(
                            "its controller is not there after " + CONTROLLER_STARTS_WITHIN.toSeconds() + " s");
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        } finally {
            stop(server);
        }
    }

    /** Whether the broker is off the list now; false where the controller is still reading its own log. */
    private static boolean isForgotten(String controller) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controller))) {
            admin.unregisterBroker(NODE_ID).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BrokerIdNotRegisteredException) {
                return true;
            }
            if (e.getCause() instanceof RetriableException || e.getCause() instanceof UnsupportedVersionException) {
                return false;
            }
            throw new KafkaException(e.getCause());
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path directory) throws Exception {
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(directory.toString()))
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .run();
    }

    static Properties properties(Path directory, int port, int controllerPort, int maxRecordBytes) {
        Properties p = new Properties();
        p.setProperty("node.id", Integer.toString(NODE_ID));
        p.setProperty("process.roles", "broker,controller");
        p.setProperty("listeners", "PLAINTEXT://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, controllerPort));
        p.setProperty("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port));
        p.setProperty("controller.listener.names", "CONTROLLER");
        p.setProperty("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.setProperty("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, HOST, controllerPort));
        p.setProperty("log.dirs", directory.toString());
        p.setProperty("auto.create.topics.enable", "false");
        p.setProperty("default.replication.factor", "1");
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("offsets.topic.num.partitions", "4");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("transaction.state.log.num.partitions", "4");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("message.max.bytes", Integer.toString(maxRecordBytes));
        p.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        p.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        // Nobody could take over from the only broker; a machine that stands still for a while must not lose it.
        p.setProperty("broker.session.timeout.ms", "60000");
        p.setProperty("broker.heartbeat.interval.ms", "1000");
        return p;
    }

    /** Where clients reach it. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops it and waits until its data is on disk. */
    @Override
    public void close() {
        stop(server);
    }
}
