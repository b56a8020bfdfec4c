package kroniek.app;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Strikes at a named point of the work: kills the process that reaches it, or another one. It sits in Kafka's own plug points of a program
 * that a test started, and waits for orders in a file.
 */
public final class Strike {

    /** Where orders are looked for; a system property. */
    static final String ORDERS = "kroniek.strike";

    /** The settings that put it into a program. */
    static final Map<String, String> SETTINGS = Map.of(
            "connect.producer.interceptor.classes",
            OfTheSource.class.getName(),
            "streams.default.client.supplier",
            OfTheStreams.class.getName());

    /** As after SIGKILL. */
    private static final int KILLED = 137;

    private static @Nullable String orders;
    private static int seen;

    private Strike() {}

    /** The named points. */
    enum Point {
        /** The connector has read an article, and hands it to its producer. */
        READ,
        /** The broker has an article of a transaction of the connector that is not committed. */
        SENT,
        /** Everything in a file is committed, and it is about to be moved. */
        COMMITTED,
        /** A file has been moved, and nobody has been told. */
        MOVED,
        /** The streams have read records, and processed none of them. */
        POLLED,
        /** The streams have sent what they made of some records, and the offsets of these, and not committed. */
        COUNTED,
        /** The streams are being handed their partitions. */
        REBALANCE,
        /** The streams have read a part of what a store is restored from. */
        RESTORE
    }

    /**
     * Orders a strike.
     *
     * @param file where the program looks for orders
     * @param times when the point has been reached so often
     * @param victim the process to kill, or 0 for the one that reaches the point
     */
    static void order(Path file, Point point, int times, long victim) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, point + " " + times + " " + victim);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether the strike was carried out; the order is gone then. */
    static boolean carriedOut(Path file) {
        return !Files.exists(file);
    }

    private static synchronized void reached(Point point) {
        Path file = Path.of(System.getProperty(ORDERS, "no orders"));
        if (!Files.exists(file)) {
            return;
        }
        try {
            String now = Files.readString(file, StandardCharsets.UTF_8);
            if (!now.equals(orders)) {
                orders = now;
                seen = 0;
            }
            String[] words = now.split(" ", 3);
            if (Point.valueOf(words[0]) == point && ++seen >= Integer.parseInt(words[1])) {
                Files.delete(file);
                kill(Long.parseLong(words[2]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kill(long victim) {
        if (victim == 0) {
            Runtime.getRuntime().halt(KILLED);
        } else {
            ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    /** In the producer of the connector's task. */
    public static final class OfTheSource implements ProducerInterceptor<byte[], byte[]> {

        @Override
        public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
            if (isArticle(record.topic())) {
                reached(Point.READ);
            }
            return record;
        }

        @Override
        public void onAcknowledgement(RecordMetadata metadata, @Nullable Exception failure) {
            if (failure == null && isArticle(metadata.topic())) {
                reached(Point.SENT);
            }
        }

        private static boolean isArticle(String topic) {
            return topic.endsWith(".articles.raw");
        }

        @Override
        public void configure(Map<String, ?> settings) {}

        @Override
        public void close() {}
    }

    /** In the log, where the connector says at level debug that it is about to touch a file, and that it did. */
    public static final class OfTheLog extends AppenderBase<ILoggingEvent> {

        @Override
        protected void append(ILoggingEvent event) {
            String said = event.getFormattedMessage();
            if (said.startsWith("to-be-moved: ")) {
                reached(Point.COMMITTED);
            } else if (said.startsWith("moved: ")) {
                reached(Point.MOVED);
            }
        }
    }

    /** In the clients of the streams. */
    public static final class OfTheStreams implements KafkaClientSupplier {

        @Override
        public Admin getAdmin(Map<String, Object> settings) {
            return Admin.create(settings);
        }

        @Override
        public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
            return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()) {
                @Override
                public void sendOffsetsToTransaction(
                        Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
                    super.sendOffsetsToTransaction(offsets, group);
                    flush();
                    reached(Point.COUNTED);
                }
            };
        }

        @Override
        public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
            return new Striking(settings, Point.POLLED);
        }

        @Override
        public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
            return new Striking(settings, Point.RESTORE);
        }

        @Override
        public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
            throw new UnsupportedOperationException("there is no global table");
        }
    }

    /** A consumer that strikes after it has read something, and when partitions are handed to it. */
    private static final class Striking extends KafkaConsumer<byte[], byte[]> {

        private final Point read;

        Striking(Map<String, Object> settings, Point read) {
            super(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            this.read = read;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
            if (!records.isEmpty()) {
                reached(read);
            }
            return records;
        }

        @Override
        public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
            super.subscribe(topics, new ConsumerRebalanceListener() {
                @Override
                public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                    listener.onPartitionsRevoked(partitions);
                }

                @Override
                public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                    reached(Point.REBALANCE);
                    listener.onPartitionsAssigned(partitions);
                }

                @Override
                public void onPartitionsLost(Collection<TopicPartition> partitions) {
                    listener.onPartitionsLost(partitions);
                }
            });
        }
    }
}
