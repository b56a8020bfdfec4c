package kroniek.app;

import java.time.Duration;
import java.util.function.Supplier;
import kroniek.connect.SourceProgress;

/** Says how far reading and counting are, whenever that has changed. */
final class ProgressLine {

    private final Console console;
    private final Duration interval;
    private String said = "";
    private String counting = "";
    private long saidAt;

    /** @param interval how often the counting, which moves on all the time, is said at most; not before it is over for the first time */
    ProgressLine(Console console, Duration interval) {
        this.console = console;
        this.interval = interval;
        this.saidAt = System.nanoTime();
    }

    void show(SourceProgress progress) {
        if (progress.scansEnded() == 0 && progress.seen() == 0) {
            return;
        }
        // While a scan goes on, it is the one before that has its figures; of the first one only this is known.
        boolean first = progress.scansEnded() == 0;
        String files = first && progress.ahead() > 0
                ? "%d found, %d still to be read".formatted(progress.seen(), progress.ahead())
                : "%d found, %d waiting, %d unusable"
                        .formatted(first ? progress.seen() : progress.found(), progress.waiting(), progress.rejected());
        String line = "files: %s; articles: %d published, %d on their way"
                .formatted(files, progress.published(), progress.inFlight());
        if (!line.equals(said)) {
            console.say(line);
            said = line;
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
