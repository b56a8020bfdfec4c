package kroniek.connect;

import static kroniek.connect.TaskHarness.article;
import static kroniek.connect.TaskHarness.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kroniek.article.InputForm;
import kroniek.article.Sha256;
import kroniek.connect.TaskHarness.Sent;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.HeaderConverter;
import org.apache.kafka.connect.storage.SimpleHeaderConverter;
import org.apache.kafka.connect.storage.StringConverter;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class ArticleSourceTaskTest {

    private static final String TEXT = " date 2026-03 De burgemeester van Gent opende dinsdag een brug.\n";
    private static final String EEN = "{\"id\":\"een\",\"date\":\"2026-03-02\",\"text\":\"De raad stemde.\"}";
    private static final String TWEE = "{\"id\":2,\"date\":\"2026-03-03\",\"text\":\"De club won.\"}";
    private static final String DRIE = "{\"id\":\"drie\",\"date\":\"2026-03-04\",\"text\":\"Het regende.\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Folder folder;

    @SuppressWarnings("NullAway.Init")
    private TaskHarness harness;

    @BeforeEach
    void prepare() {
        folder = Folder.at(directory);
        harness = new TaskHarness(directory);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    @Test
    void publishesTextsAndLinesInTheOrderOfTheirPaths() throws Exception {
        folder.write("b/twee.TXT", TEXT);
        folder.write("a.jsonl", EEN + "\n\n  \r\n" + TWEE + "\r\n");
        folder.write("c.txt", "");
        assertThat(harness.start().pass())
                .containsExactly(
                        article("een", EEN), article("2", TWEE), article("b/twee.TXT", TEXT), article("c.txt", ""));
    }

    @Test
    void publishesCompressedFilesDecompressed() throws Exception {
        folder.write("a.jsonl.gz", Folder.gzip(EEN + "\n" + TWEE));
        folder.write("b.txt.gz", Folder.gzip(TEXT));
        assertThat(harness.start().pass())
                .containsExactly(article("een", EEN), article("2", TWEE), article("b.txt.gz", TEXT));
    }

    @Test
    void namesALineWithoutAnIdAfterItsFileAndItsHash() throws Exception {
        String noId = "{\"date\":\"2026-03-02\"}";
        String broken = "{\"id\":\"een\",";
        folder.write("map/a.jsonl", noId + "\n" + broken + "\n");
        assertThat(harness.start().pass())
                .containsExactly(
                        article(lineId("map/a.jsonl", noId), noId), article(lineId("map/a.jsonl", broken), broken));
    }

    private static String lineId(String path, String line) {
        return path + "#" + sha256(line).substring(0, 16);
    }

    private static String sha256(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsInPlainHeadersWhereAnArticleComesFrom() throws Exception {
        Path file = folder.write("map/een twee.txt", TEXT);
        folder.write("z.jsonl", "{\"id\":\"12\"}\n");
        List<SourceRecord> polled = new ArrayList<>();
        harness.start();
        while (polled.size() < 2) {
            polled.addAll(Optional.ofNullable(harness.task().poll()).orElse(List.of()));
        }
        Map<String, String> expected = Map.of(
                "kroniek.file",
                "map/een twee.txt",
                "kroniek.uri",
                file.toRealPath().toUri().toString(),
                "kroniek.size",
                Integer.toString(TEXT.length()),
                "kroniek.modified",
                "2026-11-23T11:00:01Z",
                "kroniek.sha256",
                sha256(TEXT),
                "kroniek.format",
                "text");
        for (HeaderConverter converter : List.of(new StringConverter(), new SimpleHeaderConverter())) {
            assertThat(headers(polled.get(0), converter)).isEqualTo(expected);
            assertThat(headers(polled.get(1), converter))
                    .containsEntry("kroniek.format", "json")
                    .containsEntry("kroniek.size", "11");
        }
    }

    private static Map<String, String> headers(SourceRecord polled, HeaderConverter converter) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : polled.headers()) {
            byte[] bytes = converter.fromConnectHeader(polled.topic(), header.key(), header.schema(), header.value());
            headers.put(header.key(), new String(bytes, StandardCharsets.UTF_8));
        }
        return headers;
    }

    @Test
    void publishesNothingTwiceAlsoAfterARestart() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE);
        folder.write("b.txt", TEXT);
        assertThat(harness.start().pass()).hasSize(3);
        assertThat(harness.pass()).isEmpty();
        harness.restart();
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.progress().unchanged()).isEqualTo(2);
    }

    @Test
    void doesNotOpenAFileThatLooksAsBefore() throws Exception {
        folder.write("a.jsonl", EEN + "\n");
        folder.write("b.txt", TEXT);
        harness.start().pass();
        // The same size and time, other content: only who opens the file can see it.
        String other = TEXT.replace("Gent", "Luik");
        Files.writeString(directory.resolve("b.txt"), other);
        folder.setModified("b.txt", TaskHarness.NOW.minus(Duration.ofHours(1)).plusSeconds(2));
        assertThat(harness.pass()).isEmpty();
        harness.restart();
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void publishesNothingOfAFileThatWasOnlyTouched() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE);
        folder.write("b.txt", TEXT);
        harness.start().pass();
        folder.touch("a.jsonl");
        folder.touch("b.txt");
        assertThat(harness.pass()).isEmpty();
        harness.restart();
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.progress().unchanged()).isEqualTo(2);
    }

    @Test
    void publishesAChangedTextUnderTheSameId() throws Exception {
        folder.write("b.txt", TEXT);
        harness.start().pass();
        folder.write("b.txt", TEXT + "Verbeterd.");
        assertThat(harness.pass()).containsExactly(article("b.txt", TEXT + "Verbeterd."));
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void publishesOnlyWhatIsNewOfLinesThatGrew() throws Exception {
        folder.write("a.jsonl", EEN + "\n");
        harness.start().pass();
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        assertThat(harness.pass()).containsExactly(article("2", TWEE));
        harness.restart();
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n\n" + DRIE + "\n");
        assertThat(harness.pass()).containsExactly(article("drie", DRIE));
    }

    @Test
    void publishesOnlyWhatIsNewOfCompressedLinesThatGrew() throws Exception {
        folder.write("a.jsonl.gz", Folder.gzip(EEN + "\n"));
        harness.start().pass();
        harness.restart();
        folder.write("a.jsonl.gz", Folder.gzip(EEN + "\n" + TWEE + "\n"));
        assertThat(harness.pass()).containsExactly(article("2", TWEE));
    }

    @Test
    void readsALastLineAgainThatNoLineFeedEndedWhenItGrows() throws Exception {
        String half = DRIE.substring(0, 30);
        folder.write("a.jsonl", EEN + "\n" + half);
        assertThat(harness.start().pass()).containsExactly(article("een", EEN), article(lineId("a.jsonl", half), half));
        folder.write("a.jsonl", EEN + "\n" + DRIE);
        assertThat(harness.pass()).containsExactly(article("drie", DRIE));
        folder.write("a.jsonl", EEN + "\n" + DRIE + "\n" + TWEE);
        assertThat(harness.pass()).containsExactly(article("2", TWEE));
        harness.restart();
        folder.write("a.jsonl", EEN + "\n" + DRIE + "\n" + TWEE + "\r\n");
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void publishesTheOldLastLineAgainWhereAnotherOfItsIdCameBeforeIt() throws Exception {
        String newer = TWEE.replace("won", "verloor");
        folder.write("a.jsonl", EEN + "\n" + TWEE);
        harness.start().pass();
        folder.write("a.jsonl", EEN + "\n" + newer + "\n" + TWEE);
        assertThat(harness.pass()).containsExactly(article("2", newer), article("2", TWEE));
    }

    @Test
    void publishesEverythingOfLinesThatChangedOtherwise() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        harness.start().pass();
        folder.write("a.jsonl", DRIE + "\n" + TWEE + "\n");
        assertThat(harness.pass()).containsExactly(article("drie", DRIE), article("2", TWEE));
        folder.write("a.jsonl", DRIE + "\n");
        assertThat(harness.pass()).containsExactly(article("drie", DRIE));
        folder.write("a.jsonl", "");
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void goesOnAfterEveryPossibleKill() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n \n" + DRIE);
        folder.write("b.jsonl.gz", Folder.gzip("{\"id\":\"x\"}\n{\"id\":\"y\"}\n"));
        folder.write("c.txt", TEXT);
        folder.write("d.txt.gz", "geen gzip");
        folder.write("e.jsonl", oversized() + "\n{\"id\":\"e\"}\n" + oversized().replace('z', 'q'));
        List<Sent> all = allRecords();
        assertThat(all).hasSize(10);
        for (int committed = 0; committed <= all.size(); committed++) {
            try (TaskHarness killed = new TaskHarness(directory)) {
                assertThat(killed.start().pass(committed)).isEqualTo(all);
                killed.restart();
                assertThat(killed.pass())
                        .as("after %d records", committed)
                        .isEqualTo(all.subList(committed, all.size()));
                killed.restart();
                assertThat(killed.pass()).as("once more after %d", committed).isEmpty();
            }
        }
    }

    @Test
    void goesOnAfterEveryPossibleKillAmidChanges() throws Exception {
        List<Sent> all = afterChanges("whole", Integer.MAX_VALUE, false);
        assertThat(all).extracting(Sent::key).hasSize(9).contains("file:b.txt.gz", "file:c.txt.gz", "file:d.jsonl.gz");
        for (int committed = 0; committed <= all.size(); committed++) {
            assertThat(afterChanges("killed" + committed, committed, true))
                    .as("after %d records", committed)
                    .isEqualTo(all.subList(committed, all.size()));
        }
    }

    /** What is sent for some changes: by a pass that may be killed, or by the one after it. */
    private List<Sent> afterChanges(String name, int committed, boolean killed) throws Exception {
        Folder changing = Folder.at(Files.createDirectory(directory.resolve(name)));
        changing.write("a.jsonl", EEN + "\n" + oversized() + "\n" + TWEE + "\n");
        changing.write("b.txt.gz", "geen gzip");
        changing.write("c.txt.gz", "geen gzip");
        changing.write("d.jsonl.gz", Arrays.copyOf(Folder.gzip(EEN + "\n" + noise()), 4000));
        try (TaskHarness changed = new TaskHarness(changing.path())) {
            changed.start().pass();
            changing.write("a.jsonl", DRIE + "\n" + TWEE + "\n");
            changing.write("b.txt.gz", Folder.gzip(TEXT));
            changing.delete("c.txt.gz");
            changing.write("d.jsonl.gz", Folder.gzip(EEN + "\n" + noise() + "\n" + DRIE));
            List<Sent> sent = changed.pass(committed);
            if (killed) {
                changed.restart();
                sent = changed.pass();
            }
            changed.restart();
            assertThat(changed.pass()).isEmpty();
            assertThat(changed.table(TaskHarness.REJECTED)).isEmpty();
            return sent;
        }
    }

    private List<Sent> allRecords() throws InterruptedException {
        try (TaskHarness first = new TaskHarness(directory)) {
            return first.start().pass();
        }
    }

    @Test
    void givesTheSameRecordsHoweverSmallTheBatches() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n" + DRIE);
        folder.write("c.txt", TEXT);
        List<Sent> all = allRecords();
        assertThat(harness.with("batch.max.records", "1").start().pass()).isEqualTo(all);
        assertThat(Objects.requireNonNullElse(harness.task().poll(), List.of())).isEmpty();
    }

    @Test
    void boundsABatchByItsBytes() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n" + DRIE + "\n");
        harness.with("batch.max.bytes", Integer.toString(EEN.length() + 1)).start();
        assertThat(harness.task().poll()).hasSize(2);
        assertThat(harness.task().poll())
                .filteredOn(polled -> !TaskHarness.isNote(polled))
                .hasSize(1);
    }

    @Test
    void letsAYoungFileWait() throws Exception {
        folder.write("a.txt", TEXT);
        folder.write("b.txt", TEXT);
        folder.setModified("a.txt", TaskHarness.NOW.minusMillis(200));
        assertThat(harness.start().pass()).containsExactly(article("b.txt", TEXT));
        assertThat(harness.progress().waiting()).isEqualTo(1);
        harness.setNow(TaskHarness.NOW.plusMillis(50));
        assertThat(harness.pass()).containsExactly(article("a.txt", TEXT));
        assertThat(harness.progress().waiting()).isZero();
    }

    @Test
    void letsAFileWaitLongerThatGrowsWhileItWaits() throws Exception {
        folder.write("a.txt", TEXT);
        folder.setModified("a.txt", TaskHarness.NOW.minusMillis(200));
        assertThat(harness.start().pass()).isEmpty();
        folder.write("a.txt", TEXT + "En een tweede.");
        folder.setModified("a.txt", TaskHarness.NOW.plusMillis(100));
        harness.setNow(TaskHarness.NOW.plusMillis(500));
        assertThat(harness.pass()).isEmpty();
        harness.setNow(TaskHarness.NOW.plusMillis(1100));
        assertThat(harness.pass()).containsExactly(article("a.txt", TEXT + "En een tweede."));
    }

    @Test
    void letsEveryFileWaitLongerThatIsToBeDeleted() throws Exception {
        folder.write("a.txt", TEXT);
        folder.setModified("a.txt", TaskHarness.NOW.minusMillis(900));
        assertThat(harness.with("after.publishing", "delete").start().pass()).isEmpty();
        harness.setNow(TaskHarness.NOW.plusMillis(100));
        assertThat(harness.pass()).containsExactly(article("a.txt", TEXT));
    }

    @Test
    @Timeout(30)
    void findsANewFileLongBeforeTheNextScanWouldBeDue() throws Exception {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux tells at once what is new");
        harness.with("poll.interval.ms", "60000").start().pass();
        folder.write("a.txt", TEXT);
        assertThat(harness.pass()).containsExactly(article("a.txt", TEXT));
        folder.write("map/b.txt", TEXT);
        List<Sent> found = harness.pass();
        folder.write("map/c.txt", TEXT);
        found.addAll(harness.pass());
        assertThat(found).contains(article("map/c.txt", TEXT));
    }

    @Test
    @Timeout(30)
    void readsAYoungFileAsSoonAsItIsOldEnough() throws Exception {
        folder.write("a.txt", TEXT);
        folder.setModified("a.txt", TaskHarness.NOW.minusMillis(200));
        harness.with("poll.interval.ms", "60000").start();
        assertThat(harness.pass()).isEmpty();
        harness.setNow(TaskHarness.NOW.plusMillis(50));
        assertThat(harness.pass()).containsExactly(article("a.txt", TEXT));
    }

    @Test
    void doesNotWaitForATimeInTheFuture() throws Exception {
        folder.write("a.txt", TEXT);
        folder.setModified("a.txt", TaskHarness.NOW.plus(Duration.ofDays(1)));
        assertThat(harness.start().pass()).hasSize(1);
    }

    @Test
    void leavesTemporaryHiddenAndOtherFilesAlone() throws Exception {
        for (String name : List.of(
                "a.txt.tmp",
                "b.txt.part",
                "c.txt~",
                "~d.txt",
                ".e.txt",
                ".map/f.txt",
                "g.tmp/h.txt",
                "i.pdf",
                "txt",
                "j.gz")) {
            folder.write(name, TEXT);
        }
        assertThat(harness.start().pass()).isEmpty();
        assertThat(harness.progress().found()).isZero();
    }

    @Test
    void rejectsABrokenGzipAfterTheLinesThatCouldBeReadAndGoesOnWhenItIsWhole() throws Exception {
        byte[] whole = Folder.gzip(EEN + "\n" + TWEE + "\n" + noise());
        folder.write("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        folder.write("b.txt", TEXT);
        List<Sent> first = harness.start().pass();
        assertThat(first).extracting(Sent::key).containsExactly("een", "2", "file:a.jsonl.gz", "b.txt");
        assertThat(fields(first.get(2), "reason", "size", "truncated"))
                .containsExactly("broken-gzip", Integer.toString(whole.length / 2), "false");
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.progress().rejected()).isEqualTo(1);

        harness.restart();
        assertThat(harness.pass()).isEmpty();
        folder.write("a.jsonl.gz", whole);
        List<Sent> then = harness.pass();
        assertThat(then).hasSize(2).last().isEqualTo(withdrawn("file:a.jsonl.gz"));
        assertThat(harness.pass()).isEmpty();
    }

    /** A line that gzip cannot make much smaller. */
    private static String noise() {
        StringBuilder noise = new StringBuilder("{\"id\":\"ruis\",\"text\":\"");
        String hash = "";
        for (int i = 0; i < 200; i++) {
            hash = sha256(hash + i);
            noise.append(hash);
        }
        return noise.append("\"}").toString();
    }

    @Test
    void keepsWhatCanBeKeptOfAnOversizedText() throws Exception {
        String text = " date 2026-03 " + "z".repeat(InputForm.LARGEST_ARTICLE);
        folder.write("a.txt", text);
        List<Sent> sent = harness.start().pass();
        assertThat(sent).extracting(Sent::key).containsExactly("file:a.txt");
        JsonNode value = json(sent.get(0));
        assertThat(value.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(value.path("article").textValue()).isEqualTo("file:a.txt");
        assertThat(value.path("reason").textValue()).isEqualTo("too-large");
        assertThat(value.path("detail").textValue()).contains("16777216");
        assertThat(value.path("size").intValue()).isEqualTo(text.length());
        assertThat(value.path("sha256").textValue()).isEqualTo(sha256(text));
        assertThat(value.path("bytes").binaryValue())
                .isEqualTo(text.substring(0, 65_536).getBytes(StandardCharsets.UTF_8));
        assertThat(value.path("truncated").booleanValue()).isTrue();
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void publishesATextOfExactlyTheLimit() throws Exception {
        folder.write("a.txt", "z".repeat(InputForm.LARGEST_ARTICLE));
        assertThat(harness.start().pass()).extracting(Sent::topic).containsExactly(TaskHarness.TOPIC);
    }

    @Test
    void rejectsAnOversizedLineAloneAndTakesThatBackWhenItIsGone() throws Exception {
        String line = oversized();
        String key = "file:" + lineId("a.jsonl", line);
        folder.write("a.jsonl", EEN + "\n" + line + "\n" + TWEE + "\n");
        List<Sent> sent = harness.start().pass();
        assertThat(sent).extracting(Sent::key).containsExactlyInAnyOrder("een", key, "2");
        JsonNode value =
                json(sent.stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow());
        assertThat(value.path("article").textValue()).isEqualTo(key);
        assertThat(value.path("sha256").textValue()).isEqualTo(sha256(line));
        assertThat(value.path("size").intValue()).isEqualTo(line.length());
        assertThat(value.path("detail").textValue()).contains("Line 2 of a.jsonl");

        harness.restart();
        folder.write("a.jsonl", EEN + "\n" + line + "\n" + TWEE + "\n" + DRIE + "\n");
        assertThat(harness.pass()).as("it is still there").containsExactly(article("drie", DRIE));
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        assertThat(harness.pass()).containsExactly(article("een", EEN), withdrawn(key), article("2", TWEE));
    }

    private static String oversized() {
        return "{\"text\":\"" + "z".repeat(InputForm.LARGEST_ARTICLE) + "\"}";
    }

    @Test
    void takesTheRejectionsOfAFileBackThatIsGoneAlsoIfItWentWhileNobodyLooked() throws Exception {
        folder.write("a.txt.gz", "geen gzip");
        folder.write("b.jsonl", oversized() + "\n" + EEN + "\n");
        harness.start().pass();
        harness.close();
        folder.delete("a.txt.gz");
        folder.delete("b.jsonl");
        harness.start();
        assertThat(harness.pass())
                .containsExactly(withdrawn("file:a.txt.gz"), withdrawn("file:" + lineId("b.jsonl", oversized())));
        harness.restart();
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void rejectsWhatBearsAnArticlesNameAndIsNoFile() throws Exception {
        Path outside = Files.createDirectory(directory.resolveSibling(directory.getFileName() + "-outside"));
        Files.writeString(outside.resolve("x.txt"), TEXT);
        link("link.txt", outside.resolve("x.txt"));
        link("dangling.txt", directory.resolve("nowhere.txt"));
        link("loop", directory);
        link("picture.png", outside.resolve("x.txt"));
        List<Sent> sent = harness.start().pass();
        assertThat(sent).extracting(Sent::key).containsExactly("file:dangling.txt", "file:link.txt", "file:loop");
        assertThat(sent).allSatisfy(record -> assertThat(fields(record, "reason", "size"))
                .containsExactly("unreadable", "0"));
        assertThat(harness.pass()).isEmpty();

        folder.delete("link.txt");
        folder.write("link.txt", TEXT);
        assertThat(harness.pass()).containsExactly(article("link.txt", TEXT), withdrawn("file:link.txt"));
        Files.delete(outside.resolve("x.txt"));
        Files.delete(outside);
    }

    @Test
    void doesNotHangOnASocketThatBearsAnArticlesName() throws Exception {
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(directory.resolve("a.txt")));
            folder.write("b.txt", TEXT);
            assertThat(harness.start().pass()).extracting(Sent::key).containsExactly("file:a.txt", "b.txt");
        }
        Files.delete(directory.resolve("a.txt"));
        assertThat(harness.pass()).containsExactly(withdrawn("file:a.txt"));
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(directory.resolve(name), target);
    }

    @Test
    void rejectsAFileThatMayNotBeReadAndReadsItAsSoonAsItMay() throws Exception {
        Path file = folder.write("a.txt", TEXT);
        folder.write("b.txt", TEXT);
        assertThat(file.toFile().setReadable(false, false)).isTrue();
        Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything, so no file is unreadable");
        assertThat(harness.start().pass()).extracting(Sent::key).containsExactly("file:a.txt", "b.txt");
        assertThat(harness.pass()).isEmpty();
        assertThat(file.toFile().setReadable(true, false)).isTrue();
        assertThat(harness.pass()).containsExactly(article("a.txt", TEXT), withdrawn("file:a.txt"));
    }

    @Test
    void readsAFolderWhoseNameEndsInTxt() throws Exception {
        folder.write("jaar.txt/a.txt", TEXT);
        assertThat(harness.start().pass()).containsExactly(article("jaar.txt/a.txt", TEXT));
    }

    @Test
    void rejectsANameThatCannotBeRead() throws Exception {
        folder.write("a\uFFFD.txt", TEXT);
        assertThat(harness.start().pass()).extracting(Sent::topic).containsExactly(TaskHarness.REJECTED);
    }

    @Test
    void lastFileWinsWhereTwoUseOneIdAndAWarningNamesBoth() throws Exception {
        String other = EEN.replace("stemde", "zweeg");
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        folder.write("b.jsonl", other + "\n" + TWEE + "\n");
        List<String> warnings = warningsOf(() -> assertThat(harness.start().pass())
                .containsExactly(article("een", EEN), article("2", TWEE), article("een", other), article("2", TWEE)));
        assertThat(warnings).as("once for the two files").hasSize(1);
        assertThat(warnings.get(0)).contains("Article een is in a.jsonl and in b.jsonl");
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void doesNotWarnOfTwoFilesWhereOneWasRenamed() throws Exception {
        Path file = folder.write("a.jsonl", EEN + "\n");
        harness.start().pass();
        Files.move(file, directory.resolve("b.jsonl"));
        assertThat(warningsOf(() -> assertThat(harness.pass()).containsExactly(article("een", EEN))))
                .isEmpty();
    }

    private static List<String> warningsOf(ThrowableAssert.ThrowingCallable action) {
        Logger logger = (Logger) LoggerFactory.getLogger(IdOwners.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        Level before = logger.getLevel();
        logger.setLevel(Level.WARN);
        try {
            assertThatCode(action).doesNotThrowAnyException();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(heard);
        }
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void forgetsNothingOfAFileThatComesBack() throws Exception {
        Path file = folder.write("a.txt", TEXT);
        harness.start().pass();
        Path away = directory.resolve(".weg");
        Files.move(file, away);
        assertThat(harness.pass()).isEmpty();
        Files.move(away, file);
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void waitsForAFolderThatIsAwayForAWhile() throws Exception {
        Path watched = Files.createDirectory(directory.resolve("in"));
        Folder.at(watched).write("a.txt", TEXT);
        try (TaskHarness away = new TaskHarness(watched)) {
            away.start().pass();
            Files.move(watched, directory.resolve("weg"));
            SourceProgress before = away.progress();
            assertThat(Objects.requireNonNullElse(away.task().poll(), List.of()))
                    .isEmpty();
            assertThat(Objects.requireNonNullElse(away.task().poll(), List.of()))
                    .isEmpty();
            assertThat(away.progress()).isEqualTo(before);
            Files.writeString(watched, "een bestand op de plaats van de map");
            assertThat(Objects.requireNonNullElse(away.task().poll(), List.of()))
                    .isEmpty();
            Files.delete(watched);
            Files.move(directory.resolve("weg"), watched);
            assertThat(away.pass()).isEmpty();
        }
    }

    @Test
    void refusesToStartWithoutItsFolder() {
        folder.write("bestand", "geen map");
        for (String name : List.of("nergens", "bestand")) {
            TaskHarness nowhere = new TaskHarness(directory.resolve(name));
            assertThatThrownBy(nowhere::start)
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining(name)
                    .hasMessageContaining("create it");
        }
    }

    @Test
    void asksForOffsetsInBulk() throws Exception {
        for (int i = 0; i < 300; i++) {
            folder.write("map" + i % 7 + "/" + i + ".txt", TEXT);
        }
        assertThat(harness.start().pass()).hasSize(300);
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.questions())
                .as("one for what is rejected, one for the files")
                .isEqualTo(2);
    }

    @Test
    void stopEndsAPollThatWaits() throws Exception {
        harness.with("poll.interval.ms", "60000").start().pass();
        ArticleSourceTask task = harness.task();
        CompletableFuture<Boolean> idle = CompletableFuture.supplyAsync(() -> polledNothing(task));
        task.stop();
        assertThat(idle.get(10, TimeUnit.SECONDS)).isTrue();
    }

    private static boolean polledNothing(ArticleSourceTask task) {
        try {
            return task.poll() == null;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void countsWhatItDoes() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        folder.write("b.txt.gz", "geen gzip");
        folder.write("c.txt", TEXT);
        folder.setModified("c.txt", TaskHarness.NOW);
        harness.start();
        assertThat(harness.progress()).isEqualTo(new SourceProgress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        harness.pass(0);
        SourceProgress sent = harness.progress();
        assertThat(sent)
                .as("nothing acknowledged")
                .isEqualTo(new SourceProgress(1, 1, 3, 0, 1, 1, 1, 0, 0, 0, 3, 3, 0, 5, 0));
        harness.restart();
        harness.pass();
        assertThat(harness.progress()).isEqualTo(new SourceProgress(1, 1, 3, 0, 1, 1, 1, 0, 2, 1, 0, 3, 0, 0, 0));
        assertThat(harness.progress().isSettledSince(0)).as("one file waits").isFalse();
        harness.setNow(TaskHarness.NOW.plusSeconds(2));
        harness.pass();
        assertThat(harness.progress()).isEqualTo(new SourceProgress(2, 2, 3, 1, 0, 1, 1, 0, 3, 1, 0, 3, 0, 0, 0));
        assertThat(harness.progress().isSettledSince(1)).isTrue();
        assertThat(harness.progress().isSettledSince(2)).isFalse();
        harness.close();
        assertThat(SourceProgress.of(TaskHarness.CONNECTOR)).isEmpty();
    }

    private static List<String> fields(Sent sent, String... names) {
        JsonNode value = json(sent);
        return Arrays.stream(names).map(name -> value.path(name).asText()).toList();
    }

    @Test
    void aTaskThatConnectGaveUpOnDoesNotTakeTheCountersOfItsSuccessor() throws Exception {
        ArticleSourceTask late = harness.start().task();
        harness.start().pass();
        late.stop();
        assertThat(harness.progress().scansEnded()).isEqualTo(1);
    }

    private static JsonNode json(Sent sent) {
        try {
            byte[] value = Objects.requireNonNull(sent.value()).getBytes(StandardCharsets.ISO_8859_1);
            return new ObjectMapper().readTree(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
