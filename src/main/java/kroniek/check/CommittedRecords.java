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
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.UnreadableRecordException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The committed records of topics, partition by partition, up to the ends that are remembered when a topic is first asked for. Not
 * thread-safe.
 */
final class CommittedRecords implements AutoCloseable {

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    CommittedRecords(Map<String, Object> client) {
        this.admin = Admin.create(client);
        Map<String, Object> settings = TopicReader.committedOnly(client);
        // At the end of a partition the broker would wait half a second for more before the next can be asked for.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions of a topic; their ends as they are now are those up to which they will be read. */
    List<TopicPartition> partitions(String topic) {
        List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
        ends.putAll(TopicReader.ends(admin, partitions));
        begins.putAll(begins(partitions));
        return partitions;
    }

    private Map<TopicPartition, Long> begins(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
        partitions.forEach(partition -> earliest.put(partition, OffsetSpec.earliest()));
        Map<TopicPartition, Long> found = new HashMap<>();
        TopicAdmin.get(admin.listOffsets(earliest).all())
                .forEach((partition, begin) -> found.put(partition, begin.offset()));
        return found;
    }

    /** Up to where a partition is read. */
    long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    /** Reads a partition from its beginning to its end, without any records that may stand behind that. */
    void read(TopicPartition partition, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        long begin = begins.getOrDefault(partition, 0L);
        long end = end(partition);
        if (begin == end) {
            return;
        }
        consumer.assign(List.of(partition));
        // Not seekToBeginning, after which the consumer asks for the offset and waits: a tenth of a second a partition.
        consumer.seek(partition, begin);
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
                table.put(key, part(record, part));
            }
        });
        return table;
    }

    private static <V> V part(ConsumerRecord<byte[], byte[]> record, Function<byte[], V> part) {
        try {
            return part.apply(record.value());
        } catch (SerializationException e) {
            throw UnreadableRecordException.of(record, e);
        }
    }

    /** The table in all partitions of a topic. */
    <V> Map<String, V> table(String topic, Function<byte[], V> part) {
        Map<String, V> table = new HashMap<>();
        partitions(topic).forEach(partition -> table.putAll(table(partition, part)));
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
