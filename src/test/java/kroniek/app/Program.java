package kroniek.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
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

/** The packaged program as a process of its own, as a user starts it. */
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Path out;
    private final Path err;

    private Program(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts {@code java -jar kroniek.jar}. */
    static Program jar(Path scratch, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-Dkroniek.home=" + Path.of("").toAbsolutePath(),
                "-jar",
                System.getProperty("kroniek.jar")));
        command.addAll(Arrays.asList(arguments));
        return start(scratch, command, Map.of());
    }

    /** Starts any command, in the project's folder. */
    static Program start(Path scratch, List<String> command, Map<String, String> environment) {
        try {
            Path out = Files.createTempFile(scratch, "out", ".txt");
            Path err = Files.createTempFile(scratch, "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            return new Program(builder.start(), out, err);
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
        String threads = threads();
        kill();
        throw new AssertionError("silent for " + PATIENCE + " and not ended: " + said + "\nits threads:\n" + threads);
    }

    /** What its threads are doing, for the report of a test that failed. */
    private String threads() {
        try {
            Path jstack = Path.of(System.getProperty("java.home"), "bin", "jstack");
            Process dump = new ProcessBuilder(jstack.toString(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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
