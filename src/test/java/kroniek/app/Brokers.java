package kroniek.app;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import kroniek.topic.Catalogue;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A cluster of brokers, each with a controller and in a process of its own. One alone is the embedded broker itself; of three, set up as
 * that is, every topic has three replicas, two of which must have a record.
 */
final class Brokers implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final Path folder;
    private final int[] ports;
    private final int[] controllerPorts;
    private final List<Program> processes = new ArrayList<>();

    private Brokers(Path folder, int count) {
        this.folder = folder;
        int[] free = freePorts(2 * count);
        this.ports = IntStream.range(0, count).map(i -> free[i]).toArray();
        this.controllerPorts =
                IntStream.range(0, count).map(i -> free[count + i]).toArray();
    }

    /** Starts a cluster of so many brokers and waits until all of them serve. */
    static Brokers start(Path folder, int count) throws IOException {
        Brokers brokers = new Brokers(folder, count);
        Uuid cluster = Uuid.randomUuid();
        for (int i = 0; i < count; i++) {
            if (count > 1) {
                brokers.format(i, cluster);
            }
            brokers.processes.add(brokers.process(i));
        }
        try {
            brokers.awaitServing(count);
            return brokers;
        } catch (ConditionTimeoutException e) {
            String facts = brokers.facts();
            brokers.close();
            throw new AssertionError("the brokers do not serve: " + facts, e);
        }
    }

    private void format(int i, Uuid cluster) throws IOException {
        Path data = Files.createDirectories(data(i));
        try (Writer file = Files.newBufferedWriter(settings(i))) {
            properties(i).store(file, null);
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(i)
                    .setClusterId(cluster.toString())
                    .setDirectories(List.of(data.toString()))
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .run();
        } catch (Exception e) {
            throw new IOException("cannot format " + data, e);
        }
    }

    private Properties properties(int i) {
        Properties p = EmbeddedKafka.properties(
                data(i), ports[i], controllerPorts[i], Catalogue.load().maxRecordBytes());
        p.setProperty("node.id", Integer.toString(i));
        p.setProperty(
                "controller.quorum.voters",
                IntStream.range(0, ports.length)
                        .mapToObj(n -> "%d@%s:%d".formatted(n, HOST, controllerPorts[n]))
                        .collect(joining(",")));
        // Another takes over.
        p.setProperty("broker.session.timeout.ms", "6000");
        String replicas = Integer.toString(ports.length);
        String most = Integer.toString(ports.length - 1);
        p.setProperty("default.replication.factor", replicas);
        p.setProperty("min.insync.replicas", most);
        p.setProperty("offsets.topic.replication.factor", replicas);
        p.setProperty("transaction.state.log.replication.factor", replicas);
        p.setProperty("transaction.state.log.min.isr", most);
        p.setProperty("share.coordinator.state.topic.replication.factor", replicas);
        p.setProperty("share.coordinator.state.topic.min.isr", most);
        return p;
    }

    private Program process(int i) {
        String[] mainAndArguments = ports.length == 1
                ? new String[] {Alone.class.getName(), data(i).toString(), Integer.toString(ports[i])}
                : new String[] {"kafka.Kafka", settings(i).toString()};
        return Program.of(folder, folder.resolve("broker" + i + ".log"), List.of("-Xmx384m"), mainAndArguments);
    }

    /** The embedded broker in a process of its own, until that is killed. */
    static final class Alone {

        private Alone() {}

        /** Starts it. */
        public static void main(String[] arguments) throws Exception {
            EmbeddedKafka.start(
                    Path.of(arguments[0]),
                    Integer.parseInt(arguments[1]),
                    Catalogue.load().maxRecordBytes());
        }
    }

    private Path data(int i) {
        return folder.resolve("broker" + i);
    }

    private Path settings(int i) {
        return folder.resolve("broker" + i + ".properties");
    }

    /** All at once, so that none is given twice. */
    private static int[] freePorts(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            int[] ports = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients reach all of them. */
    String bootstrapServers() {
        return IntStream.of(ports).mapToObj(port -> HOST + ":" + port).collect(joining(","));
    }

    /** The process of a broker. */
    Program broker(int i) {
        return processes.get(i);
    }

    /** SIGKILL. */
    void kill(int i) throws InterruptedException {
        processes.get(i).kill();
    }

    /** Starts one again that is gone, on its data; returns at once. */
    void start(int i) {
        processes.set(i, process(i));
    }

    /** Waits until so many brokers serve. */
    void awaitServing(int count) {
        try (Admin admin = Admin.create(Connection.to(bootstrapServers()).client())) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster().nodes().get().size() == count);
        }
    }

    String facts() {
        return processes.stream().map(Program::facts).collect(joining("\n"));
    }

    @Override
    public void close() {
        processes.forEach(Program::close);
    }
}
