package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kroniek.domain.FileNote;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * Runs the task as Connect does, with offsets kept in memory in Connect's own serialised form: what a test commits is all that the next run
 * knows.
 */
final class TaskHarness implements AutoCloseable {

    static final String TOPIC = "kroniek.articles.raw";
    static final String REJECTED = "kroniek.rejected";
    static final String FILES = "kroniek.files";
    static final String CONNECTOR = "articles";

    /** When the tests take place. */
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Map<String, String> settings = new HashMap<>();
    private final StoredOffsets offsets = new StoredOffsets();
    private final List<Sent> committed = new ArrayList<>();
    private final List<FileRecord> log = new ArrayList<>();
    private Instant now = NOW;
    private Duration wrong = Duration.ZERO;
    private @Nullable ArticleSourceTask task;

    TaskHarness(Path folder) {
        settings.put("name", CONNECTOR);
        settings.put("folder", folder.toString());
        settings.put("topic", TOPIC);
        settings.put("rejected.topic", REJECTED);
        settings.put("files.topic", FILES);
        settings.put("files.consumer.bootstrap.servers", "none:1");
        settings.put("poll.interval.ms", "1");
    }

    TaskHarness with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Lets time go by. */
    void setNow(Instant later) {
        now = later;
    }

    /** Sets the clock to another time, which goes by no faster or slower. */
    void setClock(Duration from) {
        wrong = from;
    }

    /** How many times offsets were asked for. */
    int questions() {
        return offsets.questions;
    }

    TaskHarness start() {
        ArticleSourceTask started =
                new ArticleSourceTask(clock(), () -> Duration.between(NOW, now).toNanos(), new Committed());
        started.initialize(new Context(offsets, settings));
        started.start(settings);
        task = started;
        return this;
    }

    private Clock clock() {
        TaskHarness harness = this;
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return harness.now.plus(harness.wrong);
            }
        };
    }

    ArticleSourceTask task() {
        return Objects.requireNonNull(task, "start first");
    }

    SourceProgress progress() {
        return SourceProgress.of(CONNECTOR).orElseThrow();
    }

    /** One pass through the folder; its records are committed, and what is to be done with files is done. */
    List<Sent> pass() throws InterruptedException {
        List<Sent> sent = pass(Integer.MAX_VALUE);
        while (progress().unfinished() > 0) {
            sent.addAll(poll());
        }
        return sent;
    }

    /** One pass, of whose records of articles and rejections only the first ones are committed, and nothing after them. */
    List<Sent> pass(int committed) throws InterruptedException {
        long before = progress().scansEnded();
        List<Sent> sent = new ArrayList<>();
        while (progress().scansEnded() == before) {
            for (SourceRecord polled : Optional.ofNullable(task().poll()).orElse(List.of())) {
                if (!isNote(polled)) {
                    sent.add(Sent.of(polled));
                }
                if (sent.size() <= committed) {
                    commit(polled);
                }
            }
        }
        return sent;
    }

    /** One poll, all of which is committed; what it says besides notes. */
    List<Sent> poll() throws InterruptedException {
        List<Sent> sent = new ArrayList<>();
        for (SourceRecord polled : Optional.ofNullable(task().poll()).orElse(List.of())) {
            if (!isNote(polled)) {
                sent.add(Sent.of(polled));
            }
            commit(polled);
        }
        return sent;
    }

    static boolean isNote(SourceRecord polled) {
        return polled.topic().equals(FILES);
    }

    void commit(SourceRecord polled) {
        offsets.put(polled.sourcePartition(), polled.sourceOffset());
        committed.add(Sent.of(polled));
        log.add((FileRecord) polled);
        TopicPartition partition = new TopicPartition(polled.topic(), 0);
        task().commitRecord(polled, new RecordMetadata(partition, log.size() - 1, 0, 0, 0, 0));
    }

    /** The newest committed note of every file. */
    Map<String, FileNote> notes() {
        Map<String, FileNote> notes = new HashMap<>();
        log.stream()
                .filter(TaskHarness::isNote)
                .forEach(polled -> notes.put((String) polled.key(), Objects.requireNonNull(polled.note())));
        return notes;
    }

    /** The states that the committed notes of a file told, one after the other. */
    List<FileNote.State> states(String path) {
        return log.stream()
                .filter(polled -> isNote(polled) && path.equals(polled.key()))
                .map(polled -> Objects.requireNonNull(polled.note()).state())
                .toList();
    }

    /** Forgets the notes of a file that were committed, as if a crash had come before them. */
    void forgetNotes(String path) {
        log.removeIf(polled -> isNote(polled) && path.equals(polled.key()));
    }

    private final class Committed implements CommittedTopics {
        @Override
        public Map<String, FileNote> notes(FileNote.Source source) {
            Map<String, FileNote> known = TaskHarness.this.notes();
            known.values().removeIf(note -> note.isOver() || !note.source().equals(source));
            return known;
        }

        @Override
        public Map<String, Set<String>> articles(Collection<String> uris) {
            Map<String, String> owners = new HashMap<>();
            for (FileRecord polled : log) {
                if (polled.kind() == FileRecord.Kind.ARTICLE) {
                    owners.put((String) polled.key(), (String)
                            polled.headers().lastWithName("kroniek.uri").value());
                } else if (polled.kind() == FileRecord.Kind.WITHDRAWAL) {
                    owners.remove((String) polled.key());
                }
            }
            Map<String, Set<String>> ids = new HashMap<>();
            owners.forEach((id, uri) -> {
                if (uris.contains(uri)) {
                    ids.computeIfAbsent(uri, first -> new TreeSet<>()).add(id);
                }
            });
            return ids;
        }
    }

    /** The newest value of every key of a topic, of what was committed; what was taken back is not in it. */
    Map<String, String> table(String topic) {
        Map<String, String> table = new HashMap<>();
        for (Sent sent : committed) {
            if (!sent.topic().equals(topic)) {
                continue;
            }
            if (sent.value() == null) {
                table.remove(sent.key());
            } else {
                table.put(sent.key(), sent.value());
            }
        }
        return table;
    }

    /** A new task that knows what was committed. */
    void restart() {
        close();
        start();
    }

    @Override
    public void close() {
        if (task != null) {
            task.stop();
            task = null;
        }
    }

    /** A record as its consumer sees it; the value as ISO 8859-1, which any bytes survive. */
    record Sent(String topic, String key, @Nullable String value) {

        static Sent of(SourceRecord polled) {
            assertThat(polled.kafkaPartition()).as("left to Kafka").isNull();
            byte[] value = (byte[]) polled.value();
            return new Sent(
                    polled.topic(),
                    (String) polled.key(),
                    value == null ? null : new String(value, StandardCharsets.ISO_8859_1));
        }
    }

    static Sent article(String id, String value) {
        return new Sent(TOPIC, id, value);
    }

    static Sent withdrawn(String key) {
        return new Sent(REJECTED, key, null);
    }

    private record Context(OffsetStorageReader offsetStorageReader, Map<String, String> configs)
            implements SourceTaskContext {
        @Override
        public org.apache.kafka.common.metrics.PluginMetrics pluginMetrics() {
            throw new UnsupportedOperationException("the task has no metrics of Connect's kind");
        }
    }

    /** Offsets as Connect keeps them: JSON without a schema. */
    private static final class StoredOffsets implements OffsetStorageReader {
        private final JsonConverter converter = new JsonConverter();
        private final Map<Map<String, ?>, byte[]> stored = new HashMap<>();
        private int questions;

        StoredOffsets() {
            converter.configure(Map.of("schemas.enable", "false", "converter.type", "value"), false);
        }

        void put(Map<String, ?> partition, Map<String, ?> offset) {
            stored.put(partition, converter.fromConnectData("offsets", null, offset));
        }

        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            throw new UnsupportedOperationException("one by one is too slow for many files");
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            questions++;
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            for (Map<String, T> partition : partitions) {
                byte[] offset = stored.get(partition);
                if (offset != null) {
                    found.put(partition, (Map<String, Object>)
                            converter.toConnectData("offsets", offset).value());
                }
            }
            return found;
        }
    }
}
