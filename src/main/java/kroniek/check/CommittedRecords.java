package kroniek.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import kroniek.topic.TopicReader;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of topics, partition by partition, up to the ends that are remembered when a topic is first asked for. Not
 * thread-safe.
 */
final class CommittedRecords implements AutoCloseable {

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    CommittedRecords(Map<String, Object> client) {
        this.admin = Admin.create(client);
        this.consumer = new KafkaConsumer<>(
                TopicReader.committedOnly(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions of a topic; their ends as they are now are those up to which they will be read. */
    List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
        ends.putAll(TopicReader.ends(admin, partitions));
        return partitions;
    }

    /** Up to where a partition is read. */
    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Reads a partition from its beginning to its end, without any records that may stand behind that. */
    void read(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long end = end(partition);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        TopicReader.to(Map.of(partition, end), consumer, record -> {
            if (record.offset() < end) {
                reader.accept(record);
            }
            return true;
        });
    }

    /**
     * The table in a partition: of every key that has a value, a part of that.
     *
     * @param part what is kept of a value
     */
    <V> Map<String, V> table(TopicPartition partition, Function<byte[], V> part) {
        Map<String, V> table = new HashMap<>();
        read(partition, record -> {
            String key = name(record);
            if (record.value() == null) {
                table.remove(key);
            } else {
                table.put(key, part.apply(record.value()));
            }
        });
        return table;
    }

    /** The key as text; one that is no text, or none, gets a name that no text has. */
    private static String name(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        if (key == null) {
            return "\0" + record.offset();
        }
        String text = new String(key, StandardCharsets.UTF_8);
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), key);
        return isText ? text : "\0" + HexFormat.of().formatHex(key);
    }

    /** Whether anything was written to the topics since their partitions were asked for. */
    boolean moved() {
        return !TopicReader.ends(admin, ends.keySet()).equals(ends);
    }

    @Override
    public void close() {
        consumer.close();
        admin.close(Duration.ofSeconds(5));
    }
}
