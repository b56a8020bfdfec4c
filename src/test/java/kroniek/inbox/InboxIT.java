package kroniek.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import kroniek.app.TestBroker;
import kroniek.article.RejectionJson;
import kroniek.article.Sha256;
import kroniek.domain.Rejection;
import kroniek.topic.Catalogue;
import kroniek.topic.DefaultPartition;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the inbox writes to a raw topic that others write to at the same time. No topology runs: its tables are written by the tests. */
class InboxIT {

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    @TempDir
    static Path folder;

    private static TestBroker broker;

    private Topics topics;
    private Inbox inbox;

    @BeforeAll
    static void startBroker() {
        broker = TestBroker.start(folder);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() {
        topics = new Topics(Catalogue.load(), "inbox" + PREFIXES.incrementAndGet(), 2);
        try (Admin admin = Admin.create(broker.client())) {
            new TopicAdmin(admin, topics).create();
        }
        inbox = new Inbox(broker.client(), topics);
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    private static Producer<String, byte[]> producer(@Nullable String transactionalId) {
        Map<String, Object> settings = new HashMap<>(broker.client());
        if (transactionalId != null) {
            settings.put("transactional.id", transactionalId);
        }
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private ProducerRecord<String, byte[]> raw(String id, @Nullable String text) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(topics.articlesRaw().name(), id, text == null ? null : text.getBytes(UTF_8));
        record.headers().add("kroniek.file", ("map/" + id).getBytes(UTF_8));
        return record;
    }

    private void write(ProducerRecord<String, byte[]> record) {
        try (Producer<String, byte[]> producer = producer(null)) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void reject(String key, String bytes) {
        Rejection rejection = new Rejection(key, Rejection.Reason.NO_DATE, "no date");
        byte[] input = bytes.getBytes(UTF_8);
        byte[] value = RejectionJson.write(rejection, input.length, Sha256.of(input), input);
        write(new ProducerRecord<>(topics.rejected().name(), key, value));
    }

    /** What stands in the raw topic: the newest committed bytes of every id, as text. */
    private Map<String, String> newest() {
        return TopicReader.table(
                broker.client(),
                topics.articlesRaw().name(),
                (topic, bytes) -> bytes == null ? null : new String(bytes, UTF_8));
    }

    private long ends() {
        try (Admin admin = Admin.create(broker.client());
                RawLook look =
                        new RawLook(broker.client(), admin, topics.articlesRaw().name())) {
            return look.ends().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private Map<String, String> skipped(Redriven redriven) {
        Map<String, String> skipped = new HashMap<>();
        redriven.skipped().forEach(one -> skipped.put(one.refused().key(), one.why()));
        return skipped;
    }

    @Test
    void onlyWhatIsStillTheNewestVersionIsPublishedAgain() {
        write(raw("same", "v1"));
        reject("same", "v1");
        write(raw("corrected", "v1"));
        reject("corrected", "v1");
        write(raw("corrected", "v2"));
        write(raw("gone", "v1"));
        reject("gone", "v1");
        write(raw("gone", null));
        reject("file:map/kapot.gz", "?");
        reject("never there", "v1");
        long before = ends();

        Redriven redriven = inbox.redrive(one -> true);

        assertThat(redriven.published()).extracting(Refused::key).containsExactly("same");
        assertThat(skipped(redriven))
                .containsOnly(
                        entry("corrected", "a newer version is in the raw topic"),
                        entry("gone", "it is withdrawn"),
                        entry(
                                "file:map/kapot.gz",
                                "the file map/kapot.gz never became a record of the raw topic; mend it, and a running"
                                        + " program reads it again"),
                        entry("never there", "the raw topic no longer has it"));
        assertThat(newest()).containsOnly(entry("same", "v1"), entry("corrected", "v2"));
        assertThat(ends()).as("one record and its commit").isEqualTo(before + 2);
    }

    @Test
    void onlyWhatIsWantedIsPublishedAgainWithItsHeaders() {
        write(raw("a", "v1"));
        reject("a", "v1");
        write(raw("b", "v1"));
        reject("b", "v1");

        assertThat(inbox.redrive(one -> one.key().equals("b")).published())
                .extracting(Refused::key)
                .containsExactly("b");
        List<String> files = new ArrayList<>();
        record("b")
                .forEach(record -> files.add(
                        new String(record.headers().lastHeader("kroniek.file").value(), UTF_8)));
        assertThat(files).containsExactly("map/b", "map/b");
    }

    private List<ConsumerRecord<byte[], byte[]>> record(String id) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Admin admin = Admin.create(broker.client());
                RawLook look =
                        new RawLook(broker.client(), admin, topics.articlesRaw().name())) {
            look.ends().forEach((partition, end) -> {
                if (end > 0) {
                    look.read(partition, all(end), record -> {
                        if (new String(record.key(), UTF_8).equals(id)) {
                            records.add(record);
                        }
                    });
                }
            });
        }
        return records;
    }

    private static Set<Long> all(long end) {
        Set<Long> offsets = new HashSet<>();
        for (long offset = 0; offset < end; offset++) {
            offsets.add(offset);
        }
        return offsets;
    }

    @Test
    void whatOthersWriteBetweenTheLookAndThePublicationIsNotOvertaken() throws Exception {
        write(raw("a", "v1"));
        write(raw("b", "v1"));
        write(raw("c", "v1"));
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(record("a"));
        all.addAll(record("b"));
        all.addAll(record("c"));
        try (Admin admin = Admin.create(broker.client());
                RawLook look =
                        new RawLook(broker.client(), admin, topics.articlesRaw().name());
                Producer<String, byte[]> other = producer("somebody-" + topics.prefix());
                Publication publication = new Publication(broker.client(), topics, look.ends())) {
            write(raw("a", "v2"));
            other.initTransactions();
            other.beginTransaction();
            other.send(raw("b", "v2")).get();

            List<ConsumerRecord<byte[], byte[]>> overtaken = publication.again(all);
            other.commitTransaction();

            assertThat(overtaken)
                    .extracting(record -> new String(record.key(), UTF_8))
                    .containsExactlyInAnyOrder("a", "b");
        }
        assertThat(newest()).containsOnly(entry("a", "v2"), entry("b", "v2"), entry("c", "v1"));
        assertThat(record("c")).hasSize(2);
    }

    @Test
    void whatIsPushedEndsNoRedriveAndIsNotOvertakenByOne() throws Exception {
        write(raw("a", "v1"));
        write(raw("b", "v1"));
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(record("a"));
        all.addAll(record("b"));
        String pushed = " date 2018-02 Tweede versie.";
        try (Admin admin = Admin.create(broker.client());
                RawLook look =
                        new RawLook(broker.client(), admin, topics.articlesRaw().name());
                Publication publication = new Publication(broker.client(), topics, look.ends());
                ArticleWriter writer =
                        ArticleWriter.connect(broker.client(), topics, new RateLimit(100, System::nanoTime))) {
            Written written = writer.text("a", pushed.getBytes(UTF_8));

            List<ConsumerRecord<byte[], byte[]>> overtaken = publication.again(all);

            assertThat(overtaken)
                    .extracting(record -> new String(record.key(), UTF_8))
                    .containsExactly("a");
            assertThat(newest()).containsOnly(entry("a", pushed), entry("b", "v1"));
            ConsumerRecord<byte[], byte[]> stands = record("a").get(1);
            assertThat(written).isEqualTo(new Written("a", stands.partition(), stands.offset() + 1));

            assertThat(writer.withdraw("a").next()).isGreaterThan(written.next());
            assertThat(newest()).containsOnly(entry("b", "v1"));
        }
    }

    @Test
    void articlesAreWithdrawnWhereverTheyStandAndWhatIsNotThereIsSaid() {
        write(raw("a", "v1"));
        write(raw("before", "v1"));
        write(raw("before", null));
        int own = DefaultPartition.of("lost".getBytes(UTF_8), 2);
        write(new ProducerRecord<>(topics.articlesRaw().name(), 1 - own, "lost", "v1".getBytes(UTF_8)));
        String misplaced = "misplaced:%d:lost".formatted(1 - own);

        assertThat(inbox.withdraw(List.of("a", "never", "before", misplaced, "a")))
                .containsExactly(
                        new Withdrawal("a", Withdrawal.Outcome.WITHDRAWN, "map/a"),
                        new Withdrawal("never", Withdrawal.Outcome.NOT_IN_RAW, null),
                        new Withdrawal("before", Withdrawal.Outcome.WITHDRAWN_BEFORE, "map/before"),
                        new Withdrawal(misplaced, Withdrawal.Outcome.WITHDRAWN, null));
        assertThat(newest()).isEmpty();
        assertThat(inbox.withdraw(List.of("a")))
                .extracting(Withdrawal::outcome)
                .containsExactly(Withdrawal.Outcome.WITHDRAWN_BEFORE);
    }
}
