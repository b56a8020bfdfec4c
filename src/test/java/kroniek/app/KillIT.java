package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL again and again, of the whole program and of the broker below it, at random moments and at every named point of the work. After
 * each, what comes back counts on until all is counted; then nothing is lost, nothing is there twice, and the recount is equal. Only a kill
 * counts that strikes after the first publication and before the program is idle; it goes on until so many have:
 * {@code -Dkroniek.kills=N}, repeatable by {@code -Dkroniek.seed=N}.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("kroniek.kills", 5);
    private static final long SEED = Long.getLong("kroniek.seed", 20260223L);
    /** New or corrected articles for every kill, so that there is something to do when it strikes. */
    private static final int ARTICLES = 500;

    /** After so many kills the next begin with a folder and a Kafka of their own, for every recount is of all articles. */
    private static final int LOT = 25;

    /** On a fast machine many a kill comes after the work is done, and does not count. */
    private static final int MOST_TRIES = 6;

    private static final double LONGEST_RESTART_SECONDS = 30;
    /** So many processes that want a processor are the test's own; where there are more, others keep the machine busy, and it takes longer. */
    private static final double OWN_LOAD = 4.0 * Runtime.getRuntime().availableProcessors();

    @TempDir
    Path folder;

    /** Three of five kills. */
    @Test
    void theWholeProgram() throws Exception {
        new Killing("the whole program").inLots(KILLS - KILLS * 2 / 5, folder, KillIT::theWholeProgram);
    }

    private static void theWholeProgram(Killing killing, int kills, Path folder) throws Exception {
        Load load = new Load(folder.resolve("articles"), killing.random);
        try (Scene scene = new Scene(load, null)) {
            Path archive = Files.createDirectories(folder.resolve("archive"));
            Instance program = scene.add(new Instance(folder, "program", settings(load, archive)));
            killing.kill(kills, new Stage(scene, load, archive, killing.random, program) {
                @Override
                long victim() {
                    return 0;
                }

                @Override
                void kill() throws InterruptedException {
                    program.kill();
                }

                @Override
                boolean isGone() {
                    return !program.process().isAlive();
                }

                @Override
                void restart() throws IOException {
                    program.start();
                }

                @Override
                boolean isBack() {
                    return program.isReady();
                }
            });
        }
    }

    /** Two of five kills. The program, a process of its own, goes on meanwhile. */
    @Test
    void theBroker() throws Exception {
        new Killing("the broker").inLots(KILLS * 2 / 5, folder, KillIT::theBroker);
    }

    private static void theBroker(Killing killing, int kills, Path folder) throws Exception {
        Load load = new Load(folder.resolve("articles"), killing.random);
        try (Brokers brokers = Brokers.start(folder, 1);
                Scene scene = new Scene(load, brokers)) {
            Path archive = Files.createDirectories(folder.resolve("archive"));
            Map<String, String> settings = settings(load, archive);
            settings.put(Settings.BOOTSTRAP, brokers.bootstrapServers());
            Instance program = scene.add(new Instance(folder, "program", settings));
            killing.kill(kills, new Stage(scene, load, archive, killing.random, program) {
                @Override
                long victim() {
                    return brokers.broker(0).pid();
                }

                @Override
                void kill() throws InterruptedException {
                    brokers.kill(0);
                }

                @Override
                boolean isGone() {
                    return !brokers.broker(0).isAlive();
                }

                private long published;

                @Override
                void restart() throws InterruptedException {
                    pause(random.nextInt(2000));
                    published = scene.onlooker().published();
                    brokers.start(0);
                }

                @Override
                boolean isBack() {
                    return scene.onlooker().published() > published || scene.isSettled();
                }
            });
        }
    }

    /** Kafka may leave the markers of such a transaction out when the only broker comes back; nobody could read on behind it. */
    @Test
    void aTransactionThatNobodyEndsIsEndedAfterTheBrokerWasKilled() throws Exception {
        TopicPartition partition = new TopicPartition("open", 0);
        try (Brokers brokers = Brokers.start(folder, 1);
                Admin admin =
                        Admin.create(Connection.to(brokers.bootstrapServers()).impatient())) {
            admin.createTopics(List.of(new NewTopic(partition.topic(), 1, (short) 1)))
                    .all()
                    .get();
            leaveOpen(partition, brokers);
            brokers.start(0);

            await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> assertThat(
                            end(admin, partition, IsolationLevel.READ_COMMITTED))
                    .isEqualTo(end(admin, partition, IsolationLevel.READ_UNCOMMITTED))
                    .isGreaterThan(1));
        }
    }

    /** Writes a record in a transaction, kills the broker, and leaves. */
    private static void leaveOpen(TopicPartition partition, Brokers brokers) throws Exception {
        Map<String, Object> settings =
                new HashMap<>(Connection.to(brokers.bootstrapServers()).client());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "leaves");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 1000);
        KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "key", "value"))
                .get();
        brokers.kill(0);
        producer.close(Duration.ZERO);
    }

    private static long end(Admin admin, TopicPartition partition, IsolationLevel isolation) throws Exception {
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                .partitionResult(partition)
                .get()
                .offset();
    }

    private static Map<String, String> settings(Load load, Path archive) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Settings.ARTICLES, load.folder().toString());
        settings.put("after.publishing", "move");
        settings.put("archive.dir", archive.toString());
        return settings;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** Kills some in a folder. */
    private interface Lot {
        void kill(Killing killing, int kills, Path folder) throws Exception;
    }

    /** All kills of one kind, and how long what was killed took to come back. */
    private static final class Killing {

        private final String whom;
        private final Random random = new Random(SEED);
        private final List<Moment> deck = new ArrayList<>();
        private final List<Double> restarts = new ArrayList<>();
        private double load;
        private int struck;

        Killing(String whom) {
            this.whom = whom;
        }

        void inLots(int kills, Path folder, Lot lot) throws Exception {
            for (int done = 0; done < kills; done += LOT) {
                lot.kill(this, Math.min(LOT, kills - done), Files.createDirectories(folder.resolve("lot" + done)));
            }
            Collections.sort(restarts);
            double longest = restarts.get(restarts.size() - 1);
            System.out.printf(
                    "%s: killed %d times (seed %d), %d of them after the first publication and before idle; back after"
                            + " %.1f s (median), %.1f s (longest), at a load of up to %.0f%n",
                    whom, restarts.size(), SEED, struck, restarts.get(restarts.size() / 2), longest, load);
            assertThat(struck).isEqualTo(kills);
            assertThat(longest).isLessThan(LONGEST_RESTART_SECONDS * Math.max(1, load / OWN_LOAD));
        }

        void kill(int kills, Stage stage) throws Exception {
            stage.load.write(ARTICLES);
            stage.verify();
            int struckHere = 0;
            for (int tries = 0; struckHere < kills && tries < MOST_TRIES * kills; tries++) {
                if (deck.isEmpty()) {
                    deck.addAll(List.of(Moment.values()));
                    Collections.shuffle(deck, random);
                }
                struckHere += kill(deck.remove(0), stage) ? 1 : 0;
            }
            struck += struckHere;
            assertThat(stage.scene.counts()).isEqualTo(stage.load.counts());
        }

        /** Kills once and sees to it that everything is as it was; whether it counts. */
        private boolean kill(Moment moment, Stage stage) throws Exception {
            boolean counts = stage.strikes(moment);
            long since = System.nanoTime();
            stage.restart();
            stage.scene.awaitOrTell("it is back after " + whom + " was killed: " + moment, stage::isBack);
            double back = seconds(since);
            stage.verify();
            restarts.add(back);
            load = Math.max(load, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            System.out.printf(
                    "  %s, %s%s: back after %.1f s, all counted and equal after %.1f s%n",
                    whom, moment, counts ? "" : " (too late, does not count)", back, seconds(since));
            return counts;
        }
    }

    /** When a kill strikes: at a point of the work, or at random. */
    private enum Moment {
        RANDOM,
        READ,
        SENT,
        COMMITTED,
        MOVED,
        POLLED,
        COUNTED,
        REBALANCE,
        RESTORE;

        /** Whether the program passes it only when it starts. */
        boolean isAtStart() {
            return this == REBALANCE || this == RESTORE;
        }
    }

    /** Who is killed, and how it comes back. */
    private abstract static class Stage {

        private static final int LATEST_MS = 1000;
        private static final int MOST_TIMES = 15;
        /** A poll brings many records. */
        private static final int MOST_POLLS = 2;

        final Scene scene;
        final Load load;
        final Path archive;
        final Random random;
        final Instance program;

        Stage(Scene scene, Load load, Path archive, Random random, Instance program) {
            this.scene = scene;
            this.load = load;
            this.archive = archive;
            this.random = random;
            this.program = program;
        }

        /** The process that is to be killed at a point, 0 for the one that reaches it. */
        abstract long victim();

        abstract void kill() throws InterruptedException;

        abstract boolean isGone();

        abstract void restart() throws IOException, InterruptedException;

        /** Whether it does its work again; from its start to here is a restart. */
        abstract boolean isBack();

        /** Everything is counted, once, and equal to the recount; and every file has been moved, once. */
        void verify() throws IOException {
            scene.verified();
            scene.awaitOrTell("all files are moved", load::isEmpty);
            try (Stream<Path> files = Files.list(archive)) {
                assertThat(files.count()).isEqualTo(load.written());
            }
        }

        /** Lets the program go on for a time, in which it must not end. */
        void pause(int millis) throws InterruptedException {
            assertThat(program.process().endedWithin(Duration.ofMillis(millis)))
                    .as(program.process()::facts)
                    .isFalse();
        }

        /** Kills; whether it struck after the first publication and before idle. */
        boolean strikes(Moment moment) throws IOException, InterruptedException {
            scene.beginToCount(ARTICLES);
            if (moment == Moment.RANDOM) {
                pause(random.nextInt(LATEST_MS));
                boolean inTime = !scene.isSettled();
                kill();
                return inTime;
            }
            Strike.Point point = Strike.Point.valueOf(moment.name());
            if (!moment.isAtStart()) {
                int most = moment == Moment.POLLED ? MOST_POLLS : MOST_TIMES;
                program.strike(point, 1 + random.nextInt(most), victim());
                return struck(moment);
            }
            boolean inTime = !scene.isSettled();
            program.kill();
            program.strike(point, 1, victim());
            program.start();
            return struck(moment) && inTime;
        }

        private boolean struck(Moment moment) throws IOException, InterruptedException {
            scene.awaitOrTell(
                    "a strike at " + moment, () -> program.isStruck() || (scene.isSettled() && load.isEmpty()));
            boolean struck = program.isStruck();
            if (struck) {
                scene.awaitOrTell("the end of what was killed at " + moment, this::isGone);
            } else {
                program.spare();
                kill();
            }
            return struck;
        }
    }
}
