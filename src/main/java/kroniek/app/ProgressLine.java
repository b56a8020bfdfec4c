package kroniek.app;

import java.time.Duration;
import java.util.function.Supplier;
import kroniek.connect.SourceProgress;

/** Says how far reading and counting are, whenever that has changed. */
final class ProgressLine {

    private final Console console;
    private final Duration interval;
    private String files = "";
    private String counting = "";
    private long saidAt;

    /** @param interval how often the counting, which moves on all the time, is said at most; not before it is over for the first time */
    ProgressLine(Console console, Duration interval) {
        this.console = console;
        this.interval = interval;
        this.saidAt = System.nanoTime();
    }

    void show(SourceProgress progress) {
        if (progress.scansEnded() == 0 && progress.published() == 0) {
            return;
        }
        String line = "files: %d found, %d waiting, %d unusable; articles: %d published, %d on their way"
                .formatted(
                        progress.found(),
                        progress.waiting(),
                        progress.rejected(),
                        progress.published(),
                        progress.inFlight());
        if (!line.equals(files)) {
            console.say(line);
            files = line;
        }
    }

    void showCounting(Supplier<String> left) {
        if (System.nanoTime() - saidAt < interval.toNanos()) {
            return;
        }
        saidAt = System.nanoTime();
        String line = left.get();
        if (!line.equals(counting)) {
            console.say(line);
            counting = line;
        }
    }
}
