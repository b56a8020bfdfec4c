package kroniek.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the application has still to do: the data records behind its committed offsets. Looked for by reading, because offsets alone do not
 * tell: transaction markers and aborted records occupy offsets, and a partition that holds nothing else never gets a committed one.
 */
public final class Backlog implements AutoCloseable {

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final Topics topics;

    /** @param client settings of the connection, {@code bootstrap.servers} at least */
    public Backlog(Map<String, Object> client, Topics topics) {
        this.topics = topics;
        this.admin = Admin.create(client);
        Map<String, Object> settings = TopicReader.committedOnly(client);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Whether no committed record is left to be processed. A record may move on to another topic while we look, also to one that was looked
     * at before, and then its offset is committed: only where no offset was committed meanwhile was all seen at once.
     */
    public boolean isEmpty() {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return read(topics).allMatch(topic -> isEmpty(topic.name(), committed)) && committed.equals(committed());
    }

    /**
     * How many offsets lie between what is committed and the ends: at least as many as there are records to be processed, for transaction
     * markers and aborted records have offsets too. For showing; whether anything is left tells {@link #isEmpty()}.
     */
    public long atMost() {
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        return read(topics)
                .mapToLong(topic ->
                        left(TopicReader.ends(admin, TopicReader.partitions(consumer, topic.name())), committed))
                .sum();
    }

    /**
     * Whether it may get less by itself: somebody is in the group that counts, or was a moment ago, or a transaction is open, which Kafka
     * ends if nobody else does.
     */
    public boolean mayShrink() {
        return !GroupMembers.of(admin, topics.prefix()).isEmpty()
                || read(topics).anyMatch(topic -> isOpen(TopicReader.partitions(consumer, topic.name())));
    }

    /** Whether something stands behind the last stable offset. */
    private boolean isOpen(List<TopicPartition> partitions) {
        return !consumer.endOffsets(partitions).equals(TopicReader.ends(admin, partitions));
    }

    /** How many offsets lie between what a group has committed and the ends. */
    public static long left(Map<TopicPartition, Long> ends, Map<TopicPartition, OffsetAndMetadata> committed) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    @Nullable OffsetAndMetadata position = committed.get(end.getKey());
                    return end.getValue() - (position == null ? 0 : position.offset());
                })
                .sum();
    }

    /** All topics that the topology reads: the first from outside, all others what it writes itself. */
    public static Stream<Topic<?>> read(Topics topics) {
        return Stream.of(
                topics.articlesRaw(),
                topics.mentions(),
                topics.articles(),
                topics.rejected(),
                topics.copyBands(),
                topics.copyOriginals());
    }

    private boolean isEmpty(String topic, Map<TopicPartition, OffsetAndMetadata> committed) {
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            @Nullable OffsetAndMetadata position = committed.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position.offset());
            }
        }
        // Up to the last stable offset; what stands behind it is in an open transaction, and not done either.
        Map<TopicPartition, Long> ends = TopicReader.ends(admin, partitions);
        Map<TopicPartition, Long> stable = consumer.endOffsets(partitions);
        return TopicReader.to(stable, consumer, record -> false) && stable.equals(ends);
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() {
        return TopicAdmin.get(admin.listConsumerGroupOffsets(topics.prefix()).partitionsToOffsetAndMetadata());
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(5));
    }
}
