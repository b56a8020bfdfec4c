package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kroniek.language.Language;
import kroniek.stream.Pipeline;
import kroniek.topic.Catalogue;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that publish, withdraw and read again, beside a running program and on a stopped one. */
class RedriveIT {

    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static final String JAPAN = " date 2018-02 Japan wil praten. Dat zei Japan dinsdag.";

    @TempDir
    static Path data;

    @TempDir
    Path folder;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(data, Catalogue.load().maxRecordBytes());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private Deployment deployment() throws IOException {
        return new Deployment(folder, kafka.bootstrapServers(), "again" + PREFIXES.incrementAndGet());
    }

    @Test
    void whatWasRejectedIsPublishedAgainAndANewerVersionStays() throws Exception {
        try (Deployment d = deployment()
                .file("slecht.txt", "niets")
                .file("kapot.txt.gz", "geen gzip")
                .start()) {
            d.produce(List.of(d.raw("a", "v1 zonder datum")));
            d.settle();
            assertThat(d.table(d.topics().rejected())).containsOnlyKeys("slecht.txt", "a", "file:kapot.txt.gz");
            d.stop();
            d.produce(List.of(d.raw("a", JAPAN)));

            assertThat(d.command("redrive", "--reason", "no-dates")).isEqualTo(1);
            assertThat(d.said())
                    .contains("nothing is rejected for the reason no-dates; there is: 1 broken-gzip, 2 no-date");
            assertThat(d.command("redrive")).isZero();
            assertThat(d.said())
                    .contains(
                            "published again: slecht.txt (no-date)",
                            "skipped: a (no-date): a newer version is in the raw topic",
                            "skipped: file:kapot.txt.gz (broken-gzip): the file kapot.txt.gz never became a record",
                            "1 published again (a running program reads them now), 2 skipped");

            d.start().settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "2/1"));
            assertThat(d.table(d.topics().rejected())).containsOnlyKeys("slecht.txt", "file:kapot.txt.gz");
            assertThat(d.command("verify")).as(d.said()).isZero();
        }
    }

    @Test
    void aWithdrawnArticleHasATombstoneInEveryTopicThatHeldIt() throws Exception {
        try (Deployment d =
                deployment().file("a.txt", JAPAN).file("slecht.txt", "niets").start()) {
            d.settle();

            assertThat(d.command("withdraw", "a.txt", "slecht.txt", "never")).isEqualTo(1);
            d.settle();

            assertThat(d.said())
                    .contains(
                            "withdrawn: a.txt; it comes back if its file a.txt changes: delete that too",
                            "not withdrawn: never: the raw topic has no article of this id");
            assertThat(d.counts()).isEmpty();
            assertThat(tombstones(d, d.topics().articlesRaw())).containsExactlyInAnyOrder("a.txt", "slecht.txt");
            assertThat(tombstones(d, d.topics().articles())).containsExactly("a.txt");
            assertThat(tombstones(d, d.topics().rejected())).containsExactly("slecht.txt");
            assertThat(tombstones(d, d.topics().mentions())).containsExactly("JPN|2018-02|a.txt");
            assertThat(tombstones(d, d.topics().actorMonths())).containsExactly("JPN|2018-02");
            assertThat(tombstones(d, Pipeline.ledgerTopic(d.topics())))
                    .containsExactlyInAnyOrder("a.txt", "slecht.txt");
            assertThat(tombstones(d, d.prefix() + "-evidence-changelog")).containsExactly("JPN|2018-02|a.txt");
            assertThat(tombstones(d, d.prefix() + "-actor-month-spread-changelog"))
                    .containsExactlyInAnyOrder("JPN|2018-02|d|2018-02", "JPN|2018-02|n|0COUNTRY|Japan");
        }
    }

    private static Set<String> tombstones(Deployment d, Topic<?> topic) {
        return tombstones(d, topic.name());
    }

    /** The keys whose newest record deletes them. */
    private static Set<String> tombstones(Deployment d, String topic) {
        Set<String> deleted = new HashSet<>();
        Map<String, Object> client = Connection.to(d.bootstrapServers()).client();
        try (Admin admin = Admin.create(client);
                KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        TopicReader.committedOnly(client), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.to(TopicReader.ends(admin, partitions), consumer, record -> {
                if (record.value() == null) {
                    deleted.add(record.key());
                } else {
                    deleted.remove(record.key());
                }
                return true;
            });
        }
        return deleted;
    }

    @Test
    void newRulesReachEveryArticleAndTheCountsMoveByTheDifference() throws Exception {
        Path actors = Files.createDirectories(folder.resolve("actors"));
        try (Deployment d = deployment()
                .file("a.txt", " date 2018-02 Zonmaat wil praten met Japan.")
                .file("b.txt", JAPAN)
                .start()) {
            d.settle();
            assertThat(d.command("reannotate")).isEqualTo(1);
            assertThat(d.said()).contains("the program is running: the group " + d.prefix() + " has members (");
            d.stop();

            Files.writeString(
                    actors.resolve("own.tsv"), "organisation\tZonmaat Energie\tzonmaat\tfirm\tNLD\tZonmaat\n");
            assertThat(d.command("verify", "--actors", actors.toString())).isEqualTo(1);
            assertThat(d.said())
                    .containsPattern("2 articles counted with language "
                            + Language.load().version() + ", this program has [0-9a-f]{8}: run ./kroniek reannotate");
            String[] reannotate = {
                "reannotate",
                "--actors",
                actors.toString(),
                "--data",
                folder.resolve("data").toString()
            };
            assertThat(d.command(reannotate)).as(d.said()).isZero();
            assertThat(d.said())
                    .contains("(2 of 2 were counted with another)")
                    .containsPattern("Zonmaat Energie +0 +1 +\\+1 +1\\n")
                    .doesNotContainPattern("Japan +\\d+ +\\d+ ")
                    .contains("done: the counts of 1 actors have changed, by +1 mentions together");
            assertThat(d.counts()).containsEntry("zonmaat|2018-02", "1/1").containsEntry("JPN|2018-02", "3/2");
            assertThat(d.command("verify", "--actors", actors.toString()))
                    .as(d.said())
                    .isZero();
        }
    }

    @Test
    void aDataDirectoryIsReadAgainRightAfterItsProgramHasStopped() throws Exception {
        try (Deployment d = new Deployment(folder, null, "kroniek").file("a.txt", JAPAN)) {
            d.start().settle();
            assertThat(run("reannotate")).contains("another kroniek (process", "stop it");
            d.stop();

            assertThat(run("reannotate", "--output", "json"))
                    .contains("(0 of 1 were counted with another)", "of 0 actors");
            assertThat(run("redrive")).contains("0 published again, 0 skipped");
            assertThat(run("withdraw", "a.txt"))
                    .contains("withdrawn: a.txt; the next ./kroniek run takes its counts back");
            assertThat(run("reannotate", "--output", "json"))
                    .contains(
                            "{\"actor\":\"JPN\",\"name\":\"Japan\",\"before\":2,\"after\":0,\"difference\":-2,\"months\":1}");
        }
    }

    private String run(String command, String... more) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream all = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = new String[more.length + 3];
        words[0] = command;
        words[1] = "--data";
        words[2] = folder.resolve("data").toString();
        System.arraycopy(more, 0, words, 3, more.length);
        Main.run(new Console(all, all), words);
        return said.toString(StandardCharsets.UTF_8);
    }
}
