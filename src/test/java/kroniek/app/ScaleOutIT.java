package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kroniek.topic.Catalogue;
import kroniek.topic.TopicAdmin;
import kroniek.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Several instances of the program on clusters of brokers, all in processes of their own, of which some leave, are killed and come back:
 * the digest in the end is that of the batch recount, and of a run in which nothing happened; and all the while every answer to a reader is right
 * or a refusal. {@code -Dkroniek.shapes=all} plays it in
 * every shape, else in one.
 */
class ScaleOutIT {

    private static final int ARTICLES = 100;

    @TempDir
    Path folder;

    /** How many instances, on how many brokers. */
    private record Shape(int instances, int brokers) {

        @Override
        public String toString() {
            return instances + " instances, brokers: " + brokers;
        }
    }

    static Stream<Shape> shapes() {
        return System.getProperty("kroniek.shapes", "").equals("all")
                ? Stream.of(new Shape(2, 1), new Shape(3, 1), new Shape(2, 3), new Shape(3, 3))
                : Stream.of(new Shape(2, 3));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whoeverLeavesIsKilledOrComesBackTheDigestStays(Shape shape) throws Exception {
        long seed = Long.getLong("kroniek.seed", 20260223L);
        Load load = new Load(folder.resolve("articles"), new Random(seed));
        load.write(ARTICLES);
        Asker.write(load);
        try (Brokers brokers = Brokers.start(folder, shape.brokers());
                Scene scene = new Scene(load, brokers)) {
            Instance reader = scene.add(instance(0, brokers, load));
            Instance other = scene.add(instance(1, brokers, load));
            for (int i = 2; i < shape.instances(); i++) {
                scene.add(instance(i, brokers, load));
            }
            Told told = new Told(scene);
            told.of("all have started");
            Asker asker = scene.ask(new Asker(List.of(reader, other)));
            assertThat(copies(brokers)).containsExactly(shape.brokers());
            if (shape.brokers() > 1) {
                assertThatATopicKeptOnceIsWarnedOf(brokers);
            }

            scene.awaitOrTell("it has its share of the work", () -> other.process()
                    .hasLogged("StreamTask", "Restored and ready to run"));
            scene.beginToCount(ARTICLES);
            other.kill();
            told.of("one that counts was killed, and its standbys took over");
            assertThat(scene.survivors())
                    .as("where stores are not restored anew")
                    .anyMatch(survivor -> survivor.process().hasLogged("StandbyTask", "Closed and recycled state"));

            other.start();
            scene.beginToCount(ARTICLES);
            reader.kill();
            reader.start();
            told.of("it came back, and the one that reads the folder was killed and came back");
            asker.awaitAnswersOfAll(scene);

            scene.beginToCount(ARTICLES);
            brokers.kill(0);
            if (shape.brokers() > 1) {
                told.of("a broker was lost");
                reader.process().awaitSaid("Kafka has lost 1 of its 3 brokers; going on with the others");
            } else {
                reader.process().awaitSaid("does not answer; waiting for it");
            }
            brokers.start(0);
            scene.beginToCount(ARTICLES);
            told.of("the broker came back");
            reader.process().awaitSaid(shape.brokers() > 1 ? "all 3 brokers of Kafka answer" : "Kafka answers again");

            scene.beginToCount(ARTICLES);
            other.leave();
            String digest = told.of("one left");
            asker.assertNoneWrong();

            assertThat(ofAnUndisturbedRun(brokers)).isEqualTo(digest);
            System.out.printf("%s (seed %d)%n%s  %s", shape, seed, told, asker);
        }
    }

    private static void assertThatATopicKeptOnceIsWarnedOf(Brokers brokers) {
        try (Admin admin = Connection.to(brokers.bootstrapServers()).admin()) {
            Topics once = new Topics(Catalogue.load(), "eenmaal", 1, 1);
            new TopicAdmin(admin, once).create();

            assertThat(new TopicAdmin(admin, new Topics(Catalogue.load(), "eenmaal", 1)).check())
                    .hasSameSizeAs(once.all())
                    .allSatisfy(drift -> assertThat(drift.toString())
                            .contains("is kept once on 3 brokers, so it stands still when its broker is lost"))
                    .noneMatch(TopicAdmin.Drift::fatal);
            assertThat(new TopicAdmin(admin, new Topics(Catalogue.load(), "eenmaal", 1, 3)).check())
                    .hasSameSizeAs(once.all())
                    .allSatisfy(
                            drift -> assertThat(drift.toString()).contains("is kept 1 times, topics.replication is 3"));
        }
    }

    private Instance instance(int number, Brokers brokers, Load load) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put(Settings.BOOTSTRAP, brokers.bootstrapServers());
        settings.put("streams.num.standby.replicas", "1");
        if (number == 0) {
            settings.put(Settings.ARTICLES, load.folder().toString());
        }
        return new Instance(folder, "instance" + number, settings);
    }

    /** How many copies there are of any partition of any topic, those of the stores and of Connect included. */
    private static Set<Integer> copies(Brokers brokers) {
        Set<Integer> copies = new TreeSet<>();
        try (Admin admin = Connection.to(brokers.bootstrapServers()).admin()) {
            Set<String> names = TopicAdmin.get(admin.listTopics().names());
            assertThat(names).anyMatch(name -> name.endsWith("-changelog")).anyMatch(name -> name.endsWith("-offsets"));
            for (TopicDescription topic :
                    TopicAdmin.get(admin.describeTopics(names).allTopicNames()).values()) {
                topic.partitions()
                        .forEach(partition -> copies.add(partition.replicas().size()));
            }
        }
        return copies;
    }

    /** The digest of one instance that reads the same folder under another name, and to which nothing happens. */
    private String ofAnUndisturbedRun(Brokers brokers) throws Exception {
        try (Deployment calm = new Deployment(folder, brokers.bootstrapServers(), "kalm")) {
            calm.start().settle();
            return calm.awaitState("holds").path("digest").asText();
        }
    }

    /** What happened, and how long it took until everything was counted again and equal to the recount. */
    private static final class Told {

        private final Scene scene;
        private final StringBuilder lines = new StringBuilder();
        private long since = System.nanoTime();

        Told(Scene scene) {
            this.scene = scene;
        }

        /** Waits until everything is counted and verifies it; the digest. */
        String of(String event) {
            String digest = scene.verified();
            Duration took = Duration.ofNanos(System.nanoTime() - since);
            lines.append("  %5.1f s %s%n".formatted(took.toMillis() / 1000.0, event));
            since = System.nanoTime();
            return digest;
        }

        @Override
        public String toString() {
            return lines.toString();
        }
    }
}
