package kroniek.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether nothing is lost and nothing doubled, in figures that must be equal: files found with what became of them, articles in the raw
 * topic with what became of them, and every count with the sum of its evidence. They are equal whenever the program is idle; meanwhile the
 * rest is in flight.
 *
 * @param files the files of this instance's folder; null where it watches none, or its connector has not scanned yet
 * @param articles the articles in the raw topic
 * @param counts the actor months
 * @param digest the digest of the actor months: 64 digits of hex
 * @param inFlight how many records are still to be counted, at most; 0 where the program is idle
 * @param positions how far the raw topic was read for this, by partition
 */
public record Reconciliation(
        @Nullable Files files,
        Articles articles,
        Counts counts,
        String digest,
        long inFlight,
        Map<Integer, Long> positions) {

    /** Copies the positions. */
    public Reconciliation {
        positions = Map.copyOf(positions);
    }

    /** The same articles and counts, with what is known of files and of what is in flight. */
    public Reconciliation with(@Nullable Files files, long inFlight) {
        return new Reconciliation(files, articles, counts, digest, inFlight, positions);
    }

    /** What the figures say. */
    public enum State {
        /** The program is idle and all figures agree. */
        HOLDS,
        /** Something is still to be counted, so that they need not agree. */
        IN_FLIGHT,
        /** The program is idle and they do not agree: something was lost or doubled. */
        BROKEN
    }

    /** What the figures say. */
    public State state() {
        if (inFlight > 0) {
            return State.IN_FLIGHT;
        }
        boolean holds = (files == null || files.rest() == 0) && articles.rest() == 0 && counts.rest() == 0;
        return holds ? State.HOLDS : State.BROKEN;
    }

    /**
     * Found = published + unchanged + unreadable + waiting, as of the last scan.
     *
     * @param found files that the scan found
     * @param published those of them with something new, which was published
     * @param unchanged those with nothing new
     * @param unreadable those that could not be used as files; each has a rejection
     * @param waiting those that were too young, or changed while they were read
     */
    public record Files(long found, long published, long unchanged, long unreadable, long waiting) {

        /** What is found and not accounted for; 0 as it must be. */
        public long rest() {
            return found - published - unchanged - unreadable - waiting;
        }
    }

    /**
     * In raw = annotated + rejected + failed.
     *
     * @param inRaw articles whose newest version in the raw topic is no withdrawal
     * @param annotated those in the topic of articles
     * @param rejected those in the topic of rejections
     * @param failed those in the topic of dead letters
     */
    public record Articles(long inRaw, long annotated, long rejected, long failed) {

        /** What is in the raw topic and in no other, or in more than one; 0 as it must be when the program is idle. */
        public long rest() {
            return inRaw - annotated - rejected - failed;
        }
    }

    /**
     * Every count is the sum of its evidence.
     *
     * @param actorMonths how many actor months there are
     * @param unproved the keys of the first of those whose count is not the sum of the mentions that prove it
     * @param more how many of them there are besides
     */
    public record Counts(long actorMonths, List<String> unproved, long more) {

        /** So many keys are named: whoever sees one of them knows that there is something to look for. */
        public static final int MOST_NAMED = 20;

        /** Copies the keys. */
        public Counts {
            unproved = List.copyOf(unproved);
        }

        /** Names the first of the keys. */
        public static Counts naming(long actorMonths, List<String> unproved) {
            int named = Math.min(MOST_NAMED, unproved.size());
            return new Counts(actorMonths, unproved.subList(0, named), unproved.size() - named);
        }

        /** How many actor months have a count that is not the sum of its evidence; 0 as it must be when the program is idle. */
        public long rest() {
            return unproved.size() + more;
        }
    }
}
