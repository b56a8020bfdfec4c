package kroniek.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kroniek.stream.Backlog;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What an onlooker sees in Kafka of a program's progress. It does not wait for brokers that are away. */
final class Onlooker implements AutoCloseable {

    private final Consumer<byte[], byte[]> raw;
    private final Backlog backlog;
    private final List<TopicPartition> partitions;
    private long published;

    Onlooker(String bootstrapServers, Topics topics) {
        Map<String, Object> client =
                new HashMap<>(Connection.to(bootstrapServers).client());
        client.put("default.api.timeout.ms", 5_000);
        client.put("request.timeout.ms", 4_000);
        this.raw = new KafkaConsumer<>(
                TopicReader.committedOnly(client), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.partitions = IntStream.range(0, topics.articlesRaw().partitions())
                .mapToObj(i -> new TopicPartition(topics.articlesRaw().name(), i))
                .toList();
        raw.assign(partitions);
        raw.seekToBeginning(partitions);
        this.backlog = new Backlog(client, topics);
    }

    /** How many records have been committed to the raw topic since it was made, as far as brokers tell. */
    long published() {
        try {
            return readOn();
        } catch (KafkaException away) {
            return published;
        }
    }

    private long readOn() {
        long before;
        do {
            before = published;
            published += raw.poll(Duration.ofMillis(20)).count();
        } while (published > before);
        return published;
    }

    /** Whether so many records are in the raw topic and all of them are counted; false also where no broker tells. */
    boolean sees(long versions) {
        try {
            return readOn() >= versions && backlog.isEmpty();
        } catch (KafkaException away) {
            return false;
        }
    }

    @Override
    public String toString() {
        String left;
        try {
            left = "at most " + backlog.atMost();
        } catch (KafkaException away) {
            left = "nobody knows how many";
        }
        return "%d published; %s left to count".formatted(published, left);
    }

    @Override
    public void close() {
        raw.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        backlog.close();
    }
}
