package kroniek.connect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file has been left alone for long enough to be read. Most files are written in one go and need only a moment. One that may be in
 * the midst of being written needs longer: where it was written on while it waited, ends where a piece of writing ends, or has a time too
 * coarse to tell a later change by.
 */
final class Quiet {

    /** Programs write in pieces of so many bytes, or a multiple of them; a file that ends there, or is empty, may not be whole. */
    private static final int PIECE = 4096;

    /** A program that writes a file in one go needs no longer for it, once it has begun. */
    private static final Duration ONE_GO = Duration.ofMillis(50);

    private final Duration age;
    private final Duration doubtfulAge;
    private Map<String, Seen> before = Map.of();
    private Map<String, Seen> waiting = new HashMap<>();
    private Instant now = Instant.MIN;
    private @Nullable Instant ripe;

    /** A waiting file that was empty, or was modified then, and whether it is known to be written piece by piece. */
    private record Seen(boolean empty, Instant modified, boolean inPieces) {

        boolean isInPieces(FoundFile file) {
            Duration since = Duration.between(modified, file.modified());
            return inPieces || (!empty && since.compareTo(ONE_GO) > 0);
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
        boolean inPieces = seen != null && seen.isInPieces(file);
        Duration needed = inPieces || mayNotBeWhole(file) ? doubtfulAge : age;
        Duration old = Duration.between(file.modified(), now);
        if (old.compareTo(needed) >= 0 || old.negated().compareTo(doubtfulAge) >= 0) {
            return false;
        }
        waits(file, inPieces, file.modified().plus(needed));
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

    private void waits(FoundFile file, boolean inPieces, Instant until) {
        waiting.put(file.path(), new Seen(file.size() == 0, file.modified(), inPieces));
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
