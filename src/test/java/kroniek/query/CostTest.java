package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.topic.ReadStore;
import kroniek.topic.Sort;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;

/** What answers cost, in what they read. */
class CostTest {

    private static final int PARTITIONS = 4;
    private static final int ACTORS = 400;
    private static final int LIMIT = 51;
    private static final YearMonth MARCH = YearMonth.of(2018, 3);
    private static final List<ActorType> TYPES = List.of(ActorType.PERSON, ActorType.COUNTRY, ActorType.ORGANISATION);
    private static final Top TOP = new Top(Sort.MENTIONS, List.of(MARCH.toString()), TYPES, null, LIMIT);

    private final AtomicInteger lookedUp = new AtomicInteger();
    private final AtomicInteger passed = new AtomicInteger();
    private final MemoryShards shards = new MemoryShards(PARTITIONS)
            .rows(IntStream.range(0, ACTORS).mapToObj(CostTest::row).toArray(ActorMonth[]::new));

    private final List<Partition> partitions =
            IntStream.range(0, PARTITIONS).mapToObj(this::partition).toList();

    @Test
    void partitionsThatAnswerTogetherHaveTheFirstRowsOfAll() {
        List<Row> each = partitions.stream()
                .flatMap(stores -> TOP.in(stores).stream())
                .sorted(Question.ORDER)
                .limit(LIMIT)
                .toList();

        assertThat(TOP.in(partitions))
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(each);
    }

    @Test
    void onlyRowsThatAreShownAreLookedUpEachWithTheMonthBefore() {
        assertThat(TOP.in(partitions)).hasSize(LIMIT);

        assertThat(lookedUp).hasValue(2 * LIMIT);
    }

    @Test
    void aRankingIsReadNoFurtherThanItsPlacesAreAmongTheFirst() {
        assertThat(TOP.in(partitions)).hasSize(LIMIT);

        // Each of the 12 rankings to its end would be 400 places, and to as many places as are shown, still 380.
        assertThat(passed).hasValueBetween(LIMIT, 4 * LIMIT);
    }

    @Test
    void aTimelineReadsTheMonthsOfItsActorWhateverTheNumberOfOthers() {
        Question timeline = new AboutActor.Timeline("actor-7", null, null);

        int partition = timeline.partition(PARTITIONS).orElseThrow();
        assertThat(timeline.in(partitions.get(partition))).hasSize(1);

        // The row, and the one behind it that ends the range where that includes its end; what a cached store hands
        // over is looked up again.
        assertThat(passed).hasValueBetween(1, 2);
        assertThat(lookedUp).hasValueBetween(1, 2);
    }

    private static ActorMonth row(int number) {
        PartialDate date = PartialDate.of(MARCH);
        ActorType type = TYPES.get(number % TYPES.size());
        // Spread over the numbers, so that every ranking has some of the first.
        long mentions = 1 + number * 7919L % ACTORS;
        return new ActorMonth("actor-" + number, "Naam", type, MARCH, mentions, 1, date, date);
    }

    private Partition partition(int number) {
        return new Partition(new Partition.Source() {
            @Override
            public <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store) {
                return new Counted<>(shards.store(store, number));
            }
        });
    }

    /** A store that counts what is read. */
    private final class Counted<V> implements ReadOnlyKeyValueStore<String, V> {

        private final ReadOnlyKeyValueStore<String, V> store;

        Counted(ReadOnlyKeyValueStore<String, V> store) {
            this.store = store;
        }

        @Override
        public V get(String key) {
            lookedUp.incrementAndGet();
            return store.get(key);
        }

        @Override
        public KeyValueIterator<String, V> range(String from, String to) {
            return new CountedRange<>(store.range(from, to));
        }

        @Override
        public KeyValueIterator<String, V> all() {
            return new CountedRange<>(store.all());
        }

        @Override
        public long approximateNumEntries() {
            return store.approximateNumEntries();
        }
    }

    private final class CountedRange<V> implements KeyValueIterator<String, V> {

        private final KeyValueIterator<String, V> range;

        CountedRange(KeyValueIterator<String, V> range) {
            this.range = range;
        }

        @Override
        public boolean hasNext() {
            return range.hasNext();
        }

        @Override
        public KeyValue<String, V> next() {
            passed.incrementAndGet();
            return range.next();
        }

        @Override
        public String peekNextKey() {
            return range.peekNextKey();
        }

        @Override
        public void close() {
            range.close();
        }
    }
}
