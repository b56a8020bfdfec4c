package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kroniek.app.TestBroker;
import kroniek.check.Compared;
import kroniek.check.Verification;
import kroniek.topic.Catalogue;
import kroniek.topic.TopicAdmin;
import kroniek.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histories on a real broker, over several partitions and instances: the tables are what a batch recount gives, and the same everywhere.
 * {@code -Dkroniek.histories.broker=270} tells more of them, in every combination of 1, 4 and 12 partitions and 1, 2 and 3 instances; without
 * it there are three of these. {@code -Dkroniek.seed=N} tells the same ones again.
 */
class HistoriesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int FEW = 36;
    private static final int HISTORIES = Integer.getInteger("kroniek.histories.broker", FEW);

    @TempDir
    static Path folder;

    private static TestBroker broker;

    /** How the topology is deployed. */
    private record Shape(int partitions, int instances) {

        static List<Shape> all() {
            return Stream.of(1, 4, 12)
                    .flatMap(partitions -> Stream.of(1, 2, 3).map(instances -> new Shape(partitions, instances)))
                    .toList();
        }

        static List<Shape> few() {
            return List.of(new Shape(1, 1), new Shape(4, 2), new Shape(12, 3));
        }
    }

    @BeforeAll
    static void start() {
        broker = TestBroker.start(folder.resolve("broker"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theTablesAreWhatARecountGivesAndTheSameOverAnyPartitionsAndInstances() {
        long seed = Long.getLong("kroniek.seed", new Random().nextLong());
        List<Shape> shapes = HISTORIES > FEW ? Shape.all() : Shape.few();
        int each = HISTORIES / shapes.size();
        System.out.printf("%d histories from seed %d on each of %s%n", each, seed, shapes);
        Set<List<String>> digests = new HashSet<>();
        for (Shape shape : shapes) {
            digests.add(digests(shape, seed, each));
            assertThat(digests)
                    .as("the digests after each history, with %s", shape)
                    .hasSize(1);
        }
        assertThat(new HashSet<>(digests.iterator().next()))
                .as("digests that differ from history to history")
                .hasSizeGreaterThan(1);
    }

    /** Tells the histories one after the other, each on what the one before left; the digests after each. */
    private static List<String> digests(Shape shape, long seed, int histories) {
        Topics topics = new Topics(
                Catalogue.load(), "h%dx%d".formatted(shape.partitions(), shape.instances()), shape.partitions());
        try (Admin admin = Admin.create(broker.client())) {
            new TopicAdmin(admin, topics).create();
        }
        List<Pipeline> instances = IntStream.range(0, shape.instances())
                .mapToObj(instance -> instance(topics, instance))
                .toList();
        try (Producer<String, byte[]> producer =
                        new KafkaProducer<>(broker.client(), new StringSerializer(), new ByteArraySerializer());
                Backlog backlog = new Backlog(broker.client(), topics)) {
            instances.forEach(Pipeline::start);
            await().atMost(PATIENCE).until(() -> instances.stream().allMatch(Pipeline::running));
            List<String> digests = new ArrayList<>();
            for (int i = 0; i < histories; i++) {
                digests.add(digest(History.of(seed + i), topics, producer, backlog));
            }
            return digests;
        } finally {
            instances.forEach(Pipeline::close);
        }
    }

    private static Pipeline instance(Topics topics, int number) {
        Path state = folder.resolve(topics.prefix() + "-" + number);
        StreamsSettings settings =
                new StreamsSettings(broker.bootstrapServers(), topics, state, null, Map.of("commit.interval.ms", "20"));
        return new Pipeline(settings, topics.articlesRaw().partitions(), AtLanguage.STEPS, Clock.systemUTC());
    }

    private static String digest(History history, Topics topics, Producer<String, byte[]> producer, Backlog backlog) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (History.Event event : history.events()) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(topics.articlesRaw().name(), event.id(), event.bytes());
            if (event.format() != null) {
                record.headers().add(ReadArticle.FORMAT_HEADER, event.format().getBytes(StandardCharsets.UTF_8));
            }
            sent.add(producer.send(record));
        }
        producer.flush();
        assertThat(sent)
                .as("acknowledged")
                .allSatisfy(one -> assertThat(one.get().hasOffset()).isTrue());
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(backlog::isEmpty);
        Verification verification = Verification.of(
                new HashMap<>(broker.client()), topics, Pipeline.ledgerTopic(topics), HistoriesTest.language());
        assertThat(verification.differences())
                .as("%s%nwith %s", history, topics.prefix())
                .isEmpty();
        assertThat(verification.tables())
                .extracting(Compared::foundDigest)
                .isEqualTo(verification.tables().stream()
                        .map(Compared::expectedDigest)
                        .toList());
        return verification.tables().toString();
    }
}
