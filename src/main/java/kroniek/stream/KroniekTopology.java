package kroniek.stream;

import kroniek.language.Language;
import kroniek.stream.Change.Target;
import kroniek.topic.ActorPartitioner;
import kroniek.topic.ReadStore;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Predicate;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

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
     */
    public static Topology build(StreamsConfig config, Topics topics, int rawPartitions, Language language) {
        return build(config, topics, rawPartitions, Steps.of(language), Stores.PERSISTENT);
    }

    static Topology build(StreamsConfig config, Topics topics, int rawPartitions, Steps steps, Stores stores) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config));

        builder.stream(
                        topics.articlesRaw().name(),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withTimestampExtractor(KroniekTopology::time)
                                .withName("articles-raw"))
                .process(() -> new ReadArticle(steps, rawPartitions), Named.as(Steps.READ_ARTICLE))
                .mapValues(steps::normaliseDates, Named.as(Steps.NORMALISE_DATES))
                .mapValues(steps::extractActors, Named.as(Steps.EXTRACT_ACTORS))
                .process(MentionLedger.supplier(topics, stores), Named.as("mention-ledger"))
                .split(Named.as(BRANCHES))
                .branch(to(Target.ARTICLES), sink("articles", topics.articles()))
                .branch(to(Target.REJECTED), sink("rejected", topics.rejected()))
                .branch(to(Target.DEAD_LETTERS), sink("dead-letters", topics.deadLetters()))
                .branch(to(Target.MENTIONS), sink("mentions", topics.mentions()));

        builder.stream(
                        topics.mentions().name(),
                        Consumed.with(Serdes.String(), topics.mentions().serde())
                                .withTimestampExtractor(KroniekTopology::time)
                                .withName("mentions-back"))
                .process(Tally.supplier(topics, stores), Named.as("tally"))
                .split(Named.as(BRANCHES + "tables-"))
                .branch(to(Target.ACTOR_MONTHS), sink("actor-months", topics.actorMonths()))
                .branch(to(Target.ACTOR_PAIRS), sink("actor-pairs", topics.actorPairs()))
                .branch(
                        to(Target.ACTOR_MONTHS_MENTIONED),
                        sink("actor-months-mentioned", topics.actorMonthsMentioned()))
                .branch(to(Target.RISES), sink("rises", topics.rises()));

        Topology topology = builder.build();
        readBack(topology, stores, ReadStore.ARTICLES, topics.articles(), ArticleIndex.NAME, ArticleIndex::new);
        ArticleIndex.stores(stores).forEach(store -> topology.addStateStore(store, ArticleIndex.NAME));
        readBack(topology, stores, ReadStore.REJECTED, topics.rejected(), "rejection-index", RejectionIndex::new);
        return topology;
    }

    /** Keeps a topic as a store for readers; it is restored from the topic itself, and needs no second one. */
    private static void readBack(
            Topology topology,
            Stores stores,
            ReadStore<byte[]> store,
            Topic<?> topic,
            String name,
            ProcessorSupplier<String, byte[], Void, Void> keeper) {
        topology.addReadOnlyStateStore(
                stores.keyValue(store).withLoggingDisabled(),
                store.name() + "-back",
                KroniekTopology::time,
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topic.name(),
                name,
                keeper);
    }

    /** Streams would stop at a record dated before 1970, which an archive may hold. No result depends on the time of a record. */
    static long time(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, record.timestamp());
    }

    private static Predicate<String, Change> to(Target target) {
        return (key, change) -> change.target() == target;
    }

    private static Branched<String, Change> sink(String name, Topic<?> topic) {
        Produced<String, Change> produced =
                Produced.with(Serdes.String(), Change.SERDE).withName(WRITES + name);
        return Branched.withConsumer(
                changes -> changes.to(
                        topic.name(),
                        switch (topic.declaration().partitioner()) {
                            case ACTOR -> produced.withStreamPartitioner(new ActorPartitioner());
                            case DEFAULT -> produced;
                        }),
                name);
    }
}
