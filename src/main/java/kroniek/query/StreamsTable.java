package kroniek.query;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import kroniek.query.UnavailableException.Reason;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The table in a key-value store of running streams, all of whose partitions must be active in this instance. It may show counts
 * that are not committed yet; a crash takes those back.
 *
 * <p>Two habits of Kafka Streams 4.3.1 would make a part look like the whole. A store asked for without a partition answers from
 * whichever partitions are here ({@code WrappingStoreProvider}), so each partition is asked for by its number. And a partition that
 * leaves while it is read ends the iterator of an in-memory store instead of failing it ({@code InMemoryKeyValueStore.close} empties
 * the map), so the partitions are asked for once more after the last row.
 *
 * @param <V> a row
 */
public final class StreamsTable<V> implements Table<V> {

    private final Supplier<State> state;
    private final IntFunction<ReadOnlyKeyValueStore<String, V>> storeOfPartition;
    private final String store;
    private final int partitions;

    /**
     * The table in one store.
     *
     * @param streams the streams, started or not
     * @param store the name of a key-value store (plain or timestamped) of their topology, with {@code String} keys
     * @param partitions how many partitions the store has, which is how many must be here
     */
    public StreamsTable(KafkaStreams streams, String store, int partitions) {
        this(
                streams::state,
                partition -> streams.store(
                        StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<String, V>keyValueStore())
                                .withPartition(partition)),
                store,
                partitions);
    }

    StreamsTable(
            Supplier<State> state,
            IntFunction<ReadOnlyKeyValueStore<String, V>> storeOfPartition,
            String store,
            int partitions) {
        this.state = state;
        this.storeOfPartition = storeOfPartition;
        this.store = store;
        this.partitions = partitions;
    }

    @Override
    public void requireComplete() {
        requireRunning();
        for (int partition = 0; partition < partitions; partition++) {
            // Getting the store checks nothing; the first question put to it does.
            read(partition, ReadOnlyKeyValueStore::approximateNumEntries);
        }
    }

    @Override
    public void forEach(Consumer<? super V> reader) {
        requireRunning();
        for (int partition = 0; partition < partitions; partition++) {
            read(partition, rows -> {
                try (KeyValueIterator<String, V> all = rows.all()) {
                    all.forEachRemaining(row -> reader.accept(row.value));
                }
            });
        }
        requireComplete();
    }

    private void read(int partition, Consumer<ReadOnlyKeyValueStore<String, V>> reading) {
        try {
            reading.accept(storeOfPartition.apply(partition));
        } catch (UnknownStateStoreException wrongName) {
            throw wrongName;
        } catch (InvalidStateStorePartitionException elsewhere) {
            throw new UnavailableException(
                    Reason.ELSEWHERE,
                    "This instance does not hold partition %d of the %d of %s; another instance does, or will in a moment."
                            .formatted(partition, partitions, store));
        } catch (InvalidStateStoreException moving) {
            throw new UnavailableException(
                    Reason.RESTORING,
                    "Partition %d of %s is on its way to another instance or not restored yet; ask again in a moment."
                            .formatted(partition, store));
        }
    }

    private void requireRunning() {
        State now = state.get();
        switch (now) {
            case RUNNING -> {}
            case CREATED ->
                throw new UnavailableException(
                        Reason.STARTING, "The streams have not started yet; ask again in a moment.");
            case REBALANCING ->
                throw new UnavailableException(
                        Reason.RESTORING,
                        "Partitions are being handed out and their stores restored; ask again in a moment.");
            case PENDING_SHUTDOWN, NOT_RUNNING ->
                throw new UnavailableException(Reason.STOPPED, "The streams were stopped; start the program again.");
            case PENDING_ERROR, ERROR ->
                throw new UnavailableException(
                        Reason.FAILED, "The streams stopped on an error; the log says which. Start the program again.");
        }
    }
}
