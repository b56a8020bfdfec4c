package kroniek.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** One instance of the program, in a process of its own, on a data directory that outlives it. It strikes where it is ordered to. */
final class Instance implements AutoCloseable {

    /** Fewer than by default: every one has its stores, which take time to open and to restore. */
    static final int PARTITIONS = 2;

    private static final int QUICK_MS = 5_000;

    private final Path folder;
    private final String name;
    private final Path settings;
    private volatile Program process;
    private boolean toRun;
    private boolean doomed;

    /** @param settings its settings, beside those of a test: {@code articles.dir} and {@code bootstrap.servers} where it is to have them */
    Instance(Path folder, String name, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.name = name;
        this.settings = folder.resolve(name + ".properties");
        Map<String, String> all = new HashMap<>(Strike.SETTINGS);
        all.put(Settings.DATA, data().toString());
        all.put(Settings.HTTP, "127.0.0.1:0");
        all.put(Settings.PARTITIONS, Integer.toString(PARTITIONS));
        all.put("connector.poll.interval.ms", "100");
        all.put("connector.batch.max.records", "100");
        all.putAll(settings);
        Properties properties = new Properties();
        properties.putAll(all);
        try (Writer file = Files.newBufferedWriter(this.settings)) {
            properties.store(file, null);
        }
        start();
    }

    /** Starts it, again; returns at once. */
    void start() throws IOException {
        doomed &= !isStruck();
        toRun = !doomed;
        // What the last one said would mislead until this one says it.
        Files.deleteIfExists(data().resolve("broker"));
        Files.deleteIfExists(data().resolve("page"));
        process = Program.of(
                folder,
                folder.resolve(name + ".log"),
                List.of("-Xmx512m", "-D" + Strike.ORDERS + "=" + orders()),
                "kroniek.app.Main",
                "run",
                "--config",
                settings.toString());
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        toRun = false;
        process.kill();
    }

    /** SIGTERM; returns when it has ended. */
    void leave() throws InterruptedException {
        toRun = false;
        process.terminate();
        if (!process.endedWithin(Program.PATIENCE)) {
            throw new AssertionError("still there: " + process.facts());
        }
    }

    /** Orders a strike at a point that it reaches, or will reach once it is started: on itself (0), or on another process. */
    void strike(Strike.Point point, int times, long victim) throws IOException {
        doomed = victim == 0;
        toRun = !doomed;
        Strike.order(orders(), point, times, victim);
    }

    /** Whether the strike ordered was carried out. */
    boolean isStruck() {
        return Strike.carriedOut(orders());
    }

    /** Takes the order back. */
    void spare() throws IOException {
        doomed = false;
        Files.deleteIfExists(orders());
    }

    /** Whether nothing was done to it that would end it. */
    boolean isToRun() {
        return toRun;
    }

    private Path data() {
        return folder.resolve(name);
    }

    /** Where it looks for orders to strike. */
    private Path orders() {
        return folder.resolve(name + ".orders");
    }

    Program process() {
        return process;
    }

    /** Where its embedded broker listens, if it has one and that runs. */
    Optional<String> broker() {
        return process.isAlive() ? DataDirectory.runningBroker(data()) : Optional.empty();
    }

    /** Whether its page answers that it can tell every count: its streams run and all stores are restored. */
    boolean isReady() {
        return ask("health/ready").isPresent();
    }

    /** What its page tells of the digest; missing where it does not answer, or has not read the topics yet. */
    JsonNode digest() {
        return ask("api/v1/digest").orElse(MissingNode.getInstance());
    }

    private Optional<JsonNode> ask(String path) {
        return answer(path).filter(answer -> answer.status() == 200).map(Answer::json);
    }

    /**
     * What it answers, whatever that is.
     *
     * @param comeBack whether it says when to ask again
     */
    record Answer(int status, String body, boolean comeBack) {

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException noJson) {
                throw new AssertionError(body, noJson);
            }
        }
    }

    /** What its page answers; empty where nobody answers there. */
    Optional<Answer> answer(String path) {
        Optional<String> page = process.isAlive() ? DataDirectory.runningPage(data()) : Optional.empty();
        if (page.isEmpty()) {
            return Optional.empty();
        }
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(page.get()).resolve(path).toURL().openConnection();
            connection.setConnectTimeout(QUICK_MS);
            connection.setReadTimeout(QUICK_MS);
            int status = connection.getResponseCode();
            try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return Optional.of(new Answer(
                        status,
                        new String(body.readAllBytes(), StandardCharsets.UTF_8),
                        connection.getHeaderField("Retry-After") != null));
            }
        } catch (IOException notNow) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        process.close();
    }
}
