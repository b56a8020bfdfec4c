package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kroniek.query.UnavailableException.Reason;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsTableTest {

    private static final int PARTITIONS = 3;

    private final Map<Integer, MapStore> here = new TreeMap<>(Map.of(
            0, new MapStore(Map.of("a", "A")),
            1, new MapStore(Map.of()),
            2, new MapStore(Map.of("b", "B", "c", "C"))));

    private State state = State.RUNNING;
    private @Nullable RuntimeException failure;

    private final StreamsTable<String> table = new StreamsTable<>(() -> state, this::partition, "letters", PARTITIONS);

    @Test
    void handsOverEveryRowOfEveryPartition() {
        table.requireComplete();

        assertThat(rows()).containsExactlyInAnyOrder("A", "B", "C");
    }

    @Test
    void closesWhatItReads() {
        rows();

        assertThat(here.values())
                .allSatisfy(store -> assertThat(store.openIterators).isZero());
    }

    @ParameterizedTest
    @CsvSource({
        "CREATED, STARTING",
        "REBALANCING, RESTORING",
        "PENDING_SHUTDOWN, STOPPED",
        "NOT_RUNNING, STOPPED",
        "PENDING_ERROR, FAILED",
        "ERROR, FAILED"
    })
    void refusesWhileTheStreamsDoNotRun(State now, Reason reason) {
        state = now;

        assertRefused(reason);
    }

    @Test
    void refusesWhenOnePartitionIsElsewhere() {
        here.remove(1);

        assertRefused(Reason.ELSEWHERE);
        assertThatThrownBy(this::rows)
                .hasMessage("This instance does not hold partition 1 of the 3 of letters;"
                        + " another instance does, or will in a moment.");
    }

    @Test
    void refusesWhenAStoreIsNotOpen() {
        failure = new InvalidStateStoreException("the stream thread is PARTITIONS_ASSIGNED, not RUNNING");

        assertRefused(Reason.RESTORING);
    }

    @Test
    void refusesWhenAPartitionLeavesBehindTheReader() {
        List<String> read = new ArrayList<>();

        UnavailableException refusal = catchThrowableOfType(
                UnavailableException.class,
                () -> table.forEach(row -> {
                    read.add(row);
                    here.remove(0);
                }));

        assertThat(read).hasSize(3);
        assertThat(refusal.reason()).isEqualTo(Reason.ELSEWHERE);
    }

    @Test
    void doesNotTakeAWrongStoreNameForAPassingTrouble() {
        failure = new UnknownStateStoreException("no such store");

        assertThatThrownBy(table::requireComplete).isSameAs(failure);
    }

    private void assertRefused(Reason reason) {
        assertThat(catchThrowableOfType(UnavailableException.class, table::requireComplete)
                        .reason())
                .isEqualTo(reason);
        assertThat(catchThrowableOfType(UnavailableException.class, this::rows).reason())
                .isEqualTo(reason);
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        table.forEach(rows::add);
        return rows;
    }

    private ReadOnlyKeyValueStore<String, String> partition(int partition) {
        if (failure != null) {
            throw failure;
        }
        MapStore store = here.get(partition);
        if (store == null) {
            throw new InvalidStateStorePartitionException("The specified partition does not exist.");
        }
        return store;
    }

    /** One partition of a store, in a map. */
    private static final class MapStore implements ReadOnlyKeyValueStore<String, String> {

        private final Map<String, String> rows;
        private int openIterators;

        private MapStore(Map<String, String> rows) {
            this.rows = rows;
        }

        @Override
        public KeyValueIterator<String, String> all() {
            openIterators++;
            Iterator<Map.Entry<String, String>> entries = rows.entrySet().iterator();
            return new KeyValueIterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public KeyValue<String, String> next() {
                    Map.Entry<String, String> entry = entries.next();
                    return KeyValue.pair(entry.getKey(), entry.getValue());
                }

                @Override
                public String peekNextKey() {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void close() {
                    openIterators--;
                }
            };
        }

        @Override
        public long approximateNumEntries() {
            return rows.size();
        }

        @Override
        public String get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public KeyValueIterator<String, String> range(String from, String to) {
            throw new UnsupportedOperationException();
        }
    }
}
