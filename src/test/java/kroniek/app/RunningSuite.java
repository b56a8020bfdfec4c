package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kroniek.check.Digest;
import kroniek.domain.ActorMonth;
import kroniek.topic.Catalogue;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running program promises, on whatever Kafka a subclass gives. */
abstract class RunningSuite {

    private static final AtomicInteger PREFIXES = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "een-lang-en-geheim-woord";
    private static final int PUSHES = 5;
    /** So many processes that want a processor may be the test's own; where there are more, others keep the machine busy. */
    private static final double OWN_LOAD = 2.0 * Runtime.getRuntime().availableProcessors();

    /** Shorter than {@code verify} waits for somebody who is there and does not move on. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(40);

    private static final String JAPAN = " date 2018-02 Japan wil praten. Dat zei Japan dinsdag.";

    /** Every question of the API, the one about months first. */
    private static final List<String> QUESTIONS = Stream.of(
                    "months",
                    "actors?q=jap",
                    "actors?q=belgie",
                    "actors/JPN",
                    "actors/JPN/months",
                    "actors/JPN/mentions",
                    "actor-months?month=2018-02",
                    "actor-months?sort=change&limit=3",
                    "articles",
                    "articles?month=2018-02&actor=JPN",
                    "article?id=Belgi%C3%AB%3F.txt",
                    "rejections")
            .map(question -> "/api/v1/" + question)
            .toList();

    @TempDir
    Path folder;

    /** The cluster that the test runs on. */
    abstract String bootstrapServers();

    private Deployment deployment() throws Exception {
        return new Deployment(folder, bootstrapServers(), "test" + PREFIXES.incrementAndGet());
    }

    @Test
    void filesBecomeCountsAndARestartPublishesNothing() throws Exception {
        try (Deployment d =
                deployment().file("a.txt", JAPAN).file("sub/b.txt", JAPAN).file("slecht.txt", "niets")) {
            d.start().settle();

            assertThat(d.counts()).containsEntry("JPN|2018-02", "4/2");
            assertThat(d.table(d.topics().articles())).containsOnlyKeys("a.txt", "sub/b.txt");
            assertThat(d.table(d.topics().rejected())).containsOnlyKeys("slecht.txt");
            Map<String, String> counts = d.counts();
            long records = dataRecords(d, d.topics().articlesRaw());

            d.restart();
            d.settle();

            assertThat(d.counts()).isEqualTo(counts);
            assertThat(dataRecords(d, d.topics().articlesRaw()))
                    .isEqualTo(records)
                    .isEqualTo(3);
            assertThat(d.application().progress().orElseThrow().published()).isZero();
        }
    }

    @Test
    void aChangedFileIsACorrectionAndATombstoneAWithdrawal() throws Exception {
        try (Deployment d = deployment().file("a.txt", JAPAN).file("b.txt", JAPAN)) {
            d.start().settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "4/2"));

            d.file("a.txt", " date 2018-03 Frankrijk wil praten. Dat zei Frankrijk dinsdag, en nog eens.");
            d.settle();
            assertThat(d.counts()).containsExactly(entry("FRA|2018-03", "2/1"), entry("JPN|2018-02", "2/1"));

            d.produce(List.of(d.raw("a.txt", null)));
            d.settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "2/1"));
            assertThat(d.table(d.topics().articles())).containsOnlyKeys("b.txt");
            assertThat(d.table(d.topics().mentions())).containsOnlyKeys("JPN|2018-02|b.txt");
        }
    }

    @Test
    void withTwelvePartitionsAllMonthsOfAnActorLieInOne() throws Exception {
        try (Deployment d = deployment().with(Settings.PARTITIONS, "12")) {
            for (int month = 1; month <= 12; month++) {
                d.file("m%d.txt".formatted(month), JAPAN.replace("2018-02", "2018-%02d".formatted(month)));
            }
            d.start().settle();

            assertThat(partitions(d, d.topics().articlesRaw())).hasSizeGreaterThan(3);
            assertThat(partitions(d, d.topics().mentions())).hasSize(1);
            assertThat(partitions(d, d.topics().actorMonths())).hasSize(1);
            assertThat(d.counts()).hasSize(12).containsEntry("JPN|2018-12", "2/1");
        }
    }

    @Test
    void aRawRecordInAPartitionThatIsNotItsOwnIsRejectedAndCountsForNobody() throws Exception {
        try (Deployment d = deployment().start()) {
            Topic<byte[]> raw = d.topics().articlesRaw();
            byte[] article = JAPAN.getBytes(StandardCharsets.UTF_8);
            for (int partition = 0; partition < raw.partitions(); partition++) {
                d.produce(List.of(new ProducerRecord<>(raw.name(), partition, "a", article)));
            }
            d.settle();

            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "2/1"));
            assertThat(d.table(d.topics().rejected()))
                    .hasSize(raw.partitions() - 1)
                    .allSatisfy((key, value) -> assertThat(new String(value, StandardCharsets.UTF_8))
                            .contains("wrong-partition", "send it again with Kafka's default partitioner"));
        }
    }

    @Test
    void aDownstreamServiceReadsTheTablesAsKTableAndAsGlobalKTable() throws Exception {
        try (Deployment d =
                deployment().file("a.txt", JAPAN).file("b.txt", JAPAN).start()) {
            d.settle();
            d.produce(List.of(d.raw("b.txt", null)));
            d.settle();

            StreamsBuilder tables = new StreamsBuilder();
            table(tables, d.topics().actorMonths());
            table(tables, d.topics().mentions());
            assertReadsTheTables(d, "tables", tables);
            StreamsBuilder globalTables = new StreamsBuilder();
            globalTable(globalTables, d.topics().actorMonths());
            globalTable(globalTables, d.topics().mentions());
            assertReadsTheTables(d, "global-tables", globalTables);
        }
    }

    private static <V> void table(StreamsBuilder builder, Topic<V> topic) {
        builder.table(topic.name(), Consumed.with(Serdes.String(), topic.serde()), Materialized.as(topic.name()));
    }

    private static <V> void globalTable(StreamsBuilder builder, Topic<V> topic) {
        builder.globalTable(topic.name(), Consumed.with(Serdes.String(), topic.serde()), Materialized.as(topic.name()));
    }

    private void assertReadsTheTables(Deployment d, String name, StreamsBuilder builder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, d.topics().prefix() + "-" + name);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve(name).toString());
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        try (KafkaStreams downstream = new KafkaStreams(builder.build(), settings)) {
            downstream.start();
            for (Topic<?> topic : List.of(d.topics().actorMonths(), d.topics().mentions())) {
                Map<String, ?> expected = d.table(topic);
                assertThat(expected).hasSize(1);
                await().atMost(Deployment.PATIENCE).ignoreExceptions().untilAsserted(() -> assertThat(
                                rows(downstream, topic.name()))
                        .isEqualTo(expected));
            }
        }
    }

    private static Map<String, Object> rows(KafkaStreams streams, String store) {
        ReadOnlyKeyValueStore<String, Object> table =
                streams.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore()));
        Map<String, Object> rows = new HashMap<>();
        try (KeyValueIterator<String, Object> all = table.all()) {
            all.forEachRemaining(row -> rows.put(row.key, row.value));
        }
        return rows;
    }

    @Test
    void aPartitionThatHoldsOnlyAnAbortedTransactionIsNoBacklog() throws Exception {
        try (Deployment d = deployment().start()) {
            d.settle();
            Map<String, Object> settings = new HashMap<>(d.application().client());
            settings.put("transactional.id", d.topics().prefix() + "-aborter");
            try (Producer<String, byte[]> producer =
                    new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(d.raw("aborted", JAPAN)).get();
                producer.send(new ProducerRecord<>(d.topics().actorMonths().name(), "XXX|2018-02", new byte[] {'{'}))
                        .get();
                producer.abortTransaction();
            }

            d.settle();

            assertThat(d.counts()).isEmpty();
            assertThat(endOffsets(d, d.topics().articlesRaw())).isPositive();
            assertThat(d.application().leftToCount())
                    .matches("at most [1-9]\\d* records to count \\(streams: RUNNING\\)");
            try (Consumer<String, byte[]> consumer = consumer(d.application().client())) {
                String ends = consumer
                        .endOffsets(TopicReader.partitions(
                                consumer, d.topics().articlesRaw().name()))
                        .entrySet()
                        .stream()
                        .map(end -> end.getKey().partition() + ":" + end.getValue())
                        .collect(Collectors.joining(","));
                assertThat(answer(d, "/api/v1/months?minPosition=" + ends).statusCode())
                        .isEqualTo(200);
            }
            assertThat(d.command("verify")).as(d.said()).isZero();
            assertThat(d.awaitState("holds").get("digest").asText())
                    .isEqualTo(Digest.of(d.rows().values()));
        }
    }

    @Test
    void aPushedArticleIsReadableWithItsPositionAndSeenOnTheStreamWithinASecond() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), TOKEN);
        try (Deployment d =
                deployment().with(Settings.WRITE_TOKEN_FILE, token.toString()).start()) {
            d.settle();
            List<Duration> times = new ArrayList<>();
            for (int push = 1; push <= PUSHES; push++) {
                try (StreamReader stream = new StreamReader(d, "?actor=JPN", "")) {
                    times.add(pushed(d, push, stream));
                }
            }
            Collections.sort(times);
            double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            Duration median = times.get(PUSHES / 2);
            System.out.printf(
                    "a pushed article is readable and seen after %d ms (median of %d), %d ms (longest), at a load of %.1f%n",
                    median.toMillis(), PUSHES, times.get(PUSHES - 1).toMillis(), load);
            assertThat(median).isLessThan(Duration.ofMillis((long) (1000 * Math.max(1, load / OWN_LOAD))));

            try (StreamReader stream = new StreamReader(d, "?events=article", "")) {
                d.produce(List.of(d.raw("pushed1", JAPAN.replace("Japan wil", "Kenia wil"))));
                assertThat(stream.until("pushed1")).contains("\"change\":\"corrected\"");
                d.produce(List.of(d.raw("pushed1", null)));
                assertThat(stream.until("pushed1")).contains("\"change\":\"withdrawn\"");
            }
            assertThat(answer(d, "/api/v1/months?minPosition=0:1000000").statusCode())
                    .isEqualTo(400);
        }
    }

    /** Pushes an article, reads what is counted with it, and sees it on the stream; how long that takes. */
    private static Duration pushed(Deployment d, int push, StreamReader stream) throws Exception {
        String article =
                "{\"id\":\"pushed%1$d\",\"date\":\"2018-02\",\"text\":\"Japan wil praten. Dat zei Japan de %1$de keer.\"}";
        String counted = "\"mentions\":%d,\"articles\":%d".formatted(2 * push, push);
        long begun = System.nanoTime();
        String position = JSON.readTree(push(d, "POST", "articles", article.formatted(push)))
                .get("position")
                .asText();
        HttpResponse<String> row = answer(d, "/api/v1/actors/JPN/months?minPosition=" + position);
        String seen = stream.until("event: actor-month");
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        assertThat(row.body()).contains(counted);
        assertThat(row.headers().firstValue("Kroniek-Position")).isPresent();
        assertThat(seen).contains("\"id\":\"pushed%d\"".formatted(push), "\"change\":\"new\"", counted);
        return took;
    }

    /** A reader of the stream of an instance, which has been told where it begins. */
    private static final class StreamReader implements AutoCloseable {

        private final BufferedReader lines;
        private String lastId = "";

        StreamReader(Deployment d, String query, String behind) throws IOException {
            URL stream = URI.create(d.application().page())
                    .resolve("/api/v1/stream" + query)
                    .toURL();
            URLConnection connection = stream.openConnection();
            connection.setReadTimeout((int) Deployment.PATIENCE.toMillis());
            if (!behind.isEmpty()) {
                connection.setRequestProperty("Last-Event-ID", behind);
            }
            lines = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
            until(":");
        }

        /** Reads up to the end of the event in which some text stands; all that it read. */
        String until(String text) throws IOException {
            StringBuilder read = new StringBuilder();
            boolean found = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read.append(line).append('\n');
                found |= line.contains(text);
                if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.isEmpty() && found) {
                    return read.toString();
                }
            }
            throw new AssertionError("the stream ended after " + read);
        }

        String lastId() {
            return lastId;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void aMegabyteOfNothingButNamesPasses() throws Exception {
        StringBuilder names = new StringBuilder(" date 2018-02 ");
        int persons = 0;
        while (names.length() < 1_040_000) {
            names.append("Jan de ").append(surname(persons++)).append(", ");
        }
        try (Deployment d = deployment().start()) {
            d.produce(List.of(d.raw("namen.txt", names.toString()), d.raw("b.txt", JAPAN)));
            d.settle();

            assertThat(d.table(d.topics().articles())).containsOnlyKeys("namen.txt", "b.txt");
            assertThat(d.table(d.topics().deadLetters())).isEmpty();
            assertThat(d.counts()).containsEntry("JPN|2018-02", "2/1").hasSizeGreaterThan(persons / 2);

            d.produce(List.of(d.raw("namen.txt", null)));
            d.settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "2/1"));
        }
    }

    /** Capitalised words that differ, of at least five letters. */
    private static String surname(int number) {
        StringBuilder name = new StringBuilder("V");
        for (int rest = number; rest > 0 || name.length() < 4; rest /= 20) {
            name.append("aeiou".charAt(rest % 5)).append("nrkt".charAt(rest / 5 % 4));
        }
        return name + "sma";
    }

    @Test
    void aConnectorThatFailsIsStartedAgainAndWhatAnEarlierRunFailedOfIsNoFailureOfTheNext() throws Exception {
        try (Deployment d = deployment().file("a.txt", JAPAN).start();
                Admin admin = Connection.to(bootstrapServers()).admin()) {
            d.settle();
            // As where a transaction took longer than Kafka allows.
            admin.fenceProducers(transactionsOfTheConnector(admin, d)).all().get();
            d.file("b.txt", JAPAN).settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "4/2"));

            d.stop();
            String status = TopicAdmin.get(admin.listTopics().names()).stream()
                    .filter(topic -> topic.startsWith(d.prefix() + "-connect-") && topic.endsWith("-status"))
                    .findFirst()
                    .orElseThrow();
            String failed =
                    "{\"state\":\"FAILED\",\"trace\":\"long ago\",\"worker_id\":\"127.0.0.1:1\",\"generation\":1}";
            for (String part : List.of("connector-articles", "task-articles-0")) {
                d.produce(List.of(
                        new ProducerRecord<>(status, "status-" + part, failed.getBytes(StandardCharsets.UTF_8))));
            }
            d.file("c.txt", JAPAN).start().settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "6/3"));
        }
    }

    private static List<String> transactionsOfTheConnector(Admin admin, Deployment d) throws Exception {
        List<String> ids = admin.listTransactions().all().get().stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> id.startsWith(d.prefix() + "-connect-") && id.endsWith("-articles-0"))
                .toList();
        assertThat(ids).isNotEmpty();
        return ids;
    }

    @Test
    void aContributionThatTheTallyCannotReadStopsThePipelineAndLosesNothing() throws Exception {
        // Every thread that fails is missed by its group only when its session has ended.
        try (Deployment d = deployment()
                .with("streams.main.consumer.session.timeout.ms", "6000")
                .file("a.txt", JAPAN)
                .start()) {
            d.settle();
            String mentions = d.topics().mentions().name();
            d.produce(List.of(new ProducerRecord<>(mentions, "JPN|2018-02|x", new byte[] {'?'})));

            await().atMost(Deployment.PATIENCE)
                    .untilAsserted(() -> assertThat(d.application().failure()).isPresent());
            assertThat(d.application().failure().orElseThrow())
                    .containsPattern(
                            mentions + "-\\d, offset \\d+, key 'JPN\\|2018-02\\|x': not a value of " + mentions);
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "2/1"));

            // The cure: the offset behind the record that nobody but Kroniek may write, set while the program is
            // stopped.
            d.file("b.txt", JAPAN);
            Map<String, Object> client = d.application().client();
            d.stop();
            skipAll(client, d.prefix(), mentions);
            d.start().settle();
            assertThat(d.counts()).containsExactly(entry("JPN|2018-02", "4/2"));
        }
    }

    private static void skipAll(Map<String, Object> client, String group, String topic) {
        try (Admin admin = Admin.create(client);
                Consumer<String, byte[]> consumer = consumer(client)) {
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            consumer.endOffsets(TopicReader.partitions(consumer, topic))
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
            // Refused until the broker has noticed that the failed threads are gone.
            await().atMost(Deployment.PATIENCE)
                    .ignoreExceptions()
                    .until(() ->
                            admin.alterConsumerGroupOffsets(group, ends).all().get() == null);
        }
    }

    @Test
    void verifyFindsTheTablesEqualToARecountOfTheRawArticles() throws Exception {
        try (Deployment d = deployment()
                .file("a.txt", JAPAN)
                .file("b.jsonl", "{\"id\":\"b\",\"date\":\"2018-03\",\"text\":\"Frankrijk en België praten.\"}\n")
                .file("slecht.txt", "niets")
                .file("kapot.txt.gz", "geen gzip")
                .start()) {
            d.settle();
            Topic<byte[]> raw = d.topics().articlesRaw();
            for (int partition = 0; partition < raw.partitions(); partition++) {
                byte[] article = JAPAN.getBytes(StandardCharsets.UTF_8);
                d.produce(List.of(new ProducerRecord<>(raw.name(), partition, "everywhere", article)));
            }
            d.produce(List.of(d.raw("pushed", JAPAN), d.raw("b", null)));
            d.settle();

            assertThat(d.command(
                            "verify", "--articles", folder.resolve("articles").toString()))
                    .as(d.said())
                    .isZero();
            String digest = Digest.of(d.rows().values());
            assertThat(d.said())
                    .contains(
                            "articles in raw: 7 = 3 annotated + 4 rejected + 0 failed",
                            "recount: " + digest + ", 1 actor months",
                            "tables:  " + digest + ", 1 actor months",
                            "equal",
                            "explained: b: only in the folder; withdrawn by a null value",
                            "explained: kapot.txt.gz: only in the folder; rejected",
                            "explained: pushed: only in the raw topic; another producer wrote it",
                            "folder: 4 files, 3 articles",
                            "published");
        }
    }

    @Test
    void verifyNamesEveryDifferenceAndSaysWhenItCannotCompare() throws Exception {
        try (Deployment d = deployment().file("a.txt", JAPAN).start()) {
            d.settle();
            Topic<ActorMonth> actorMonths = d.topics().actorMonths();
            ActorMonth row = d.rows().get("JPN|2018-02");
            byte[] value = actorMonths.serde().serializer().serialize("", row);
            d.stop();
            d.produce(List.of(new ProducerRecord<>(actorMonths.name(), "XXX|2018-02", value)));
            d.file("b.txt", JAPAN);

            assertThat(d.command("verify")).isEqualTo(1);
            assertThat(d.said())
                    .contains("different: actor-months XXX|2018-02: expected nothing; found 2 mentions in 1 articles")
                    .contains("2 differences");
            assertThat(d.command(
                            "verify",
                            "--most",
                            "1",
                            "--articles",
                            folder.resolve("articles").toString()))
                    .isEqualTo(1);
            assertThat(d.said()).contains("different: and 1 more", "different: b.txt: only in the folder");

            d.produce(List.of(d.raw("late", JAPAN)));
            Instant began = Instant.now();
            assertThat(d.command("verify")).isEqualTo(2);
            assertThat(d.said()).contains("not everything is counted (at most");
            assertThat(began)
                    .as("with nobody there to count, nobody is waited for")
                    .isAfter(Instant.now().minus(LONG_WAIT));
        }
        assertThat(new Deployment(folder, bootstrapServers(), "never").command("verify"))
                .isEqualTo(2);
    }

    @Test
    void theFiguresOfARunningProgramAgreeOnceItIsIdle() throws Exception {
        try (Deployment d = deployment()
                .file("a.txt", JAPAN)
                .file("slecht.txt", "niets")
                .file("kapot.txt.gz", "geen gzip")
                .start()) {
            d.settle();
            JsonNode status = d.awaitSettled(2);

            assertThat(status.get("articles"))
                    .isEqualTo(JSON.readTree("{\"inRaw\": 2, \"annotated\": 1, \"rejected\": 1, \"failed\": 0}"));
            assertThat(status.get("files"))
                    .isEqualTo(JSON.readTree(
                            "{\"found\": 3, \"published\": 0, \"unchanged\": 2, \"unreadable\": 1, \"waiting\": 0}"));
            assertThat(status.get("digest").asText())
                    .isEqualTo(Digest.of(d.rows().values()));
            ObjectName figures = new ObjectName("kroniek:type=Reconciliation,prefix=" + ObjectName.quote(d.prefix()));
            MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
            assertThat(jmx.getAttribute(figures, "State")).isEqualTo("HOLDS");
            assertThat(jmx.getAttribute(figures, "ArticlesInRaw")).isEqualTo(2L);
            assertThat(jmx.getAttribute(figures, "FilesFound")).isEqualTo(3L);

            d.produce(List.of(d.raw("later", JAPAN)));
            d.settle();
            assertThat(d.awaitSettled(3).get("digest").asText())
                    .isEqualTo(Digest.of(d.rows().values()));
            d.stop();
            assertThat(jmx.isRegistered(figures)).isFalse();
        }
    }

    @Test
    void anArticleThatIsLostOnItsWayIsSeenInStatusMetricsAndHealth() throws Exception {
        try (Deployment d =
                deployment().file("a.txt", JAPAN).file("b.txt", JAPAN).start()) {
            d.settle();
            d.awaitSettled(2);
            d.produce(List.of(new ProducerRecord<>(d.topics().articles().name(), "a.txt", null)));

            assertThat(d.awaitState("broken").get("articles"))
                    .isEqualTo(JSON.readTree("{\"inRaw\": 2, \"annotated\": 1, \"rejected\": 0, \"failed\": 0}"));
            URI health = URI.create(d.application().page()).resolve("/health");
            assertThat(get(HttpClient.newHttpClient(), health).statusCode()).isEqualTo(503);
            assertThat(d.command("status")).isEqualTo(1);
            assertThat(d.said())
                    .contains(
                            "articles: 2 in raw = 1 annotated + 0 rejected + 0 failed + 1 not accounted for",
                            "THE FIGURES DO NOT AGREE");
            assertThat(d.command("verify")).isEqualTo(1);
            assertThat(d.said()).contains("different: articles a.txt: expected the article; found nothing");
        }
    }

    @Test
    void figuresThatCannotBeReadAnyMoreAreNotShownAsSettled() throws Exception {
        try (Deployment d = deployment().file("a.txt", JAPAN).start()) {
            d.settle();
            JsonNode settled = d.awaitSettled(1);
            byte[] broken = "{".getBytes(StandardCharsets.UTF_8);
            d.produce(List.of(new ProducerRecord<>(d.topics().actorMonths().name(), "JPN|2018-03", broken)));

            await().during(Duration.ofSeconds(4))
                    .atMost(Deployment.PATIENCE)
                    .until(() -> d.status().path("state").asText().equals("in-flight"));
            assertThat(d.status().get("digest")).isEqualTo(settled.get("digest"));
        }
    }

    @Test
    void aCountThatIsNotTheSumOfItsEvidenceIsSeen() throws Exception {
        try (Deployment d = deployment().file("a.txt", JAPAN).start()) {
            d.settle();
            Topic<ActorMonth> actorMonths = d.topics().actorMonths();
            byte[] row = actorMonths.serde().serializer().serialize("", d.rows().get("JPN|2018-02"));
            d.stop();
            assertThat(d.command("status")).isZero();
            assertThat(d.said())
                    .contains("counts:   1 actor months, each the sum of its evidence", "the figures agree");

            d.produce(List.of(new ProducerRecord<>(actorMonths.name(), "JPN|2018-03", row)));
            assertThat(d.command("status")).isEqualTo(1);
            assertThat(d.said()).contains("1 not the sum of their evidence: JPN|2018-03");

            d.produce(List.of(d.raw("late", JAPAN)));
            assertThat(d.command("status")).isZero();
            assertThat(d.said())
                    .contains(
                            "articles: 2 in raw = 1 annotated + 0 rejected + 0 failed + 1 not accounted for",
                            "in flight: at most 1 records",
                            "the figures agree once nothing is in flight");
        }
    }

    @Test
    void thePageAndItsApiShowTheCounts() throws Exception {
        try (Deployment d = deployment().file("a.txt", JAPAN).start()) {
            d.settle();
            HttpClient client = HttpClient.newHttpClient();
            URI page = URI.create(d.application().page());

            assertThat(get(client, page.resolve("/health/live")).statusCode()).isEqualTo(200);
            assertThat(get(client, page.resolve("/health/ready")).statusCode()).isEqualTo(200);
            assertThat(get(client, page).body()).contains("Kroniek");
            assertThat(get(client, page.resolve("/api/v1/actor-months?month=2018-02"))
                            .body())
                    .contains("\"actor\":\"JPN\"", "\"name\":\"Japan\"", "\"mentions\":2");
        }
    }

    @Test
    void theMetricsAreThoseOfTheDocumentWithTheLabelsThatItLists() throws Exception {
        try (Deployment d = deployment()
                .file("a.txt", JAPAN)
                .file("slecht.txt", "niets")
                .file("kapot.txt.gz", "geen gzip")
                .start()) {
            d.settle();
            d.awaitState("holds");

            String metrics = metrics(d);

            Set<String> shown = new TreeSet<>();
            metrics.lines()
                    .filter(line -> line.startsWith("kroniek_"))
                    .forEach(line -> shown.add(line.split(" ", -1)[0]));
            assertThat(shown).isEqualTo(documentedMetrics());
            assertThat(metrics)
                    .contains("kroniek_articles{state=\"in-raw\"} 2.0\n", "kroniek_articles{state=\"rejected\"} 1.0\n")
                    .contains("kroniek_files{state=\"found\"} 3.0\n", "kroniek_files{state=\"unreadable\"} 1.0\n")
                    .contains("kroniek_rejections_total{reason=\"no-date\"} 1.0\n")
                    .contains("kroniek_mentions_total{type=\"COUNTRY\"} 2.0\n", "kroniek_actor_months 1.0\n")
                    .contains("kroniek_ledger_balance 0.0\n", "kroniek_reconciled 1.0\n")
                    .contains("kafka_stream_", "jvm_memory_used_bytes")
                    .doesNotContain("a.txt", "JPN", "NaN\nkroniek");
            assertThat(shown).allSatisfy(name -> assertThat(metrics).doesNotContain(name + " NaN"));
        }
    }

    private static String metrics(Deployment d) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(d.application().page()).resolve("/metrics"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Every metric of docs/metrics.md with each value of its label. */
    private static Set<String> documentedMetrics() throws Exception {
        String document = Files.readString(Path.of("docs/metrics.md"));
        Set<String> metrics = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `(kroniek_\\w+)` \\| (?:–|`(\\w+)`: (.*?)) \\| ")
                .matcher(document);
        while (row.find()) {
            if (row.group(2) == null) {
                metrics.add(row.group(1));
            } else {
                for (String value : row.group(3).split(", ", -1)) {
                    metrics.add("%s{%s=\"%s\"}".formatted(row.group(1), row.group(2), value));
                }
            }
        }
        return metrics;
    }

    @Test
    void whatIsPushedOverHttpIsCountedCorrectedAndWithdrawnAsAFileIs() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        try (Deployment d = deployment()
                .with(Settings.WRITE_TOKEN_FILE, token.toString())
                .file("a.txt", JAPAN)
                .start()) {
            d.settle();

            assertThat(push(d, "PUT", "article?id=a.txt", "{\"date\":\"2018-03\",\"text\":\"Frankrijk wil praten.\"}"))
                    .contains("\"id\":\"a.txt\"");
            push(d, "POST", "articles", "{\"id\":\"b\",\"date\":\"2018-03\",\"text\":\"België wil praten.\"}");
            d.settle();
            assertThat(d.counts()).containsOnly(entry("FRA|2018-03", "1/1"), entry("BEL|2018-03", "1/1"));

            push(d, "DELETE", "article?id=b", "");
            d.settle();
            assertThat(d.counts()).containsOnly(entry("FRA|2018-03", "1/1"));

            // The newest version counts, whoever wrote it: here the file, which is changed afterwards.
            d.file("a.txt", JAPAN + " Weer Japan.").settle();
            assertThat(d.counts()).containsOnly(entry("JPN|2018-02", "3/1"));
        }
    }

    private static String push(Deployment d, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(d.application().page()).resolve("/api/v1/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.body();
    }

    @Test
    void twoInstancesAnswerEveryQuestionAlikeAndOneThatIsLeftAloneNeverAnswersOtherwise() throws Exception {
        try (Deployment d = deployment()
                        .file("a.txt", JAPAN)
                        .file("b.txt", " date 2018-03 Frankrijk en België praten. Japan zwijgt.")
                        .file("België?.txt", " date 2018-02 Kenia, Peru, China en Oekraïne praten.")
                        .file("slecht.txt", "niets");
                Deployment second =
                        new Deployment(folder.resolve("second"), bootstrapServers(), "test" + PREFIXES.get())) {
            d.start().settle();
            second.start();
            await().atMost(Deployment.PATIENCE)
                    .until(() -> answer(d, "/health/ready").statusCode() == 200
                            && answer(second, "/health/ready").statusCode() == 200
                            && holdsAPart(d)
                            && holdsAPart(second));
            assertThatOneGoesOnWhereTheOtherEnded(d, second);
            Map<String, String> answers = new HashMap<>();
            for (String question : QUESTIONS) {
                await().atMost(Deployment.PATIENCE).untilAsserted(() -> {
                    HttpResponse<String> answer = answer(d, question);
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                    assertThat(answer(second, question).body()).isEqualTo(answer.body());
                    answers.put(question, answer.body());
                });
            }
            assertThat(answers.get(QUESTIONS.get(0)))
                    .contains("{\"month\":\"2018-02\",\"articles\":2,\"actors\":5,\"mentions\":6,");

            second.stop();
            for (String question : QUESTIONS) {
                await().atMost(Deployment.PATIENCE)
                        .failFast("an answer that is none", () -> {
                            HttpResponse<String> answer = answer(d, question);
                            return answer.statusCode() == 200
                                    ? !answer.body().equals(answers.get(question))
                                    : answer.headers().firstValue("Retry-After").isEmpty();
                        })
                        .until(() -> answer(d, question).statusCode() == 200);
            }
        }
    }

    /** Who wrote through one reads it through the other, and who followed one goes on at the other. */
    private static void assertThatOneGoesOnWhereTheOtherEnded(Deployment d, Deployment second) throws Exception {
        String last;
        try (StreamReader stream = new StreamReader(d, "?from=earliest&events=article", "")) {
            String all = stream.until("a.txt");
            last = stream.lastId();
            assertThat(all).contains("\"change\":\"new\"");
        }
        d.produce(List.of(d.raw("later", " date 2018-05 Noorwegen zwijgt.")));
        String position = answer(d, "/api/v1/months")
                .headers()
                .firstValue("Kroniek-Position")
                .orElseThrow();
        assertThat(answer(second, "/api/v1/months?minPosition=" + position).statusCode())
                .isEqualTo(200);
        try (StreamReader stream = new StreamReader(second, "?events=article", last)) {
            assertThat(stream.until("\"later\"")).doesNotContain("\"a.txt\"").contains("\"NOR\"");
        }
    }

    private static HttpResponse<String> answer(Deployment d, String path) throws Exception {
        return get(
                HttpClient.newHttpClient(), URI.create(d.application().page()).resolve(path));
    }

    /** Whether an instance has some of the partitions, and not all: it refuses to answer for the others. */
    private static boolean holdsAPart(Deployment d) throws Exception {
        int refused = 0;
        for (int partition = 0; partition < 4; partition++) {
            String body = "{\"question\":{\"ask\":\"MonthSums\"},\"partitions\":[%d]}".formatted(partition);
            URI ask = URI.create(d.application().page()).resolve("/internal/v1/ask");
            HttpRequest request = HttpRequest.newBuilder(ask)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            int status = HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .statusCode();
            refused += status == 503 ? 1 : 0;
        }
        return refused > 0 && refused < 4;
    }

    @Test
    void topicsThatDifferFromTheirDeclarationAreRefusedWithTheCure() throws Exception {
        try (Deployment d = deployment();
                Admin admin = Connection.to(bootstrapServers()).admin()) {
            Topics topics = new Topics(Catalogue.load(), "test" + PREFIXES.get(), 0);
            admin.createTopics(List.of(new NewTopic(topics.mentions().name(), 7, (short) 1)))
                    .all()
                    .get();

            assertThatThrownBy(d::start)
                    .isInstanceOf(UserError.class)
                    .hasMessageContainingAll(
                            topics.mentions().name(), "has 7 partitions, declared are 4", "topics.partitions=7");
        }
    }

    @Test
    void checkFindsEveryDifferenceFromTheDeclaration() throws Exception {
        Topics topics = new Topics(Catalogue.load(), "test" + PREFIXES.incrementAndGet(), 0);
        try (Admin admin = Connection.to(bootstrapServers()).admin()) {
            TopicAdmin topicAdmin = new TopicAdmin(admin, topics);
            assertThat(topicAdmin.check()).hasSize(topics.all().size()).allMatch(drift -> drift.problem()
                    .equals("is missing"));
            assertThat(topicAdmin.create()).hasSize(topics.all().size());
            assertThat(topicAdmin.create()).isEmpty();
            assertThat(topicAdmin.check()).isEmpty();

            ConfigResource raw = new ConfigResource(
                    ConfigResource.Type.TOPIC, topics.articlesRaw().name());
            AlterConfigOp smaller =
                    new AlterConfigOp(new ConfigEntry("max.message.bytes", "1000"), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(raw, List.of(smaller))).all().get();

            await().atMost(Deployment.PATIENCE).untilAsserted(() -> assertThat(topicAdmin.check())
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.toString())
                            .contains(raw.name(), "max.message.bytes is 1000, declared is", "set it with"))
                    .matches(TopicAdmin.Drift::fatal));
        }
    }

    private static HttpResponse<String> get(HttpClient client, URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Set<Integer> partitions(Deployment d, Topic<?> topic) {
        Set<Integer> partitions = new HashSet<>();
        records(d, topic).forEach(record -> partitions.add(record.partition()));
        return partitions;
    }

    private static long dataRecords(Deployment d, Topic<?> topic) {
        return records(d, topic).size();
    }

    private static List<ConsumerRecord<String, byte[]>> records(Deployment d, Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumer(d.application().client())) {
            List<TopicPartition> partitions = TopicReader.partitions(consumer, topic.name());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            TopicReader.to(consumer.endOffsets(partitions), consumer, records::add);
        }
        return records;
    }

    private static long endOffsets(Deployment d, Topic<?> topic) {
        try (Consumer<String, byte[]> consumer = consumer(d.application().client())) {
            return consumer.endOffsets(TopicReader.partitions(consumer, topic.name())).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private static Consumer<String, byte[]> consumer(Map<String, Object> client) {
        return new KafkaConsumer<>(
                TopicReader.committedOnly(client), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
