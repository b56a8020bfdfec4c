package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.UnavailableException.Reason;
import kroniek.topic.ReadStore;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.InvalidStateStorePartitionException;
import org.apache.kafka.streams.errors.UnknownStateStoreException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalShardsTest {

    private static final Set<Integer> ALL = Set.of(0, 1, 2);

    private final Set<Integer> here = new TreeSet<>(ALL);
    private final Map<Integer, Long> lags = new TreeMap<>();
    private State state = State.RUNNING;
    private @Nullable RuntimeException failure;
    private @Nullable ReadStore<?> empty;

    private final MemoryShards stores =
            new MemoryShards(3).rows(row("BEL"), row("NLD"), row("FRA"), row("DEU"), row("mark-rutte"), row("asml"));

    private final LocalShards shards = new LocalShards(() -> state, new Stores());

    @Test
    void answersForEveryPartitionAsked() {
        assertThat(shards.answer(new Question.MonthSums(null), ALL, false).stream()
                        .filter(row -> row.order().endsWith("|actors"))
                        .mapToLong(Row::number)
                        .sum())
                .isEqualTo(6);
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

        assertRefused(reason, false);
    }

    @Test
    void refusesWhenOnePartitionIsElsewhere() {
        here.remove(1);

        assertRefused(Reason.ELSEWHERE, false);
        assertThatThrownBy(() -> shards.answer(new Question.MonthSums(null), ALL, false))
                .hasMessage("This instance does not hold partition 1 of mentions; another instance does, or will in a"
                        + " moment.");
    }

    @Test
    void refusesWhenAStoreIsNotOpen() {
        failure = new InvalidStateStoreException("the stream thread is PARTITIONS_ASSIGNED, not RUNNING");

        assertRefused(Reason.RESTORING, false);
    }

    @Test
    void refusesWhenAPartitionLeavesBehindTheReader() {
        Set<Integer> two = new TreeSet<>(Set.of(0, 1));
        UnavailableException refusal =
                catchThrowableOfType(UnavailableException.class, () -> new LocalShards(() -> state, new Stores() {
                            @Override
                            public <V> ReadOnlyKeyValueStore<String, V> store(
                                    ReadStore<V> store, int partition, boolean standby) {
                                ReadOnlyKeyValueStore<String, V> found = super.store(store, partition, standby);
                                here.remove(partition == 1 ? 0 : -1);
                                return found;
                            }
                        })
                        .answer(new Question.MonthSums(null), two, false));

        assertThat(refusal.reason()).isEqualTo(Reason.ELSEWHERE);
    }

    @Test
    void doesNotTakeAWrongStoreNameForAPassingTrouble() {
        failure = new UnknownStateStoreException("no such store");

        assertThatThrownBy(() -> shards.answer(new Question.MonthSums(null), ALL, false))
                .isSameAs(failure);
    }

    @Test
    void aStandbyAnswersAlsoWhilePartitionsAreHandedOutUnlessItIsFarBehind() {
        state = State.REBALANCING;
        ALL.forEach(partition -> lags.put(partition, 20L));
        assertThat(shards.answer(new Question.MonthSums(null), ALL, true)).isNotEmpty();

        lags.put(2, 20_000L);
        assertRefused(Reason.RESTORING, true);

        lags.remove(2);
        assertRefused(Reason.RESTORING, true);
    }

    @Test
    void aStandbyAnswersOnlyWhenEveryOneOfItsStoresIsRestored() {
        ALL.forEach(partition -> lags.put(partition, 20L));
        empty = ReadStore.NAMES;

        assertRefused(Reason.RESTORING, true);
    }

    private void assertRefused(Reason reason, boolean standby) {
        assertThat(catchThrowableOfType(
                                UnavailableException.class,
                                () -> shards.answer(new Question.MonthSums(null), ALL, standby))
                        .reason())
                .isEqualTo(reason);
    }

    private static ActorMonth row(String actor) {
        PartialDate date = PartialDate.of(YearMonth.of(2018, 3));
        return new ActorMonth(actor, actor, ActorType.PERSON, date.month(), 1, 1, date, date);
    }

    private class Stores implements LocalShards.Stores {

        @Override
        public <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store, int partition, boolean standby) {
            if (failure != null) {
                throw failure;
            }
            if (!here.contains(partition)) {
                throw new InvalidStateStorePartitionException("The specified partition does not exist.");
            }
            return stores.store(store, partition);
        }

        @Override
        public long behind(ReadStore<?> store, int partition) {
            return store.equals(empty) ? Long.MAX_VALUE : lags.getOrDefault(partition, Long.MAX_VALUE);
        }
    }
}
