package kroniek.connect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import kroniek.article.FileNoteJson;
import kroniek.domain.FileNote;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics with a consumer of the connector's own, from their beginnings to their ends, and what is written meanwhile too. */
final class KafkaTopics implements CommittedTopics {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopics.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** After so many without news it is given up: 90 s, longer than a dead transaction lives. */
    private static final int MOST_IDLE_POLLS = 900;

    /** What is written while one round reads, the next one reads: so the last one is over in a moment, however long the topic. */
    private static final int ROUNDS = 3;

    private final Map<String, Object> client;
    private final String filesTopic;
    private final String topic;
    private final BooleanSupplier stopped;

    /**
     * Connects when it is asked.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least
     * @param filesTopic the topic of files
     * @param topic the topic of raw articles
     * @param stopped whether the task stops
     */
    KafkaTopics(Map<String, Object> client, String filesTopic, String topic, BooleanSupplier stopped) {
        this.client = Map.copyOf(client);
        this.filesTopic = filesTopic;
        this.topic = topic;
        this.stopped = stopped;
    }

    @Override
    public Map<String, FileNote> notes(FileNote.Source source) {
        Map<String, FileNote> notes = new HashMap<>();
        read(filesTopic, file -> {
            FileNote note = note(file);
            if (note != null && note.source().equals(source) && !note.isOver()) {
                notes.put(note.path(), note);
            } else {
                notes.remove(new String(file.key(), StandardCharsets.UTF_8));
            }
        });
        return notes;
    }

    /** A note that makes no sense costs a new one, never a file: offsets say what was read. */
    private static @Nullable FileNote note(ConsumerRecord<byte[], byte[]> file) {
        try {
            return file.value() == null ? null : FileNoteJson.read(file.value());
        } catch (IOException e) {
            LOG.warn("{}-{} has at offset {} what is passed over", file.topic(), file.partition(), file.offset(), e);
            return null;
        }
    }

    @Override
    public Map<String, Set<String>> articles(Collection<String> uris) {
        Set<String> sought = new HashSet<>(uris);
        Map<String, String> owners = new HashMap<>();
        read(topic, article -> {
            String id = new String(article.key(), StandardCharsets.UTF_8);
            String uri = article.value() == null ? null : uri(article);
            if (uri != null && sought.contains(uri)) {
                owners.put(id, uri);
            } else {
                owners.remove(id);
            }
        });
        Map<String, Set<String>> ids = new HashMap<>();
        owners.forEach(
                (id, uri) -> ids.computeIfAbsent(uri, first -> new TreeSet<>()).add(id));
        return ids;
    }

    private static @Nullable String uri(ConsumerRecord<byte[], byte[]> article) {
        Header header = article.headers().lastHeader(SourceRecords.URI_HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Hands over every committed record that has a key. */
    private void read(String name, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Admin admin = Admin.create(client)) {
            List<TopicPartition> partitions = consumer.partitionsFor(name).stream()
                    .map(partition -> new TopicPartition(name, partition.partition()))
                    .toList();
            if (partitions.isEmpty()) {
                throw new ConnectException("The topic " + name + " is not there: create it (kroniek topics create).");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(consumer, () -> ends(admin, partitions), reader);
        } catch (KafkaException e) {
            throw e instanceof ConnectException clear
                    ? clear
                    : new ConnectException(
                            "The topic " + name + " cannot be read (" + e.getMessage() + "): see to the settings "
                                    + ArticleSourceConfig.FILES_CONSUMER + "*.",
                            e);
        }
    }

    /**
     * Reads on with an assigned consumer.
     *
     * @param ends where the partitions end, asked anew for every round
     */
    void read(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            Supplier<Map<TopicPartition, Long>> ends,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        for (int round = 0; round < ROUNDS; round++) {
            readTo(ends.get(), consumer, reader);
        }
    }

    private void readTo(
            Map<TopicPartition, Long> ends,
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        int idlePolls = 0;
        long read = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> news : consumer.poll(POLL)) {
                if (news.key() != null) {
                    reader.accept(news);
                }
            }
            long now = ends.keySet().stream().mapToLong(consumer::position).sum();
            idlePolls = now == read ? idlePolls + 1 : 0;
            read = now;
            if (stopped.getAsBoolean() || idlePolls > MOST_IDLE_POLLS) {
                throw new ConnectException("A topic could not be read to its end: " + ends);
            }
        }
    }

    /** Where partitions end, what is committed but not marked as such yet included. */
    private static Map<TopicPartition, Long> ends(Admin admin, List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        try {
            Map<TopicPartition, ListOffsetsResultInfo> found = admin.listOffsets(
                            latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get();
            Map<TopicPartition, Long> ends = new HashMap<>();
            found.forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Interrupted while asking where topics end", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new ConnectException("Kafka does not say where topics end: " + e.getCause(), e);
        }
    }
}
