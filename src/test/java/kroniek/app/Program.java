package kroniek.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A process of its own: the packaged program as a user starts it, or a broker. */
final class Program implements AutoCloseable {

    /** Longer than the five minutes that Kafka's clients give a rebalance or a task that meets time-outs. */
    static final Duration PATIENCE = Duration.ofMinutes(6);

    /** The threads whose stacks tell why nothing moves on. */
    private static final Pattern TELLING = Pattern.compile(
            "^\"(main|[^\" ]*-(StreamThread|StateUpdater)-\\d+|DistributedHerder-[^\"]*|task-thread-[^\"]*)\"");

    private static final int LAST_LINES = 40;

    private static final int LINE = 220;

    private static final int FRAMES = 14;

    /** Of a file that its writer may have filled without end. */
    private static final int END_BYTES = 64 * 1024;

    private final Process process;
    private final Path out;
    private final Path err;
    private final Path log;

    private Program(Process process, Path out, Path err, Path log) {
        this.process = process;
        this.out = out;
        this.err = err;
        this.log = log;
    }

    /** Starts {@code java -jar kroniek.jar}, which compiles in haste, for it does not live long. */
    static Program jar(Path scratch, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                java("java"),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-Dkroniek.home=" + Path.of("").toAbsolutePath(),
                "-jar",
                System.getProperty("kroniek.jar")));
        command.addAll(Arrays.asList(arguments));
        return start(scratch, command, Map.of());
    }

    /**
     * Starts a main class of the packaged program or of a library it brings, with the test classes beside it. It compiles in haste, for it
     * does not live long, and writes a log at level info into {@code log}, which goes on where an earlier process stopped.
     */
    static Program of(Path scratch, Path log, List<String> options, String... mainAndArguments) {
        List<String> command = new ArrayList<>(List.of(
                java("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dkroniek.home=" + Path.of("").toAbsolutePath(),
                "-Dlogback.configurationFile=kroniek/app/child-logback.xml",
                "-Dkroniek.test.log=" + log));
        command.addAll(options);
        command.addAll(List.of("-cp", testClasses() + java.io.File.pathSeparator + System.getProperty("kroniek.jar")));
        command.addAll(Arrays.asList(mainAndArguments));
        return start(scratch, command, Map.of(), log);
    }

    private static Path testClasses() {
        try {
            return Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String java(String tool) {
        return Path.of(System.getProperty("java.home"), "bin", tool).toString();
    }

    /** Starts any command, in the project's folder. */
    static Program start(Path scratch, List<String> command, Map<String, String> environment) {
        return start(scratch, command, environment, scratch.resolve("none.log"));
    }

    private static Program start(Path scratch, List<String> command, Map<String, String> environment, Path log) {
        try {
            Path out = Files.createTempFile(scratch, "out", ".txt");
            Path err = Files.createTempFile(scratch, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Program(builder.start(), out, err, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end, as long as it goes on saying how far it is; the exit code. */
    int exit() throws InterruptedException {
        String said;
        do {
            said = err();
            if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } while (!said.equals(err()));
        String facts = facts();
        kill();
        throw new AssertionError("silent for " + PATIENCE + " and not ended: " + facts);
    }

    /** The few facts that a person needs to see why it does not go on: what it said, where its telling threads are, its log's end. */
    String facts() {
        return """
                process %d, %s
                --- it said last:
                %s
                --- its threads:
                %s
                --- its log ends:
                %s
                """.formatted(
                        process.pid(),
                        process.isAlive() ? "alive" : "ended with " + process.exitValue(),
                        last(end(err)),
                        process.isAlive() ? threads() : "",
                        Files.exists(log) ? last(end(log)) : "(none is kept)");
    }

    private static String last(String text) {
        List<String> lines = text.lines().toList();
        return lines.stream()
                .skip(Math.max(0, lines.size() - LAST_LINES))
                .map(line -> line.substring(0, Math.min(line.length(), LINE)))
                .collect(Collectors.joining("\n"));
    }

    private String threads() {
        try {
            Process dump = new ProcessBuilder(java("jstack"), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            String all = new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(all.split("\n\n"))
                    .filter(thread -> TELLING.matcher(thread).find())
                    .map(thread -> thread.lines().limit(FRAMES).collect(Collectors.joining("\n")))
                    .collect(Collectors.joining("\n\n"));
        } catch (IOException e) {
            return "not to be had: " + e;
        }
    }

    /** Waits until standard error says so. */
    void awaitSaid(String words) {
        await().atMost(PATIENCE).until(() -> err().contains(words) || !process.isAlive());
        if (!err().contains(words)) {
            throw new AssertionError("ended without saying '" + words + "': " + err());
        }
    }

    /** Whether a line of its log, which may be older than the process, has all these words. */
    boolean hasLogged(String... words) {
        return Files.exists(log)
                && read(log).lines().anyMatch(line -> Arrays.stream(words).allMatch(line::contains));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Whether it ended within the time. */
    boolean endedWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C nearly is. */
    void terminate() {
        process.destroy();
    }

    String out() {
        return read(out);
    }

    List<String> lines() {
        return out().lines().toList();
    }

    String err() {
        return read(err);
    }

    String lastErrorLine() {
        return err().lines().reduce((before, last) -> last).orElse("");
    }

    private static String end(Path file) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(in.length(), END_BYTES)];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return "(%,d bytes in all)\n%s".formatted(in.length(), new String(end, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
