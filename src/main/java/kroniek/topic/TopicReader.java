package kroniek.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a compacted topic as the table it is: the latest committed value of every key, up to the end as it is when reading begins. */
public final class TopicReader {

    private static final Duration POLL = Duration.ofMillis(50);
    /** Longer than the transaction of a producer that died stays open. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final long MOST_IDLE_POLLS = PATIENCE.dividedBy(POLL);

    private TopicReader() {}

    /**
     * The table in a topic.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least
     */
    public static <V> Map<String, V> table(Map<String, Object> client, Topic<V> topic) {
        return table(client, topic.name(), topic.serde().deserializer());
    }

    /** The keys of a topic that have a value; the values themselves are not kept. */
    public static Set<String> keys(Map<String, Object> client, String topic) {
        return table(client, topic, (name, bytes) -> bytes == null ? null : Boolean.TRUE)
                .keySet();
    }

    /** How many keys of a topic have a value. */
    public static int count(Map<String, Object> client, Topic<?> topic) {
        return keys(client, topic.name()).size();
    }

    /**
     * The table in a topic.
     *
     * @param values what is kept of each value
     */
    public static <V> Map<String, V> table(Map<String, Object> client, String topic, Deserializer<V> values) {
        Map<String, V> table = new HashMap<>();
        try (Admin admin = Admin.create(client);
                Consumer<String, V> consumer =
                        new KafkaConsumer<>(committedOnly(client), new StringDeserializer(), values)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            to(ends(admin, partitions), consumer, record -> {
                put(table, record);
                return true;
            });
        }
        return table;
    }

    /** Settings of a consumer that sees what is committed, and keeps no offsets. */
    public static Map<String, Object> committedOnly(Map<String, Object> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }

    /** The partitions of a topic. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /**
     * Where partitions end now, records of open transactions included. What a client was told is committed may stand behind the last stable
     * offset for a moment, for the markers are written after the answer.
     */
    public static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        TopicAdmin.get(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /**
     * Reads from the consumer's positions to the given ends, waiting for transactions that are open there.
     *
     * @param goOn takes every record; false stops the reading
     * @return whether the ends were reached
     * @throws TimeoutException if nothing moves on: the cluster is gone, or a transaction stays open
     * @throws UnreadableRecordException for a record that the consumer's deserialisers refuse
     */
    public static <K, V> boolean to(
            Map<TopicPartition, Long> ends, Consumer<K, V> consumer, Predicate<ConsumerRecord<K, V>> goOn) {
        long before = Long.MAX_VALUE;
        int idle = 0;
        for (long left = left(ends, consumer); left > 0; left = left(ends, consumer)) {
            idle = left < before ? 0 : idle + 1;
            before = left;
            if (idle > MOST_IDLE_POLLS) {
                throw new TimeoutException("nothing could be read for %d s, %d offsets before the end of %s"
                        .formatted(PATIENCE.toSeconds(), left, ends.keySet()));
            }
            for (ConsumerRecord<K, V> record : polled(consumer)) {
                if (!goOn.test(record)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static long left(Map<TopicPartition, Long> ends, Consumer<?, ?> consumer) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey(), PATIENCE)))
                .sum();
    }

    private static <K, V> ConsumerRecords<K, V> polled(Consumer<K, V> consumer) {
        try {
            return consumer.poll(POLL);
        } catch (RecordDeserializationException e) {
            throw UnreadableRecordException.of(e);
        }
    }

    @SuppressWarnings("NullAway") // a tombstone's value is null, whatever V says
    private static <V> void put(Map<String, V> table, ConsumerRecord<String, V> record) {
        if (record.value() == null) {
            table.remove(record.key());
        } else {
            table.put(record.key(), record.value());
        }
    }
}
