package kroniek.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import kroniek.query.UnavailableException.Reason;
import kroniek.topic.ReadStore;
import kroniek.topic.ReadStore.Like;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * The partitions of the stores of running streams. They may show what is not committed yet; a crash takes that back.
 *
 * <p>Two habits of Kafka Streams 4.3.1 would make a part look like the whole. A store asked for without a partition answers from
 * whichever partitions are here ({@code WrappingStoreProvider}), so each partition is asked for by its number. And a partition that
 * leaves while it is read ends the iterator of an in-memory store instead of failing it ({@code InMemoryKeyValueStore.close} empties
 * the map), so the partitions are asked for once more after the last row.
 */
public final class LocalShards implements Local {

    /** A standby that is further behind than Kafka Streams allows one that takes over is none yet ({@code acceptable.recovery.lag}). */
    private static final long MOST_BEHIND = 10_000;

    private final Supplier<State> state;
    private final Stores stores;

    /** @param streams the streams, started or not */
    public LocalShards(KafkaStreams streams) {
        this(streams::state, new OfStreams(streams));
    }

    LocalShards(Supplier<State> state, Stores stores) {
        this.state = state;
        this.stores = stores;
    }

    /** Finds stores. */
    interface Stores {

        /** One partition of a store; of an active task, or, where asked, of a standby. */
        <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store, int partition, boolean standby);

        /** By how many records a partition of a store is behind its topic; the largest number where it is not here. */
        long behind(ReadStore<?> store, int partition);
    }

    @Override
    public List<Row> answer(Question question, Set<Integer> partitions, boolean standby) {
        Serving.require(state.get(), standby);
        List<Partition> asked = partitions.stream()
                .map(number -> new Partition(new Here(question.topic(), number, standby)))
                .toList();
        List<Row> rows = question.in(asked);
        requireHere(question, partitions, standby);
        return rows;
    }

    /** @throws UnavailableException if one of the partitions is not here, or not restored */
    private void requireHere(Question question, Set<Integer> partitions, boolean standby) {
        for (int partition : partitions) {
            ReadStore<?> any = ReadStore.oneLike(question.topic());
            if (standby) {
                ReadStore.allLike(question.topic()).forEach(store -> requireCaughtUp(store, partition));
            }
            // Getting the store checks nothing; the first question put to it does.
            new Partition(new Here(question.topic(), partition, standby)).get(any, "");
        }
    }

    private void requireCaughtUp(ReadStore<?> store, int partition) {
        if (stores.behind(store, partition) > MOST_BEHIND) {
            throw new UnavailableException(
                    Reason.RESTORING,
                    "The standby of partition %d is not restored yet; ask again in a moment.".formatted(partition));
        }
    }

    /** A partition that is here, or should be. */
    private final class Here implements Partition.Source {

        private final Like topic;
        private final int number;
        private final boolean standby;

        Here(Like topic, int number, boolean standby) {
            this.topic = topic;
            this.number = number;
            this.standby = standby;
        }

        @Override
        public <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store) {
            return stores.store(store, number, standby);
        }

        @Override
        public RuntimeException refusal(InvalidStateStoreException unreadable) {
            if (unreadable instanceof UnknownStateStoreException wrongName) {
                return wrongName;
            }
            return unreadable instanceof InvalidStateStorePartitionException
                    ? new UnavailableException(
                            Reason.ELSEWHERE,
                            "This instance does not hold partition %d of %s; another instance does, or will in a moment."
                                    .formatted(number, topic.code()))
                    : new UnavailableException(
                            Reason.RESTORING,
                            "Partition %d of %s is on its way to another instance or not restored yet; ask again in a moment."
                                    .formatted(number, topic.code()));
        }
    }

    /** The stores of running streams. */
    private record OfStreams(KafkaStreams streams) implements Stores {

        @Override
        public <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store, int partition, boolean standby) {
            StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> asked = StoreQueryParameters.fromNameAndType(
                            store.name(), QueryableStoreTypes.<String, V>keyValueStore())
                    .withPartition(partition);
            return streams.store(standby ? asked.enableStaleStores() : asked);
        }

        @Override
        public long behind(ReadStore<?> store, int partition) {
            LagInfo lag = streams.allLocalStorePartitionLags()
                    .getOrDefault(store.name(), Map.of())
                    .get(partition);
            return lag == null ? Long.MAX_VALUE : lag.offsetLag();
        }
    }
}
