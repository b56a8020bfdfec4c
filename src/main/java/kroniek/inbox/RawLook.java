package kroniek.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kroniek.topic.RawKey;
import kroniek.topic.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A look at the raw topic: what of it is committed, from its beginning up to the ends that it had when the look began. */
final class RawLook implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    RawLook(Map<String, Object> client, Admin admin, String topic) {
        Map<String, Object> settings = new HashMap<>(TopicReader.committedOnly(client));
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = TopicReader.partitions(consumer, topic);
        ends = TopicReader.ends(admin, partitions);
    }

    /** Up to where this look sees, by partition: transactions that are open before there are waited for. */
    Map<TopicPartition, Long> ends() {
        return ends;
    }

    /** The newest records of the keys that have one of these names, as {@link RawKey} gives them. */
    Map<String, Newest> newest(Set<String> names) {
        Map<String, Newest> newest = new HashMap<>();
        if (names.isEmpty()) {
            return newest;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        TopicReader.to(ends, consumer, record -> {
            RawKey key = RawKey.of(record.key(), record.partition(), record.offset(), partitions.size());
            if (names.contains(key.name())) {
                newest.put(key.name(), Newest.of(record, key));
            }
            return true;
        });
        return newest;
    }

    /** Hands over the records at these offsets of a partition, in their order; one that was compacted away meanwhile is left out. */
    void read(TopicPartition partition, Set<Long> offsets, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Set<Long> left = new HashSet<>(offsets);
        long first = offsets.stream().mapToLong(Long::longValue).min().orElseThrow();
        long last = offsets.stream().mapToLong(Long::longValue).max().orElseThrow();
        consumer.assign(List.of(partition));
        consumer.seek(partition, first);
        TopicReader.to(Map.of(partition, last + 1), consumer, record -> {
            if (left.remove(record.offset())) {
                reader.accept(record);
            }
            return !left.isEmpty();
        });
    }

    @Override
    public void close() {
        consumer.close();
    }
}
