package kroniek.query;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.topic.ActorPartitioner;
import kroniek.topic.DefaultPartition;
import kroniek.topic.NameKey;
import kroniek.topic.RankKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Sort;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The stores in memory, in several partitions, filled as the topology fills them; they can be made to fail. */
public final class MemoryShards implements Shards {

    private final List<Map<String, NavigableMap<String, Object>>> partitions = new ArrayList<>();
    private final List<ActorMonth> rows = new ArrayList<>();

    /** Thrown by every question, where there is one. */
    public volatile @Nullable RuntimeException failure;

    /** Whether what is answered is said to come from a standby. */
    public volatile boolean stale;

    /** @param count how many partitions */
    public MemoryShards(int count) {
        IntStream.range(0, count).forEach(partition -> partitions.add(new HashMap<>()));
    }

    /** Puts rows, each into the partition of its actor, and all that the index has of them. */
    public MemoryShards rows(ActorMonth... some) {
        rows.addAll(List.of(some));
        partitions.forEach(stores -> List.of(ReadStore.RANKS, ReadStore.NAMES, ReadStore.MONTH_SUMS)
                .forEach(store -> stores.remove(store.name())));
        for (ActorMonth row : rows) {
            Map<String, NavigableMap<String, Object>> stores = ofActor(row.actor());
            store(stores, ReadStore.ACTOR_MONTHS).put(row.actor() + "|" + row.month(), row);
            NameKey.of(row).forEach(key -> store(stores, ReadStore.NAMES).merge(key, 1L, MemoryShards::sum));
            String month = row.month() + "|" + row.type().name();
            store(stores, ReadStore.MONTH_SUMS).merge(month + "|actors", 1L, MemoryShards::sum);
            store(stores, ReadStore.MONTH_SUMS).merge(month + "|mentions", row.mentions(), MemoryShards::sum);
            long inCopies = row.mentions() - row.mentionsWithoutCopies();
            store(stores, ReadStore.MONTH_SUMS).merge(month + "|copies", inCopies, MemoryShards::sum);
            for (Sort sort : Sort.values()) {
                store(stores, ReadStore.RANKS).put(RankKey.of(sort, row, change(row)), new byte[0]);
            }
        }
        return this;
    }

    private static Object sum(Object a, Object b) {
        return (Long) a + (Long) b;
    }

    private long change(ActorMonth row) {
        YearMonth before = row.month().minusMonths(1);
        return row.mentions()
                - rows.stream()
                        .filter(other -> other.actor().equals(row.actor())
                                && other.month().equals(before))
                        .mapToLong(ActorMonth::mentions)
                        .sum();
    }

    /** Takes a row away and leaves its place in the rankings, as a reader may meet it while the row changes. */
    public MemoryShards vanished(String actor, YearMonth month) {
        store(ofActor(actor), ReadStore.ACTOR_MONTHS).remove(actor + "|" + month);
        return this;
    }

    /** Puts pairs, each into the partition of the actor that it stands under. */
    public MemoryShards pairs(ActorPair... some) {
        for (ActorPair pair : some) {
            String key = pair.actor() + "|" + pair.month() + "|" + pair.other();
            store(ofActor(pair.actor()), ReadStore.ACTOR_PAIRS).put(key, pair.together());
        }
        return this;
    }

    /** Puts numbers of mentions by the month that is spoken of. */
    public MemoryShards mentioned(ActorMonthMentioned... some) {
        for (ActorMonthMentioned row : some) {
            String key = row.actor() + "|" + row.month() + "|" + ActorMonthMentioned.code(row.mentioned());
            store(ofActor(row.actor()), ReadStore.ACTOR_MONTHS_MENTIONED).put(key, row.mentions());
        }
        return this;
    }

    /** Puts what articles say. */
    public MemoryShards evidence(ArticleMentions... some) {
        for (ArticleMentions said : some) {
            String key = said.actor().id() + "|" + said.month() + "|" + said.article();
            store(ofActor(said.actor().id()), ReadStore.EVIDENCE).put(key, said);
        }
        return this;
    }

    /** Puts an article. */
    public MemoryShards article(ArticleSummary summary, String value) {
        Map<String, NavigableMap<String, Object>> stores = ofKey(summary.id());
        store(stores, ReadStore.ARTICLES).put(summary.id(), value.getBytes(StandardCharsets.UTF_8));
        String month = summary.published().month().toString();
        store(stores, ReadStore.ARTICLES_BY_MONTH).put(month + "|" + summary.id(), summary);
        store(stores, ReadStore.MONTH_ARTICLES).merge(month, 1L, MemoryShards::sum);
        if (summary.duplicateOf() != null) {
            store(stores, ReadStore.MONTH_ARTICLES).merge(month + ReadStore.COPIES, 1L, MemoryShards::sum);
        }
        return this;
    }

    /** Puts a rejection. */
    public MemoryShards rejection(String key, String value) {
        store(ofKey(key), ReadStore.REJECTED).put(key, value.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private Map<String, NavigableMap<String, Object>> ofActor(String actor) {
        return partitions.get(ActorPartitioner.partition(actor.getBytes(StandardCharsets.UTF_8), partitions.size()));
    }

    private Map<String, NavigableMap<String, Object>> ofKey(String key) {
        return partitions.get(DefaultPartition.of(key.getBytes(StandardCharsets.UTF_8), partitions.size()));
    }

    private static NavigableMap<String, Object> store(
            Map<String, NavigableMap<String, Object>> stores, ReadStore<?> store) {
        return stores.computeIfAbsent(store.name(), none -> new TreeMap<>(Keys.ORDER));
    }

    @Override
    public void requireAnswerable() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public Rows ask(Question question, boolean standbys) {
        requireAnswerable();
        Set<Integer> asked = new TreeSet<>();
        question.partition(partitions.size()).ifPresentOrElse(asked::add, () -> IntStream.range(0, partitions.size())
                .forEach(asked::add));
        List<Row> answer = rows(question, asked);
        answer.sort(Question.ORDER);
        return new Rows(answer, standbys && stale);
    }

    /** What some partitions answer. */
    List<Row> rows(Question question, Set<Integer> asked) {
        return new ArrayList<>(question.in(asked.stream().map(this::partition).toList()));
    }

    private Partition partition(int number) {
        return new Partition(new Partition.Source() {
            @Override
            public <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store) {
                return MemoryShards.this.store(store, number);
            }
        });
    }

    /** One partition of a store. */
    <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store, int partition) {
        return new MapStore<>(store(partitions.get(partition), store));
    }

    /** A store in a map. */
    record MapStore<V>(NavigableMap<String, Object> entries) implements ReadOnlyKeyValueStore<String, V> {

        @Override
        @SuppressWarnings("unchecked") // put in under the store's type
        public V get(String key) {
            return (V) entries.get(key);
        }

        @Override
        public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
            var tail = from == null ? entries : entries.tailMap(from, true);
            var range = to == null ? tail : tail.headMap(to, true);
            return new Entries<>(range.entrySet().iterator());
        }

        @Override
        public KeyValueIterator<String, V> all() {
            return range(null, null);
        }

        @Override
        public long approximateNumEntries() {
            return entries.size();
        }
    }

    private record Entries<V>(Iterator<Map.Entry<String, Object>> entries) implements KeyValueIterator<String, V> {

        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public KeyValue<String, V> next() {
            Map.Entry<String, Object> entry = entries.next();
            return KeyValue.pair(entry.getKey(), (V) entry.getValue());
        }

        @Override
        public String peekNextKey() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
