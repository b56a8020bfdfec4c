package kroniek.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time between two scans: an interval, unless something may be new or a file that waits has waited for long enough. Long enough in any case that a
 * large folder costs a fifth of a core at most, and that many changes at once are found by one scan.
 */
final class Pause {

    private static final int REST = 4;
    private static final long LEAST_MS = 100;
    private static final int LEAST_PART = 5;

    private final long interval;
    private final Quiet quiet;
    private long least;
    private long most;

    /**
     * A pause that begins.
     *
     * @param scan how long the scan before it took
     * @param interval how long it is if nothing happens
     * @param quiet knows how long files wait still
     */
    Pause(Duration scan, Duration interval, Quiet quiet) {
        this.interval = interval.toMillis();
        this.quiet = quiet;
        this.least = Math.max(REST * scan.toMillis(), Math.min(LEAST_MS, this.interval / LEAST_PART));
        this.most = Math.max(least, this.interval);
    }

    /** Waits a part of it, an interval at most; whether it goes on. */
    boolean goesOn(FolderWatch watch, Clock clock) throws InterruptedException {
        if (least > 0) {
            long part = Math.min(least, interval);
            watch.rest(Duration.ofMillis(part));
            least -= part;
            most -= part;
            return true;
        }
        long ripe = untilRipe(clock.instant());
        long part = Math.max(0, Math.min(ripe, Math.min(most, interval)));
        boolean news = watch.await(Duration.ofMillis(part));
        most = news || ripe <= part ? 0 : most - part;
        return most > 0;
    }

    private long untilRipe(Instant now) {
        Instant ripe = quiet.ripe();
        // A part of a millisecond more, so that it is over then.
        return ripe == null ? Long.MAX_VALUE : Duration.between(now, ripe).toMillis() + 1;
    }
}
