package kroniek.query;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The progress of a group on a cluster. */
final class KafkaProgress implements Progress {

    private static final Duration POLL = Duration.ofMillis(50);
    /** An open transaction is not waited for: what it holds is not committed, and may still be. */
    private static final int MOST_POLLS = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final String group;
    private final List<TopicPartition> partitions;

    /**
     * Connects.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least
     * @param topics those that the group reads
     */
    KafkaProgress(Map<String, Object> client, String group, List<Topic<?>> topics) {
        this.admin = Admin.create(client);
        Map<String, Object> settings = TopicReader.committedOnly(client);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.group = group;
        try {
            this.partitions = topics.stream()
                    .flatMap(topic -> TopicReader.partitions(consumer, topic.name()).stream())
                    .toList();
        } catch (RuntimeException away) {
            consumer.close();
            admin.close(PATIENCE);
            throw away;
        }
    }

    @Override
    public Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> committed = new HashMap<>();
        TopicAdmin.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    @Override
    public Map<TopicPartition, Long> ends() {
        return TopicReader.ends(admin, partitions);
    }

    @Override
    public boolean isEmpty(TopicPartition partition, long from, long to) {
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        for (int poll = 0; poll < MOST_POLLS && consumer.position(partition, PATIENCE) < to; poll++) {
            if (!consumer.poll(POLL).isEmpty()) {
                return false;
            }
        }
        return consumer.position(partition, PATIENCE) >= to;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(PATIENCE);
    }
}
