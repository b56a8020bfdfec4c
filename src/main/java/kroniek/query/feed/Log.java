package kroniek.query.feed;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two topics that the feed is made of, as one log of several slots: the partitions of {@code articles}, and behind them those of {@code actor-months}.
 * Only what is committed is read. Thread-safe; may throw {@link kroniek.query.UnavailableException} where Kafka does not answer.
 */
public interface Log extends AutoCloseable {

    /** Which topics they are. */
    Shape shape();

    /** Where what is committed ends now. */
    Offsets stable();

    /** Where the topics end now, with what is not committed yet: nothing that was ever read stands behind it. */
    Offsets ends();

    /** How long a deletion of an article can be read, at least, after it was written. */
    Duration articleDeletionsKept();

    /** How long a deletion of an actor month can be read, at least, after it was written. */
    Duration actorMonthDeletionsKept();

    /**
     * Opens a reader.
     *
     * @param wait how long the cluster may wait with an answer until there is something new
     */
    Reader reader(Duration wait);

    @Override
    void close();

    /** Reads from wherever it is told to. Used by one thread. */
    interface Reader extends AutoCloseable {

        /**
         * The next entries behind some offsets; none where there are none yet.
         *
         * @param patience how long it waits for the first
         */
        Batch read(Offsets from, Duration patience);

        @Override
        void close();
    }

    /**
     * Which topics they are.
     *
     * @param tag the same as long as they are the same topics, and another one for others: letters and digits
     * @param articles how many partitions the topic of articles has
     * @param actorMonths how many that of actor months has
     */
    record Shape(String tag, int articles, int actorMonths) {

        /** How many slots there are. */
        int slots() {
            return articles + actorMonths;
        }
    }

    /**
     * A record.
     *
     * @param slot its slot
     * @param offset its offset
     * @param key its key
     * @param value its value; null where it deletes
     * @param before what its header says of the version before; null where it has none
     */
    record Entry(int slot, long offset, String key, byte @Nullable [] value, byte @Nullable [] before) {}

    /**
     * Entries, those of a slot in order.
     *
     * @param next from where to read on
     */
    record Batch(List<Entry> entries, Offsets next) {}
}
