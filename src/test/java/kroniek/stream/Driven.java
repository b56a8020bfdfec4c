package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import kroniek.check.Said;
import kroniek.check.Tables;
import kroniek.domain.ActorMonth;
import kroniek.domain.Article;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.domain.PartialDate;
import kroniek.domain.Together;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.Before;
import kroniek.topic.ReadStore;
import kroniek.topic.Topics;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology under a driver, with the output topics read as the tables they are. */
final class Driven implements AutoCloseable {

    /** A format header that is there and has no value. */
    static final String NULL = "null";

    private final Topics topics;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> raw;
    private final Map<String, TestOutputTopic<String, byte[]>> outputs = new TreeMap<>();
    private final Map<String, Map<String, byte[]>> tables = new TreeMap<>();

    Driven(Steps steps, Path stateDirectory) {
        this(steps, stateDirectory, 1, Topics.declared());
    }

    Driven(Steps steps, Path stateDirectory, int rawPartitions, Topics topics) {
        this(steps, stateDirectory, rawPartitions, topics, Stores.PERSISTENT);
    }

    Driven(Steps steps, Path stateDirectory, int rawPartitions, Topics topics, Stores stores) {
        this.topics = topics;
        StreamsConfig config = new StreamsSettings("none:1", topics, stateDirectory, null, Map.of()).config();
        Properties properties = new Properties();
        config.originals().forEach((key, value) -> properties.put(key, value));
        driver = new TopologyTestDriver(
                KroniekTopology.build(config, topics, rawPartitions, steps, stores, Clock.systemUTC()), properties);
        raw = driver.createInputTopic(
                topics.articlesRaw().name(), new ByteArraySerializer(), new ByteArraySerializer());
        for (var topic : topics.all().subList(1, topics.all().size())) {
            outputs.put(
                    topic.name(),
                    driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer()));
            tables.put(topic.name(), new TreeMap<>());
        }
    }

    /** Publishes a version of a text article. */
    void put(String id, String text) {
        put(id.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8), null);
    }

    void put(byte @Nullable [] key, byte @Nullable [] value, @Nullable String format) {
        RecordHeaders headers = new RecordHeaders();
        if (format != null) {
            headers.add(
                    ReadArticle.FORMAT_HEADER, format.equals(NULL) ? null : format.getBytes(StandardCharsets.UTF_8));
        }
        raw.pipeInput(new TestRecord<>(key, value, headers, 0L));
        read();
    }

    /** Publishes what happens to an article. */
    void put(History.Event event) {
        put(event.id().getBytes(StandardCharsets.UTF_8), event.bytes(), event.format());
    }

    /** Everything that a recount can be compared with. */
    Tables tables() {
        return new Tables(
                values(topics.actorMonths(), row -> row),
                values(topics.actorPairs(), row -> row),
                values(topics.actorMonthsMentioned(), row -> row),
                values(topics.rises(), row -> row),
                values(topics.mentions(), Said::of),
                heads(),
                tables.get(topics.rejected().name()).keySet(),
                tables.get(topics.deadLetters().name()).keySet(),
                ledger());
    }

    private <V, W> Map<String, W> values(Topics.Topic<V> topic, Function<V, W> part) {
        Map<String, W> values = new TreeMap<>();
        tables.get(topic.name())
                .forEach((key, value) ->
                        values.put(key, part.apply(topic.serde().deserializer().deserialize("", value))));
        return values;
    }

    private Map<String, AnnotatedArticleJson.Head> heads() {
        Map<String, AnnotatedArticleJson.Head> heads = new TreeMap<>();
        tables.get(topics.articles().name()).forEach((key, value) -> heads.put(key, AnnotatedArticleJson.head(value)));
        return heads;
    }

    /** The indexes that are not what is made by sorting and adding up all rows, with what they should be and what they are. */
    List<String> wrongIndexes() {
        Indexes rows = new Indexes(values(topics.actorMonths(), row -> row).values());
        Map<String, ArticleSummary> listed = new TreeMap<>();
        Map<String, Long> months = new TreeMap<>();
        values(topics.articles(), annotated -> annotated).forEach((id, annotated) -> {
            Article article = annotated.article();
            PartialDate published = article.published().value();
            listed.put(
                    published.month() + "|" + id,
                    new ArticleSummary(id, published, article.title(), article.source(), annotated.duplicateOf()));
            months.merge(published.month().toString(), 1L, Long::sum);
            if (annotated.duplicateOf() != null) {
                months.merge(published.month() + ReadStore.COPIES, 1L, Long::sum);
            }
        });
        List<String> wrong = new ArrayList<>();
        compare(
                wrong,
                ReadStore.RANKS,
                rows.rankings(),
                Indexes.rankings(List.copyOf(store(ReadStore.RANKS).keySet())));
        compare(wrong, ReadStore.MONTH_SUMS, rows.sums(), store(ReadStore.MONTH_SUMS));
        compare(wrong, ReadStore.NAMES, rows.names(), store(ReadStore.NAMES));
        Map<String, Together> pairs = new TreeMap<>();
        values(topics.actorPairs(), row -> row).forEach((key, row) -> pairs.put(key, row.together()));
        compare(wrong, ReadStore.ACTOR_PAIRS, pairs, store(ReadStore.ACTOR_PAIRS));
        Map<String, Long> mentioned = new TreeMap<>();
        values(topics.actorMonthsMentioned(), row -> row).forEach((key, row) -> mentioned.put(key, row.mentions()));
        compare(wrong, ReadStore.ACTOR_MONTHS_MENTIONED, mentioned, store(ReadStore.ACTOR_MONTHS_MENTIONED));
        compare(wrong, ReadStore.RISES, values(topics.rises(), row -> row), store(ReadStore.RISES));
        compare(wrong, ReadStore.ARTICLES_BY_MONTH, listed, store(ReadStore.ARTICLES_BY_MONTH));
        compare(wrong, ReadStore.MONTH_ARTICLES, months, store(ReadStore.MONTH_ARTICLES));
        compare(wrong, ReadStore.ARTICLES, articles(), text(store(ReadStore.ARTICLES)));
        compare(wrong, ReadStore.REJECTED, rejected(), text(store(ReadStore.REJECTED)));
        return wrong;
    }

    private static void compare(List<String> wrong, ReadStore<?> store, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add("store %s: expected %s; found %s".formatted(store.name(), expected, found));
        }
    }

    private static Map<String, String> text(Map<String, byte[]> values) {
        Map<String, String> text = new TreeMap<>();
        values.forEach((key, value) -> text.put(key, new String(value, StandardCharsets.UTF_8)));
        return text;
    }

    /** Begins with what stands in the topics and stores of another driver, but for the indexes of actor months. */
    void takeOverWithoutIndexes(Driven older) {
        tables.putAll(older.tables);
        Set<String> indexes = Set.of(ReadStore.RANKS.name(), ReadStore.NAMES.name(), ReadStore.MONTH_SUMS.name());
        for (String name : older.driver.getAllStateStores().keySet()) {
            KeyValueStore<String, Object> from = older.driver.getKeyValueStore(name);
            KeyValueStore<String, Object> to = driver.getKeyValueStore(name);
            try (KeyValueIterator<String, Object> all = from.all()) {
                all.forEachRemaining(entry -> {
                    if (!indexes.contains(name)) {
                        to.put(entry.key, entry.value);
                    }
                });
            }
        }
    }

    /** What stands in a store, in the order of its keys. */
    <V> Map<String, V> store(ReadStore<V> store) {
        Map<String, V> entries = new LinkedHashMap<>();
        KeyValueStore<String, V> found = driver.getKeyValueStore(store.name());
        try (KeyValueIterator<String, V> all = found.all()) {
            all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        }
        return entries;
    }

    private Set<String> ledger() {
        Set<String> articles = new TreeSet<>();
        KeyValueStore<String, Object> ledger = driver.getKeyValueStore(MentionLedger.STORE);
        try (KeyValueIterator<String, Object> entries = ledger.all()) {
            entries.forEachRemaining(entry -> articles.add(entry.key));
        }
        return articles;
    }

    /** Writes a contribution as if it were the ledger's. */
    void mentionsFromElsewhere(String key, ArticleMentions value) {
        driver.createInputTopic(
                        topics.mentions().name(),
                        new StringSerializer(),
                        topics.mentions().serde().serializer())
                .pipeInput(key, value);
    }

    /** Takes all rises away, as where they were not known yet. */
    void forgetRises() {
        KeyValueStore<String, Object> rises = driver.getKeyValueStore(ReadStore.RISES.name());
        store(ReadStore.RISES).keySet().forEach(rises::delete);
        tables.get(topics.rises().name()).clear();
    }

    /** Lets the store of articles lag behind: it has an older value. */
    void storeArticle(String id, String value) {
        KeyValueStore<String, byte[]> articles = driver.getKeyValueStore(ReadStore.ARTICLES.name());
        articles.put(id, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes an entry out of a store, as where it is restored from a topic that was compacted since, or was not kept yet. */
    void forget(String store, String key) {
        driver.getKeyValueStore(store).delete(key);
    }

    /** Lets a value of the topic of articles reach that store. */
    void readBack(String id, String value) {
        driver.createInputTopic(topics.articles().name(), new StringSerializer(), new StringSerializer())
                .pipeInput(id, value);
        read();
    }

    /** Withdraws an article. */
    void withdraw(String id) {
        put(id.getBytes(StandardCharsets.UTF_8), null, null);
    }

    /** How many records the last publication made on any output topic. */
    int written;

    /** The tombstones among them, as {@code topic/key}. */
    final Set<String> deleted = new TreeSet<>();

    /** What the header says that tells what was before, of those that have it, by {@code topic/key}. */
    final Map<String, String> before = new TreeMap<>();

    private void read() {
        written = 0;
        deleted.clear();
        before.clear();
        outputs.forEach((topic, output) -> {
            while (!output.isEmpty()) {
                TestRecord<String, byte[]> record = output.readRecord();
                written++;
                Header header = record.headers().lastHeader(Before.HEADER);
                if (header != null) {
                    before.put(topic + "/" + record.key(), new String(header.value(), StandardCharsets.UTF_8));
                }
                if (record.value() == null) {
                    deleted.add(topic + "/" + record.key());
                    tables.get(topic).remove(record.key());
                } else {
                    tables.get(topic).put(record.key(), record.value());
                }
            }
        });
    }

    /** What stands in a topic: the latest value of every key. */
    Map<String, String> table(Topics.Topic<?> topic) {
        Map<String, String> table = new TreeMap<>();
        tables.get(topic.name()).forEach((key, value) -> table.put(key, new String(value, StandardCharsets.UTF_8)));
        return table;
    }

    /** The actor months as {@code key mentions/articles first..last name}. */
    Map<String, String> counts() {
        Map<String, String> counts = new TreeMap<>();
        tables.get(topics.actorMonths().name()).forEach((key, value) -> {
            ActorMonth row = topics.actorMonths().serde().deserializer().deserialize("", value);
            counts.put(
                    key,
                    "%d/%d %s..%s %s".formatted(row.mentions(), row.articles(), row.first(), row.last(), row.name()));
        });
        return counts;
    }

    Map<String, String> articles() {
        return table(topics.articles());
    }

    Map<String, String> mentions() {
        return table(topics.mentions());
    }

    Map<String, String> rejected() {
        return table(topics.rejected());
    }

    Map<String, String> deadLetters() {
        return table(topics.deadLetters());
    }

    /** Everything that stands in any topic or store, as text. */
    Map<String, String> everything() {
        Map<String, String> all = new TreeMap<>();
        tables.forEach((topic, table) ->
                table.forEach((key, value) -> all.put(topic + "/" + key, new String(value, StandardCharsets.UTF_8))));
        driver.getAllStateStores().forEach((name, store) -> {
            KeyValueStore<String, Object> entries = driver.getKeyValueStore(name);
            try (KeyValueIterator<String, Object> iterator = entries.all()) {
                iterator.forEachRemaining(entry -> all.put("store " + name + "/" + entry.key, shown(entry.value)));
            }
        });
        return all;
    }

    private static String shown(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value.toString();
    }

    @Override
    public void close() {
        driver.close();
    }
}
