package kroniek.query.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;
import kroniek.topic.Before;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The log of a cluster. */
public final class KafkaLog implements Log {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What Kafka does where a topic does not say how long. */
    private static final Duration DELETIONS_KEPT = Duration.ofDays(1);

    /** A turn is to be short, also where articles are long. */
    private static final int MOST_BYTES_AT_ONCE = 4 << 20;

    private final Map<String, Object> client;
    private final Admin admin;
    private final Topic<?> articles;
    private final Topic<?> actorMonths;
    /** Asked for without a lock: who asks at the same moment asks twice. */
    private volatile @Nullable Shape shape;

    /** @param client settings of the connection, {@code bootstrap.servers} at least */
    public KafkaLog(Map<String, Object> client, Topics topics) {
        this.client = Map.copyOf(client);
        this.admin = Admin.create(this.client);
        this.articles = topics.articles();
        this.actorMonths = topics.actorMonths();
    }

    @Override
    public Shape shape() {
        Shape known = shape;
        if (known == null) {
            Map<String, TopicDescription> described =
                    soon(admin.describeTopics(List.of(articles.name(), actorMonths.name()))
                            .allTopicNames());
            TopicDescription first = Objects.requireNonNull(described.get(articles.name()));
            TopicDescription second = Objects.requireNonNull(described.get(actorMonths.name()));
            CRC32C ids = new CRC32C();
            ids.update((first.topicId() + "," + second.topicId()).getBytes(StandardCharsets.UTF_8));
            known = new Shape(
                    Long.toString(ids.getValue(), Character.MAX_RADIX),
                    first.partitions().size(),
                    second.partitions().size());
            shape = known;
        }
        return known;
    }

    private List<TopicPartition> slots() {
        Shape known = shape();
        List<TopicPartition> slots = new ArrayList<>();
        IntStream.range(0, known.articles())
                .forEach(partition -> slots.add(new TopicPartition(articles.name(), partition)));
        IntStream.range(0, known.actorMonths())
                .forEach(partition -> slots.add(new TopicPartition(actorMonths.name(), partition)));
        return slots;
    }

    @Override
    public Offsets stable() {
        return ends(IsolationLevel.READ_COMMITTED);
    }

    @Override
    public Offsets ends() {
        return ends(IsolationLevel.READ_UNCOMMITTED);
    }

    private Offsets ends(IsolationLevel isolation) {
        List<TopicPartition> slots = slots();
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        slots.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        var ends = soon(
                admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all());
        return Offsets.of(slots.stream()
                .mapToLong(
                        partition -> Objects.requireNonNull(ends.get(partition)).offset())
                .toArray());
    }

    private static <T> T soon(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new UnavailableException(
                    Reason.CLUSTER,
                    "Kafka does not say where its topics end (%s); ask again in a moment.".formatted(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(Reason.STOPPED, "The program is being stopped; start it again.");
        }
    }

    @Override
    public Duration articleDeletionsKept() {
        return deletionsKept(articles);
    }

    @Override
    public Duration actorMonthDeletionsKept() {
        return deletionsKept(actorMonths);
    }

    private static Duration deletionsKept(Topic<?> topic) {
        String declared = topic.declaration().config().get(TopicConfig.DELETE_RETENTION_MS_CONFIG);
        return declared == null ? DELETIONS_KEPT : Duration.ofMillis(Long.parseLong(declared));
    }

    @Override
    public Reader reader(Duration wait) {
        Map<String, Object> settings = TopicReader.committedOnly(client);
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(wait.toMillis()));
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES_AT_ONCE);
        return new KafkaReader(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), slots());
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }

    /** A consumer that goes on where it stands, or elsewhere where it is told to. */
    private static final class KafkaReader implements Reader {

        private final Consumer<String, byte[]> consumer;
        private final List<TopicPartition> slots;
        private final Map<TopicPartition, Integer> numbers = new HashMap<>();
        private @Nullable Offsets at;

        KafkaReader(Consumer<String, byte[]> consumer, List<TopicPartition> slots) {
            this.consumer = consumer;
            this.slots = slots;
            for (int slot = 0; slot < slots.size(); slot++) {
                numbers.put(slots.get(slot), slot);
            }
            consumer.assign(slots);
        }

        @Override
        public Batch read(Offsets from, Duration patience) {
            for (int slot = 0; slot < slots.size(); slot++) {
                if (at == null || at.next(slot) != from.next(slot)) {
                    consumer.seek(slots.get(slot), from.next(slot));
                }
            }
            // Until all is well, nobody knows where the consumer stands.
            at = null;
            List<Entry> entries = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
                Header before = record.headers().lastHeader(Before.HEADER);
                entries.add(new Entry(
                        Objects.requireNonNull(numbers.get(new TopicPartition(record.topic(), record.partition()))),
                        record.offset(),
                        record.key(),
                        record.value(),
                        before == null ? null : before.value()));
            }
            Offsets now = Offsets.of(slots.stream()
                    .mapToLong(partition -> consumer.position(partition, PATIENCE))
                    .toArray());
            at = now;
            return new Batch(entries, now);
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
