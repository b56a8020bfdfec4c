package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(System.out, new PrintStream(said, true, UTF_8));

    @Test
    void countingIsSaidWheneverItHasMovedOn() {
        ProgressLine line = new ProgressLine(console, Duration.ZERO);

        line.showCounting(() -> "at most 20 records to count");
        line.showCounting(() -> "at most 20 records to count");
        line.showCounting(() -> "at most 10 records to count");

        assertThat(said.toString(UTF_8).lines())
                .containsExactly("at most 20 records to count", "at most 10 records to count");
    }

    @Test
    void ofAShortRunNothingIsAskedOrSaid() {
        ProgressLine line = new ProgressLine(console, Duration.ofHours(1));

        line.showCounting(() -> {
            throw new AssertionError("asked too early");
        });

        assertThat(said.toString(UTF_8)).isEmpty();
    }
}
