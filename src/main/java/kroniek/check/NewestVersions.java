package kroniek.check;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import kroniek.topic.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The newest committed version of every key of the raw topic. Read twice, to know the newest before its bytes are kept: so only keys are in
 * memory, however many versions and however long the articles.
 */
final class NewestVersions implements AutoCloseable {

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;
    private Map<TopicPartition, Long> ends = Map.of();

    NewestVersions(Map<String, Object> client, String topic) {
        this.topic = topic;
        this.admin = Admin.create(client);
        this.consumer = new KafkaConsumer<>(
                TopicReader.committedOnly(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Reads the topic up to its end as it is now.
     *
     * @param reader takes the newest version of every key, withdrawals among them
     */
    void forEach(Consumer<RawVersion> reader) {
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
        ends = TopicReader.ends(admin, partitions);
        for (TopicPartition partition : partitions) {
            forEach(partition, ends.getOrDefault(partition, 0L), partitions.size(), reader);
        }
    }

    /** @throws MovedException if anything was written since {@link #forEach} began */
    void requireUnmoved() {
        if (!TopicReader.ends(admin, ends.keySet()).equals(ends)) {
            throw new MovedException();
        }
    }

    private void forEach(TopicPartition partition, long end, int partitions, Consumer<RawVersion> reader) {
        Map<ByteBuffer, Long> newest = new HashMap<>();
        read(partition, end, record -> {
            if (record.key() != null) {
                newest.put(ByteBuffer.wrap(record.key()), record.offset());
            }
        });
        read(partition, end, record -> {
            if (record.key() == null || Objects.equals(newest.get(ByteBuffer.wrap(record.key())), record.offset())) {
                reader.accept(RawVersion.of(record, partitions));
            }
        });
    }

    private void read(TopicPartition partition, long end, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        TopicReader.to(Map.of(partition, end), consumer, record -> {
            if (record.offset() < end) {
                reader.accept(record);
            }
            return true;
        });
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
