package kroniek.stream;

import java.time.Clock;
import java.util.Optional;
import kroniek.domain.Original;
import kroniek.language.Language;
import kroniek.stream.Change.Target;
import kroniek.topic.ActorPartitioner;
import kroniek.topic.ArticlePartitioner;
import kroniek.topic.CopyOriginalKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Predicate;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.jspecify.annotations.Nullable;

/** The topology: from the raw article to the counts. It reads like the picture in the README, which is generated from it. */
public final class KroniekTopology {

    /** What the names of the operators begin with that only choose a topic. */
    static final String BRANCHES = "to-";

    /** What the names of those begin with that write to a topic; what follows is its name without the prefix. */
    public static final String WRITES = "write-";

    private KroniekTopology() {}

    /**
     * Builds the topology.
     *
     * @param config the settings it will run with; unnamed stores are refused only because the builder sees them
     * @param topics the topics it reads and writes
     * @param rawPartitions how many partitions the raw topic has on the cluster
     * @param language the language rules
     * @param clock tells which records are dated in the future
     */
    public static Topology build(
            StreamsConfig config, Topics topics, int rawPartitions, Language language, Clock clock) {
        return build(config, topics, rawPartitions, Steps.of(language), Stores.PERSISTENT, clock);
    }

    static Topology build(
            StreamsConfig config, Topics topics, int rawPartitions, Steps steps, Stores stores, Clock clock) {
        RecordTime time = new RecordTime(clock);
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));

        KStream<String, LedgerInput> proposals = builder.stream(
                        topics.copyOriginals().name(),
                        Consumed.with(Serdes.String(), topics.copyOriginals().serde())
                                .withTimestampExtractor(time)
                                .withName("copy-originals-back"))
                .map(KroniekTopology::proposal, Named.as("read-proposal"));

        builder.stream(
                        topics.articlesRaw().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withTimestampExtractor(time)
                                .withName("articles-raw"))
                .process(() -> new ReadArticle(steps, rawPartitions), Named.as(Steps.READ_ARTICLE))
                .mapValues(steps::normaliseDates, Named.as(Steps.NORMALISE_DATES))
                .<LedgerInput>mapValues(steps::extractActors, Named.as(Steps.EXTRACT_ACTORS))
                .merge(proposals, Named.as("to-ledger"))
                .process(MentionLedger.supplier(topics, stores), Named.as(MentionLedger.NAME))
                .split(Named.as(BRANCHES))
                .branch(to(Target.ARTICLES), sink("articles", topics.articles()))
                .branch(to(Target.REJECTED), sink("rejected", topics.rejected()))
                .branch(to(Target.DEAD_LETTERS), sink("dead-letters", topics.deadLetters()))
                .branch(to(Target.MENTIONS), sink("mentions", topics.mentions()))
                .branch(to(Target.COPY_BANDS), sink("copy-bands", topics.copyBands()));

        builder.stream(
                        topics.mentions().name(),
                        Consumed.with(Serdes.String(), topics.mentions().serde())
                                .withTimestampExtractor(time)
                                .withName("mentions-back"))
                .process(Tally.supplier(topics, stores), Named.as("tally"))
                .split(Named.as(BRANCHES + "tables-"))
                .branch(to(Target.ACTOR_MONTHS), sink("actor-months", topics.actorMonths()))
                .branch(to(Target.ACTOR_PAIRS), sink("actor-pairs", topics.actorPairs()))
                .branch(
                        to(Target.ACTOR_MONTHS_MENTIONED),
                        sink("actor-months-mentioned", topics.actorMonthsMentioned()))
                .branch(to(Target.RISES), sink("rises", topics.rises()));

        builder.stream(
                        topics.copyBands().name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray())
                                .withTimestampExtractor(time)
                                .withName("copy-bands-back"))
                .process(CopyFinder.supplier(topics, stores), Named.as("copy-finder"))
                .to(
                        topics.copyOriginals().name(),
                        Produced.with(Serdes.String(), Serdes.ByteArray())
                                .withStreamPartitioner(partitioner(topics.copyOriginals()))
                                .withName(WRITES + "copy-originals"));

        Topology topology = builder.build();
        readBack(topology, stores, time, ReadStore.ARTICLES, topics.articles(), ArticleIndex.NAME, ArticleIndex::new);
        ArticleIndex.stores(stores).forEach(store -> topology.addStateStore(store, ArticleIndex.NAME));
        topology.connectProcessorAndStateStores(MentionLedger.NAME, ReadStore.ARTICLES.name());
        topology.connectProcessorAndStateStores(ArticleIndex.NAME, Proposals.STORE);
        topology.addSink(
                WRITES + "copy-originals-again",
                topics.copyOriginals().name(),
                new StringSerializer(),
                new ByteArraySerializer(),
                partitioner(topics.copyOriginals()),
                ArticleIndex.NAME);
        readBack(topology, stores, time, ReadStore.REJECTED, topics.rejected(), "rejection-index", RejectionIndex::new);
        return topology;
    }

    /** Keeps a topic as a store for readers; it is restored from the topic itself, and needs no second one. */
    private static <K, V> void readBack(
            Topology topology,
            Stores stores,
            RecordTime time,
            ReadStore<byte[]> store,
            Topic<?> topic,
            String name,
            ProcessorSupplier<String, byte[], K, V> keeper) {
        // Kafka Streams declares that what keeps such a store forwards nothing; what it forwards goes to its children
        // as anywhere.
        @SuppressWarnings("unchecked")
        ProcessorSupplier<String, byte[], Void, Void> processor =
                (ProcessorSupplier<String, byte[], Void, Void>) (ProcessorSupplier<?, ?, ?, ?>) keeper;
        topology.addReadOnlyStateStore(
                stores.keyValue(store).withLoggingDisabled(),
                store.name() + "-back",
                time,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                name,
                processor);
    }

    private static KeyValue<String, LedgerInput> proposal(String key, @Nullable Original original) {
        CopyOriginalKey parts = CopyOriginalKey.parse(key);
        return KeyValue.pair(parts.article(), new LedgerInput.Proposal(parts.band(), original));
    }

    private static Predicate<String, Change> to(Target target) {
        return (key, change) -> change.target() == target;
    }

    private static Branched<String, Change> sink(String name, Topic<?> topic) {
        Produced<String, Change> produced = Produced.with(Serdes.String(), Change.SERDE)
                .withStreamPartitioner(partitioner(topic))
                .withName(WRITES + name);
        return Branched.withConsumer(changes -> changes.to(topic.name(), produced), name);
    }

    private static StreamPartitioner<String, Object> partitioner(Topic<?> topic) {
        return switch (topic.declaration().partitioner()) {
            case ACTOR -> new ActorPartitioner();
            case ARTICLE -> new ArticlePartitioner();
            case DEFAULT -> (name, key, value, partitions) -> Optional.empty();
        };
    }
}
