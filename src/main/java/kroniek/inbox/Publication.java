package kroniek.inbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes to the raw topic, all or nothing, and never over somebody else's newer version. Kafka has no conditional write; but a transaction
 * gives its records their places in the log before it is committed, so that we can look what others wrote before these places, and commit
 * only where that was nothing under the same keys. What others write behind them is newer, and wins as it should.
 *
 * <p>All publications of a deployment share one transactional id: a second one ends the first.
 */
final class Publication implements AutoCloseable {

    private static final int TRANSACTION_TIMEOUT_MS = 30_000;

    private final String topic;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> others;
    private final Map<TopicPartition, Set<Long>> own = new HashMap<>();
    private final Map<TopicPartition, Set<ByteBuffer>> written = new HashMap<>();

    /** @param looked up to where the raw topic was looked at before: what others write from there on is looked for */
    Publication(Map<String, Object> client, Topics topics, Map<TopicPartition, Long> looked) {
        topic = topics.articlesRaw().name();
        producer = new KafkaProducer<>(settings(client, topics), new ByteArraySerializer(), new ByteArraySerializer());
        Map<String, Object> uncommitted = new HashMap<>(TopicReader.committedOnly(client));
        // What stands in an open transaction of somebody else may be committed after ours.
        uncommitted.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        others = new KafkaConsumer<>(uncommitted, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        others.assign(looked.keySet());
        looked.forEach(others::seek);
        attempt(producer::initTransactions);
    }

    private static Map<String, Object> settings(Map<String, Object> client, Topics topics) {
        int maxRecord = topics.catalogue().maxRecordBytes();
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "-inbox");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRecord);
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * maxRecord);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return settings;
    }

    /**
     * Publishes records again, in one transaction, except those whose key somebody else has written since the look.
     *
     * @return those that were not published
     */
    List<ConsumerRecord<byte[], byte[]>> again(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> left = new ArrayList<>(records);
        List<ConsumerRecord<byte[], byte[]>> overtaken = new ArrayList<>();
        while (!left.isEmpty()) {
            send(left.stream()
                    .map(record -> new ProducerRecord<>(
                            topic, record.partition(), null, record.key(), record.value(), record.headers()))
                    .toList());
            lookAtOthers();
            List<ConsumerRecord<byte[], byte[]>> newer =
                    left.stream().filter(this::isWritten).toList();
            if (newer.isEmpty()) {
                attempt(producer::commitTransaction);
                break;
            }
            attempt(producer::abortTransaction);
            overtaken.addAll(newer);
            left.removeAll(newer);
        }
        return overtaken;
    }

    /** Withdraws what stands under these keys, in one transaction, whatever it is by now. */
    @SuppressWarnings("NullAway") // Kafka takes null for a tombstone
    void withdraw(List<Newest> articles) {
        send(articles.stream()
                .map(article -> new ProducerRecord<byte[], byte[]>(
                        topic, article.partition().partition(), article.key(), null))
                .toList());
        attempt(producer::commitTransaction);
    }

    /** Begins a transaction, and returns when its records have their places in the log. */
    private void send(List<ProducerRecord<byte[], byte[]>> records) {
        attempt(producer::beginTransaction);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        attempt(() -> {
            records.forEach(record -> sent.add(producer.send(record)));
            producer.flush();
        });
        sent.forEach(this::note);
    }

    private void note(Future<RecordMetadata> sent) {
        attempt(() -> {
            try {
                RecordMetadata place = sent.get();
                own.computeIfAbsent(new TopicPartition(place.topic(), place.partition()), none -> new HashSet<>())
                        .add(place.offset());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while publishing", e);
            }
        });
    }

    /** Reads on to the last of our own records, and notes the keys of others before them. */
    private void lookAtOthers() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        own.forEach((partition, offsets) -> ends.put(
                partition, offsets.stream().mapToLong(Long::longValue).max().orElseThrow() + 1));
        TopicReader.to(ends, others, record -> {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            boolean ours = own.getOrDefault(partition, Set.of()).contains(record.offset());
            if (!ours && record.key() != null) {
                written.computeIfAbsent(partition, none -> new HashSet<>()).add(ByteBuffer.wrap(record.key()));
            }
            return true;
        });
    }

    private boolean isWritten(ConsumerRecord<byte[], byte[]> record) {
        return written.getOrDefault(new TopicPartition(record.topic(), record.partition()), Set.of())
                .contains(ByteBuffer.wrap(record.key()));
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new KafkaException(
                    "another redrive or withdrawal began meanwhile and ended this one; run it again", e);
        }
    }

    /** Ends the producer; a transaction that is open is given up. */
    @Override
    public void close() {
        producer.close();
        others.close();
    }
}
