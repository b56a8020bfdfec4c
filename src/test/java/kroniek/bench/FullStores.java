package kroniek.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.query.Partition;
import kroniek.query.Question;
import kroniek.query.Row;
import kroniek.query.Rows;
import kroniek.query.Shards;
import kroniek.topic.ActorPartitioner;
import kroniek.topic.RankKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Sort;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores that rankings and timelines are read from, on disk as the program has them, in four partitions, with so many actor months of 60
 * months; a few actors have most of the mentions. Filled directly: what made the rows plays no part in reading them.
 */
final class FullStores implements Shards, AutoCloseable {

    static final int MONTHS = 60;

    private static final int PARTITIONS = 4;
    private static final YearMonth FIRST = YearMonth.of(2018, 1);

    private final List<Map<String, KeyValueStore<String, ?>>> partitions = new ArrayList<>();
    private final int actors;

    FullStores(Path folder, int actorMonths) {
        actors = Math.max(1, actorMonths / MONTHS);
        for (int partition = 0; partition < PARTITIONS; partition++) {
            Map<String, KeyValueStore<String, ?>> stores = new HashMap<>();
            Path state = folder.resolve(actorMonths + "-" + partition);
            Properties settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
            var context = new MockProcessorContext<Void, Void>(settings, new TaskId(0, partition), state.toFile());
            ReadStore.allLike(ReadStore.Like.MENTIONS).forEach(store -> open(stores, store, context));
            ReadStore.allLike(ReadStore.Like.ARTICLES).forEach(store -> open(stores, store, context));
            partitions.add(stores);
        }
        Random random = new Random(actorMonths);
        for (int actor = 0; actor < actors; actor++) {
            fill(actor, random);
        }
    }

    private static <V> void open(
            Map<String, KeyValueStore<String, ?>> stores,
            ReadStore<V> store,
            MockProcessorContext<Void, Void> context) {
        KeyValueStore<String, V> opened = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(store.name()), Serdes.String(), store.serde())
                .withLoggingDisabled()
                .build();
        opened.init(context.getStateStoreContext(), opened);
        stores.put(store.name(), opened);
    }

    static String actor(int number) {
        return "actor-" + number;
    }

    static String month(int number) {
        return FIRST.plusMonths(number).toString();
    }

    /** How many actors there are. */
    int actors() {
        return actors;
    }

    private void fill(int number, Random random) {
        String actor = actor(number);
        int partition = ActorPartitioner.partition(actor.getBytes(StandardCharsets.UTF_8), PARTITIONS);
        ActorType type = List.of(ActorType.PERSON, ActorType.COUNTRY, ActorType.ORGANISATION)
                .get(number % 3);
        long earlier = 0;
        for (int month = 0; month < MONTHS; month++) {
            long mentions = 1 + (long) (Math.abs(random.nextGaussian()) * 1000 / (1 + number % 1000));
            PartialDate date = PartialDate.of(FIRST.plusMonths(month));
            ActorMonth row =
                    new ActorMonth(actor, "Naam " + number, type, date.month(), mentions, 1 + mentions / 3, date, date);
            put(partition, ReadStore.ACTOR_MONTHS, actor + "|" + date.month(), row);
            for (Sort sort : Sort.values()) {
                put(partition, ReadStore.RANKS, RankKey.of(sort, row, mentions - earlier), new byte[0]);
            }
            add(partition, date.month() + "|" + type + "|actors", 1);
            add(partition, date.month() + "|" + type + "|mentions", mentions);
            earlier = mentions;
        }
    }

    private <V> void put(int partition, ReadStore<V> store, String key, V value) {
        store(store, partition).put(key, value);
    }

    private void add(int partition, String key, long more) {
        KeyValueStore<String, Long> sums = store(ReadStore.MONTH_SUMS, partition);
        Long before = sums.get(key);
        sums.put(key, (before == null ? 0 : before) + more);
    }

    @SuppressWarnings("unchecked") // put in under the store's type
    private <V> KeyValueStore<String, V> store(ReadStore<V> store, int partition) {
        return (KeyValueStore<String, V>) partitions.get(partition).get(store.name());
    }

    @Override
    public Rows ask(Question question, boolean standbys) {
        Set<Integer> asked = new TreeSet<>();
        question.partition(PARTITIONS).ifPresentOrElse(asked::add, () -> IntStream.range(0, PARTITIONS)
                .forEach(asked::add));
        List<Row> rows =
                new ArrayList<>(question.in(asked.stream().map(this::partition).toList()));
        rows.sort(Question.ORDER);
        return new Rows(rows, false);
    }

    private Partition partition(int number) {
        return new Partition(new Partition.Source() {
            @Override
            public <V> ReadOnlyKeyValueStore<String, V> store(ReadStore<V> store) {
                return FullStores.this.store(store, number);
            }
        });
    }

    @Override
    public void requireAnswerable() {}

    @Override
    public void close() {
        partitions.forEach(stores -> stores.values().forEach(KeyValueStore::close));
    }
}
