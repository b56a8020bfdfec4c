package kroniek.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
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
        int port = portIsFree(PREFERRED_PORT) ? PREFERRED_PORT : freePort();
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
                port = freePort();
            }
        }
    }

    static EmbeddedKafka start(Path directory, int port, int maxRecordBytes) throws Exception {
        Properties properties = properties(directory, port, freePort(), maxRecordBytes);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        try {
            server.startup();
        } catch (Exception e) {
            // Its controller runs; another attempt beside it would write into the same log.
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
        return new EmbeddedKafka(server, HOST + ":" + port);
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
        // After a kill the broker waits out its own old registration before it serves. Much less, and a machine that
        // stands still for a moment
        // loses its only broker to a heartbeat that comes late: every partition is without a leader then until the next
        // one.
        p.setProperty("broker.session.timeout.ms", "6000");
        p.setProperty("broker.heartbeat.interval.ms", "1000");
        return p;
    }

    private static boolean portIsFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UserError("no free port on " + HOST + " (" + e.getMessage() + ")", e);
        }
    }

    /** Where clients reach it. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops it and waits until its data is on disk. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
