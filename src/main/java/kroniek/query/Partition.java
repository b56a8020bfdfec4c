package kroniek.query;

import java.util.function.BiPredicate;
import kroniek.topic.ReadStore;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The stores of one partition. */
public final class Partition {

    private final Source source;

    /** @param source where its stores are found */
    public Partition(Source source) {
        this.source = source;
    }

    /** Finds the stores of a partition. */
    public interface Source {

        /** A store of the partition. */
        <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store);

        /** What whoever reads a store that cannot be read now is told. */
        default RuntimeException refusal(InvalidStateStoreException unreadable) {
            return unreadable;
        }
    }

    /** The value of a key, or null. */
    <V> @Nullable V get(ReadStore<V> store, String key) {
        try {
            return source.store(store).get(key);
        } catch (InvalidStateStoreException unreadable) {
            throw source.refusal(unreadable);
        }
    }

    /**
     * Hands over a range of keys in their order, until {@code reader} has had enough and says false.
     *
     * @param from the first key; null for the first of all
     * @param end the key behind the last; null where the range has no end
     */
    <V> void range(ReadStore<V> store, @Nullable String from, @Nullable String end, BiPredicate<String, V> reader) {
        if (from != null && end != null && Keys.ORDER.compare(from, end) >= 0) {
            return;
        }
        try {
            read(store, from, end, reader);
        } catch (InvalidStateStoreException unreadable) {
            throw source.refusal(unreadable);
        }
    }

    private <V> void read(
            ReadStore<V> store, @Nullable String from, @Nullable String end, BiPredicate<String, V> reader) {
        ReadOnlyKeyValueStore<String, V> entries = source.store(store);
        try (KeyValueIterator<String, V> range = entries.range(from, end)) {
            boolean more = true;
            while (more && range.hasNext()) {
                KeyValue<String, V> entry = range.next();
                @Nullable V value = store.cached() ? entries.get(entry.key) : entry.value;
                boolean behind = entry.key.equals(end);
                more = !behind && (value == null || reader.test(entry.key, value));
            }
        }
    }
}
