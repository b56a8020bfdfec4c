package kroniek.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import kroniek.domain.ActorMonth;
import kroniek.domain.ArticleMentions;
import kroniek.domain.Reconciliation;
import kroniek.domain.Reconciliation.Articles;
import kroniek.domain.Reconciliation.Counts;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads the topics and makes the figures that must agree, and the digest. Partition by partition, so that the keys of one are in memory at a
 * time: the topics about actors share their partitioner, hence a count and its evidence stand in partitions of the same number.
 */
public final class Reconciler implements AutoCloseable {

    private final CommittedRecords records;
    private final Topics topics;

    /** @param client settings of the connection, {@code bootstrap.servers} at least */
    public Reconciler(Map<String, Object> client, Topics topics) {
        this.records = new CommittedRecords(client);
        this.topics = topics;
    }

    /**
     * The figures as of what is committed now, without files and with nothing in flight: who asks adds what is.
     *
     * @throws MovedException if the topics changed meanwhile, so that the figures are of no one moment
     */
    public Reconciliation reconcile() {
        Map<Integer, Long> positions = new TreeMap<>();
        Articles articles = articles(positions);
        Digest digest = new Digest();
        Counts counts = counts(digest);
        if (moved()) {
            throw new MovedException();
        }
        return new Reconciliation(null, articles, counts, digest.hex(), 0, positions);
    }

    /** Whether anything was written to the topics since {@link #reconcile} looked for their ends. */
    public boolean moved() {
        return records.moved();
    }

    @Override
    public void close() {
        records.close();
    }

    private Articles articles(Map<Integer, Long> positions) {
        List<TopicPartition> raw = records.partitions(topics.articlesRaw().name());
        raw.forEach(partition -> positions.put(partition.partition(), records.end(partition)));
        long annotated = count(topics.articles(), key -> {});
        Set<String> ofFiles = new HashSet<>();
        long rejected = count(topics.rejected(), key -> {
            if (key.startsWith(Comparison.FILE)) {
                ofFiles.add(key);
            }
        });
        long failed = count(topics.deadLetters(), key -> {});
        // An article may be called like the rejection of a file; what raw does not have is no article.
        long inRaw = count(raw, ofFiles::remove);
        return new Articles(inRaw, annotated, rejected - ofFiles.size(), failed);
    }

    /** Counts the keys of a topic that have a value, and hands them over. */
    private long count(Topic<?> topic, Consumer<String> reader) {
        return count(records.partitions(topic.name()), reader);
    }

    /** Counts up to the ends that the partitions had when they were asked for. */
    private long count(List<TopicPartition> partitions, Consumer<String> reader) {
        long count = 0;
        for (TopicPartition partition : partitions) {
            Set<String> present = records.table(partition, value -> true).keySet();
            present.forEach(reader);
            count += present.size();
        }
        return count;
    }

    private Counts counts(Digest digest) {
        String mentions = topics.mentions().name();
        records.partitions(mentions);
        Deserializer<ActorMonth> row = topics.actorMonths().serde().deserializer();
        Deserializer<ArticleMentions> said = topics.mentions().serde().deserializer();
        long rows = 0;
        List<String> unproved = new ArrayList<>();
        for (TopicPartition partition : records.partitions(topics.actorMonths().name())) {
            Map<String, ActorMonth> counts = records.table(
                    partition, bytes -> row.deserialize(topics.actorMonths().name(), bytes));
            counts.values().forEach(digest::add);
            rows += counts.size();
            Map<String, Integer> evidence = records.table(
                    new TopicPartition(mentions, partition.partition()),
                    bytes -> said.deserialize(mentions, bytes).mentions());
            Map<String, Long> sums = new HashMap<>();
            counts.forEach((key, count) -> sums.merge(key, -count.mentions(), Long::sum));
            evidence.forEach(
                    (key, mentioned) -> sums.merge(ActorMonthKey.parse(key).toString(), (long) mentioned, Long::sum));
            sums.forEach((key, rest) -> {
                if (rest != 0) {
                    unproved.add(key);
                }
            });
        }
        unproved.sort(null);
        return Counts.naming(rows, unproved);
    }
}
