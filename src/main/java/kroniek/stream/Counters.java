package kroniek.stream;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Numbers by key, of which one that is 0 is not there.
 *
 * @param store where they stand
 */
record Counters(KeyValueStore<String, Long> store) {

    /**
     * Adds to a number.
     *
     * @return what it is now
     * @throws IllegalStateException if more is taken back than was added
     */
    long shift(String key, long by) {
        Long count = store.get(key);
        long shifted = (count == null ? 0 : count) + by;
        if (by == 0) {
            return shifted;
        }
        if (shifted < 0) {
            throw new IllegalStateException("taken back more often than added: " + key);
        }
        @Nullable Long kept = shifted == 0 ? null : shifted;
        store.put(key, kept);
        return shifted;
    }
}
