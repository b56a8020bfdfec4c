package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import kroniek.connect.SourceProgress;
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

    @Test
    void duringTheFirstScanItIsSaidHowManyFilesThereAreAndHowManyAreLeft() {
        ProgressLine line = new ProgressLine(console, Duration.ofHours(1));

        line.show(new SourceProgress(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        line.show(new SourceProgress(1, 0, 0, 0, 0, 0, 0, 0, 1000, 0, 200, 5000, 3800, 1, 0));
        line.show(new SourceProgress(1, 1, 5000, 0, 1, 2, 4997, 0, 4997, 2, 0, 5000, 0, 0, 0));

        assertThat(said.toString(UTF_8).lines())
                .containsExactly(
                        "files: 5000 found, 3800 still to be read; articles: 1000 published, 200 on their way",
                        "files: 5000 found, 1 waiting, 2 unusable; articles: 4997 published, 0 on their way");
    }
}
