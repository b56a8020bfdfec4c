package kroniek.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kroniek.app.TestBroker;
import kroniek.article.FileNoteJson;
import kroniek.domain.FileNote;
import kroniek.domain.FileNote.Fate;
import kroniek.domain.FileNote.State;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the connector reads back, from a real Kafka: what is committed, to the end, and only its own. */
class KafkaTopicsIT {

    private static final FileNote.Source OURS = new FileNote.Source("wij", "file:///artikelen/");
    private static final FileNote.Source THEIRS = new FileNote.Source("zij", "file:///artikelen/");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private static FileNote note(String path, FileNote.Source source, State state, Fate fate) {
        FileNote.Look look = new FileNote.Look(3, Instant.EPOCH, null);
        return FileNote.of(path, source, state, Instant.EPOCH, look).with(fate, null, Instant.EPOCH);
    }

    private static ProducerRecord<String, byte[]> record(FileNote note) {
        return new ProducerRecord<>("files", note.path(), FileNoteJson.write(note));
    }

    private static ProducerRecord<String, byte[]> article(String id, @Nullable String uri, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> article = new ProducerRecord<>("raw", id, value);
        if (uri != null) {
            article.headers().add("kroniek.uri", uri.getBytes(UTF_8));
        }
        return article;
    }

    @Test
    void readsBackWhatIsCommittedAndItsOwn() throws Exception {
        try (TestBroker broker = TestBroker.start(directory);
                Admin admin = Admin.create(broker.client())) {
            admin.createTopics(List.of(new NewTopic("files", 3, (short) 1), new NewTopic("raw", 3, (short) 1)))
                    .all()
                    .get();
            write(broker);
            KafkaTopics topics = new KafkaTopics(broker.client(), "files", "raw", () -> false);

            assertThat(topics.notes(OURS)).containsOnlyKeys("hier.txt", "onderweg.txt");
            assertThat(topics.notes(THEIRS)).containsOnlyKeys("van-hen.txt");
            assertThat(topics.articles(List.of("file:///a.jsonl", "file:///b.txt")))
                    .isEqualTo(Map.of("file:///a.jsonl", Set.of("een")));
            assertThatThrownBy(() -> new KafkaTopics(broker.client(), "geen", "raw", () -> false).notes(OURS))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("geen");
        }
    }

    private static void write(TestBroker broker) throws Exception {
        Map<String, Object> settings = new HashMap<>(broker.client());
        settings.put("transactional.id", "schrijver");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (ProducerRecord<String, byte[]> sent : List.of(
                    record(note("hier.txt", OURS, State.FOUND, Fate.KEPT)),
                    record(note("hier.txt", OURS, State.PUBLISHED, Fate.KEPT)),
                    record(note("onderweg.txt", OURS, State.PUBLISHED, Fate.TO_BE_MOVED)),
                    record(note("verplaatst.txt", OURS, State.PUBLISHED, Fate.MOVED)),
                    record(note("weg.txt", OURS, State.GONE, Fate.KEPT)),
                    record(note("van-hen.txt", THEIRS, State.PUBLISHED, Fate.KEPT)),
                    new ProducerRecord<>("files", "onzin.txt", "geen JSON".getBytes(UTF_8)),
                    article("een", "file:///a.jsonl", new byte[] {1}),
                    article("twee", "file:///a.jsonl", new byte[] {1}),
                    article("twee", "file:///c.jsonl", new byte[] {2}),
                    article("drie", "file:///a.jsonl", new byte[] {1}),
                    article("drie", null, new byte[] {2}),
                    article("b.txt", "file:///b.txt", new byte[] {1}),
                    article("b.txt", "file:///b.txt", null))) {
                producer.send(sent).get();
            }
            producer.commitTransaction();
            producer.beginTransaction();
            for (ProducerRecord<String, byte[]> sent : List.of(
                    record(note("hier.txt", OURS, State.GONE, Fate.KEPT)),
                    article("een", "file:///c.jsonl", new byte[] {3}))) {
                producer.send(sent).get();
            }
            producer.abortTransaction();
        }
    }
}
