package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = new Console(print(new ByteArrayOutputStream()), print(err));

    @Test
    void aLackOfMemoryIsNoResultAndSaysHowToGiveMore() {
        CommandLine line = Main.line(console).addSubcommand("full", new Full());

        assertThat(Main.run(line, console, "full")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("kroniek: out of memory; give it more with KRONIEK_JAVA_OPTS=-Xmx4g\n");
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Command(name = "full", exitCodeOnExecutionException = 2)
    static final class Full implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new OutOfMemoryError("as if the heap were full");
        }
    }
}
