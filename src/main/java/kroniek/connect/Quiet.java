package kroniek.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file has been left alone for long enough to be read. Most files are written in one go and need only a moment. One that may be in
 * the midst of being written needs longer: where it changed while it waited, ends where a piece of writing ends, or has a time too coarse to
 * tell a later change by.
 */
final class Quiet {

    /** Programs write in pieces of so many bytes, or a multiple of them; a file that ends there, or is empty, may not be whole. */
    private static final int PIECE = 4096;

    private final Duration age;
    private final Duration doubtfulAge;
    private Map<String, Seen> before = Map.of();
    private Map<String, Seen> waiting = new HashMap<>();
    private Instant now = Instant.MIN;
    private @Nullable Instant ripe;

    /** What a waiting file looked like, and whether it has changed since it waits. */
    private record Seen(long size, Instant modified, boolean changed) {

        boolean isNow(FoundFile file) {
            return !changed && size == file.size() && modified.equals(file.modified());
        }
    }

    /**
     * Has seen nothing yet.
     *
     * @param age how long ago a file must have been modified
     * @param doubtfulAge the same where it may not be whole; not less
     */
    Quiet(Duration age, Duration doubtfulAge) {
        this.age = age;
        this.doubtfulAge = doubtfulAge;
    }

    /** A pass through the files of a scan begins. */
    void beginPass(Instant begun) {
        before = waiting;
        waiting = new HashMap<>();
        now = begun;
        ripe = null;
    }

    /** Whether the file must wait. A time that lies in the future, beyond a clock's small error, says nothing about age. */
    boolean isYoung(FoundFile file) {
        Seen seen = before.get(file.path());
        boolean changed = seen != null && !seen.isNow(file);
        Duration needed = changed || mayNotBeWhole(file) ? doubtfulAge : age;
        Duration old = Duration.between(file.modified(), now);
        if (old.compareTo(needed) >= 0 || old.negated().compareTo(doubtfulAge) >= 0) {
            return false;
        }
        waits(file, changed, file.modified().plus(needed));
        return true;
    }

    private static boolean mayNotBeWhole(FoundFile file) {
        Instant second = file.modified().truncatedTo(ChronoUnit.SECONDS);
        return file.size() % PIECE == 0 || file.modified().equals(second);
    }

    /** The file changed, or vanished, while it was read. */
    void changed(FoundFile file) {
        waits(file, true, now.plus(doubtfulAge));
    }

    private void waits(FoundFile file, boolean changed, Instant until) {
        waiting.put(file.path(), new Seen(file.size(), file.modified(), changed));
        if (ripe == null || until.isBefore(ripe)) {
            ripe = until;
        }
    }

    /** When the first of the files that wait has waited for long enough; null where none waits. */
    @Nullable
    Instant ripe() {
        return ripe;
    }
}
