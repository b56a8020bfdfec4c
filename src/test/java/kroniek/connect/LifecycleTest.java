package kroniek.connect;

import static kroniek.connect.TaskHarness.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kroniek.article.Sha256;
import kroniek.domain.FileNote;
import kroniek.domain.FileNote.Fate;
import kroniek.domain.FileNote.State;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a file, and what the topic of files says of it. */
class LifecycleTest {

    private static final String TEXT = " date 2026-03 De burgemeester van Gent opende dinsdag een brug.\n";
    private static final String EEN = "{\"id\":\"een\",\"date\":\"2026-03-02\",\"text\":\"De raad stemde.\"}";
    private static final String TWEE = "{\"id\":\"twee\",\"date\":\"2026-03-03\",\"text\":\"De club won.\"}";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path watched;

    @SuppressWarnings("NullAway.Init")
    private Path archive;

    @SuppressWarnings("NullAway.Init")
    private Path aside;

    @SuppressWarnings("NullAway.Init")
    private Folder folder;

    @SuppressWarnings("NullAway.Init")
    private TaskHarness harness;

    @BeforeEach
    void prepare() throws IOException {
        watched = Files.createDirectory(directory.toRealPath().resolve("in"));
        archive = watched.resolveSibling("archief");
        aside = watched.resolveSibling("afgewezen");
        folder = Folder.at(watched);
        harness = new TaskHarness(watched);
    }

    @AfterEach
    void stop() {
        harness.close();
    }

    private TaskHarness after(String wish) {
        harness.with("after.publishing", wish);
        return wish.startsWith("move") ? harness.with("archive.folder", archive.toString()) : harness;
    }

    private FileNote note(String path) {
        return Objects.requireNonNull(harness.notes().get(path), path);
    }

    private static List<String> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Lets a scan notice what is missing, and one that is late enough be certain of it. */
    private List<TaskHarness.Sent> twoPasses() throws InterruptedException {
        harness.pass();
        harness.setNow(TaskHarness.NOW.plus(Duration.ofSeconds(2)));
        return harness.pass();
    }

    @Test
    void aPublishedFileIsNotedWithItsHashAndWhereItsLastArticleStands() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE);
        harness.start().pass();
        FileNote note = note("a.jsonl");
        assertThat(harness.states("a.jsonl")).containsExactly(State.FOUND, State.PUBLISHED);
        assertThat(note.since()).isEqualTo(TaskHarness.NOW);
        assertThat(note.look().size()).isEqualTo(Files.size(watched.resolve("a.jsonl")));
        assertThat(note.position()).isEqualTo(new FileNote.Position(TaskHarness.TOPIC, 0, 1));
        assertThat(note.fate()).isEqualTo(Fate.KEPT);
        assertThat(in(watched)).containsExactly("a.jsonl");
    }

    @Test
    void theHashOfATextIsThatOfItsContent() throws Exception {
        folder.write("b.txt.gz", Folder.gzip(TEXT));
        harness.start().pass();
        assertThat(note("b.txt.gz").look().sha256()).isEqualTo(Sha256.of(TEXT.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aYoungFileWaitsAndAChangedOneIsCalledSoUntilItIsPublishedAgain() throws Exception {
        folder.write("b.txt", TEXT);
        folder.setModified("b.txt", TaskHarness.NOW);
        harness.start().pass();
        assertThat(note("b.txt").state()).isEqualTo(State.WAITING);
        harness.pass();
        harness.setNow(TaskHarness.NOW.plusSeconds(2));
        harness.pass();
        folder.write("b.txt", TEXT + "Verbeterd.");
        harness.pass();
        assertThat(harness.states("b.txt"))
                .containsExactly(State.WAITING, State.PUBLISHED, State.CHANGED, State.PUBLISHED);
    }

    @Test
    void nothingIsNotedTwiceAlsoAfterARestart() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt.gz", "geen gzip");
        harness.with("rejected.folder", aside.toString()).start().pass();
        List<State> told = harness.states("c.txt.gz");
        harness.pass();
        harness.restart();
        harness.pass();
        assertThat(harness.states("b.txt")).containsExactly(State.FOUND, State.PUBLISHED);
        assertThat(harness.states("c.txt.gz")).isEqualTo(told);
    }

    @Test
    void aNoteThatACrashPreventedIsWrittenAfterwards() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt.gz", "geen gzip");
        harness.start().pass();
        harness.forgetNotes("b.txt");
        harness.forgetNotes("c.txt.gz");
        harness.restart();
        assertThat(harness.pass()).isEmpty();
        assertThat(note("b.txt").state()).isEqualTo(State.PUBLISHED);
        assertThat(note("b.txt").position()).as("forgotten").isNull();
        assertThat(note("c.txt.gz").state()).isEqualTo(State.REJECTED);
        assertThat(Objects.requireNonNull(note("c.txt.gz").fault()).reason()).isEqualTo("broken-gzip");
    }

    @Test
    void aFileIsMovedOnlyAfterEverythingInItIsCommitted() throws Exception {
        folder.write("map/a.jsonl", EEN + "\n" + TWEE + "\n");
        after("move").with("batch.max.records", "1").start();
        List<SourceRecord> polled = new java.util.ArrayList<>();
        while (polled.stream().filter(one -> !TaskHarness.isNote(one)).count() < 2) {
            polled.addAll(Optional.ofNullable(harness.task().poll()).orElse(List.of()));
        }
        for (int i = 0; i < 5; i++) {
            polled.addAll(Optional.ofNullable(harness.task().poll()).orElse(List.of()));
        }
        assertThat(in(watched)).as("nothing is committed").containsExactly("map/a.jsonl");
        assertThat(polled).as("two lines, and that it was found").hasSize(3);
        harness.commit(polled.get(0));
        assertThat(harness.task().poll()).isNull();
        assertThat(in(watched)).as("one line is committed").containsExactly("map/a.jsonl");
        polled.subList(1, polled.size()).forEach(harness::commit);
        SourceRecord intent = Objects.requireNonNull(harness.task().poll()).get(0);
        assertThat(Objects.requireNonNull(((FileRecord) intent).note()).fate()).isEqualTo(Fate.TO_BE_MOVED);
        harness.task().poll();
        assertThat(in(watched)).as("the note is not committed").containsExactly("map/a.jsonl");
        harness.commit(intent);
        harness.poll();
        assertThat(in(watched)).isEmpty();
        assertThat(in(archive)).containsExactly("map/a.jsonl");
        assertThat(note("map/a.jsonl").fate()).isEqualTo(Fate.MOVED);
        assertThat(note("map/a.jsonl").target())
                .isEqualTo(archive.resolve("map/a.jsonl").toString());
        assertThat(harness.progress().isSettledSince(0)).isTrue();
    }

    @Test
    void whatIsMovedByDateGoesUnderTheDayOfItsPublication() throws Exception {
        folder.write("map/b.txt", TEXT);
        after("move-by-date").start().pass();
        assertThat(in(archive)).containsExactly("2026/11/23/map/b.txt");
        assertThat(in(watched)).isEmpty();
    }

    @Test
    void aDeletedFileIsGoneAndNothingElse() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("leeg.jsonl", "\n");
        folder.write("notes.md", "geen artikel");
        after("delete").start();
        assertThat(harness.pass()).containsExactly(article("b.txt", TEXT));
        assertThat(in(watched)).containsExactly("notes.md");
        assertThat(note("b.txt").fate()).isEqualTo(Fate.DELETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"move", "move-by-date", "delete"})
    void whatTheConnectorTookAwayIsNeitherGoneNorWithdrawn(String wish) throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt.gz", "geen gzip, blijft");
        after(wish).with("after.vanishing", "withdraw").start().pass();
        assertThat(twoPasses()).isEmpty();
        harness.restart();
        assertThat(twoPasses()).isEmpty();
        assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("b.txt");
        assertThat(harness.states("b.txt")).doesNotContain(State.GONE);
    }

    @Test
    void nothingThatLiesInTheArchiveIsOverwrittenAndTheSameBytesAreNotPutThereTwice() throws Exception {
        Files.createDirectories(archive);
        Files.writeString(archive.resolve("b.txt"), "van een ander");
        Files.createDirectory(archive.resolve("b-2.txt"));
        folder.write("b.txt", TEXT);
        after("move").start().pass();
        assertThat(archive.resolve("b.txt")).hasContent("van een ander");
        assertThat(archive.resolve("b-3.txt")).hasContent(TEXT);
        folder.write("b.txt", TEXT);
        assertThat(harness.pass()).as("published before").isEmpty();
        assertThat(in(watched)).isEmpty();
        assertThat(in(archive)).containsExactly("b-3.txt", "b.txt");
    }

    @Test
    void aFileThatACrashKeptFromBeingMovedIsMovedAfterARestartAndNotPublishedAgain() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt", TEXT + "Nog een.");
        after("move").start().pass(2);
        assertThat(in(watched)).as("committed, not noted").containsExactly("b.txt", "c.txt");
        harness.restart();
        assertThat(harness.pass()).isEmpty();
        assertThat(in(watched)).isEmpty();
        assertThat(in(archive)).containsExactly("b.txt", "c.txt");
    }

    @Test
    void aMoveThatACrashInterruptedIsCompleted() throws Exception {
        folder.write("b.txt", TEXT);
        after("move").start().pass(1);
        // The file was linked into the archive, and then the machine stopped.
        Files.createLink(archive.resolve("b.txt"), watched.resolve("b.txt"));
        harness.restart();
        harness.pass();
        assertThat(in(watched)).isEmpty();
        assertThat(in(archive)).containsExactly("b.txt");
    }

    @Test
    void aMoveThatACrashKeptFromBeingNotedIsNotTakenForVanishing() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt.gz", "geen gzip, blijft");
        after("move").with("after.vanishing", "withdraw").start();
        while (!harness.notes().containsKey("b.txt") || note("b.txt").fate() != Fate.TO_BE_MOVED) {
            harness.poll();
        }
        Files.move(watched.resolve("b.txt"), archive.resolve("b.txt"));
        harness.restart();
        assertThat(twoPasses()).isEmpty();
        assertThat(note("b.txt").fate()).isEqualTo(Fate.MOVED);
        assertThat(note("b.txt").target()).isEqualTo(archive.resolve("b.txt").toString());
        assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("b.txt");
    }

    @Test
    void aFileThatChangedAfterItWasPublishedIsNotMovedButPublishedFirst() throws Exception {
        folder.write("b.txt", TEXT);
        after("move").start();
        while (!harness.notes().containsKey("b.txt") || note("b.txt").fate() != Fate.TO_BE_MOVED) {
            for (SourceRecord polled :
                    Optional.ofNullable(harness.task().poll()).orElse(List.of())) {
                harness.commit(polled);
            }
        }
        folder.write("b.txt", TEXT + "Verbeterd.");
        List<TaskHarness.Sent> sent = harness.poll();
        assertThat(in(watched)).containsExactly("b.txt");
        sent.addAll(harness.pass());
        assertThat(sent).containsExactly(article("b.txt", TEXT + "Verbeterd."));
        assertThat(in(watched)).isEmpty();
        assertThat(archive.resolve("b.txt")).hasContent(TEXT + "Verbeterd.");
    }

    @Test
    void aFileWithARejectedLineStays() throws Exception {
        String large = "x".repeat(kroniek.article.InputForm.LARGEST_ARTICLE + 1);
        folder.write("a.jsonl", EEN + "\n" + large + "\n" + TWEE + "\n");
        after("delete").with("rejected.folder", aside.toString()).start().pass();
        assertThat(in(watched)).containsExactly("a.jsonl");
        assertThat(in(aside)).containsExactly("a.jsonl", "a.jsonl.reason.txt");
        assertThat(aside.resolve("a.jsonl.reason.txt")).content().contains("too-large", "split");
        assertThat(note("a.jsonl").state()).isEqualTo(State.PUBLISHED);
        assertThat(Objects.requireNonNull(note("a.jsonl").fault()).reason()).isEqualTo("too-large");
    }

    @Test
    void aRejectedFileIsCopiedAsideWithItsReasonAndStays() throws Exception {
        Files.createDirectories(aside.resolve("map"));
        Files.writeString(aside.resolve("map/c.txt.gz"), "van een ander");
        folder.write("map/c.txt.gz", "geen gzip");
        after("move").with("rejected.folder", aside.toString()).start().pass();
        assertThat(in(watched)).containsExactly("map/c.txt.gz");
        assertThat(in(aside)).containsExactly("map/c-2.txt.gz", "map/c-2.txt.gz.reason.txt", "map/c.txt.gz");
        assertThat(aside.resolve("map/c-2.txt.gz")).hasContent("geen gzip");
        assertThat(aside.resolve("map/c-2.txt.gz.reason.txt"))
                .content()
                .contains("broken-gzip", watched.resolve("map/c.txt.gz").toString(), "Put a mended one in its place");
        assertThat(note("map/c.txt.gz").fate()).isEqualTo(Fate.COPIED);
        harness.forgetNotes("map/c.txt.gz");
        harness.restart();
        harness.pass();
        assertThat(in(aside))
                .as("the words are others after a restart, the copy is the same")
                .hasSizeLessThan(6);
    }

    @Test
    void whatCannotBeReadIsExplainedThoughItCannotBeCopied() throws Exception {
        Files.createSymbolicLink(watched.resolve("link.txt"), directory.resolve("elders.txt"));
        harness.with("rejected.folder", aside.toString()).start().pass();
        assertThat(in(aside)).containsExactly("link.txt.reason.txt");
        assertThat(aside.resolve("link.txt.reason.txt")).content().contains("symbolic link", "no copy of it");
    }

    @Test
    void aMoveThatFailsLeavesTheFileAndIsTriedAgain() throws Exception {
        folder.write("b.txt", TEXT);
        after("move").start();
        Files.delete(archive);
        harness.pass();
        assertThat(in(watched)).containsExactly("b.txt");
        assertThat(note("b.txt").fate()).isEqualTo(Fate.TO_BE_MOVED);
        assertThat(harness.progress().isSettledSince(0))
                .as("a program that waits for idle ends")
                .isTrue();
        Files.createDirectory(archive);
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.pass()).isEmpty();
        assertThat(in(archive)).containsExactly("b.txt");
    }

    @Test
    void aFolderInTheArchiveThatLeadsBackIsNotFollowed() throws Exception {
        folder.write("map/b.txt", TEXT);
        after("move").start();
        Files.createSymbolicLink(archive.resolve("map"), Files.createDirectory(watched.resolve("elders")));
        harness.pass();
        assertThat(in(watched)).containsExactly("map/b.txt");
    }

    @Test
    void aFileThatVanishesKeepsItsArticleAndIsNotedAsGone() throws Exception {
        folder.write("b.txt", TEXT);
        harness.start().pass();
        folder.delete("b.txt");
        assertThat(twoPasses()).isEmpty();
        assertThat(note("b.txt").state()).isEqualTo(State.GONE);
        assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("b.txt");
    }

    @Test
    void withdrawingTakesTheArticlesOfAFileThatVanishedAndNoOthers() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        folder.write("b.txt", TEXT);
        folder.write("c.jsonl", TWEE + "\n");
        harness.with("after.vanishing", "withdraw").start().pass();
        folder.delete("a.jsonl");
        folder.delete("b.txt");
        assertThat(twoPasses())
                .containsExactlyInAnyOrder(
                        new TaskHarness.Sent(TaskHarness.TOPIC, "een", null),
                        new TaskHarness.Sent(TaskHarness.TOPIC, "b.txt", null));
        assertThat(harness.table(TaskHarness.TOPIC)).as("c.jsonl has it too").containsOnlyKeys("twee");
        assertThat(note("a.jsonl").state()).isEqualTo(State.GONE);
        assertThat(note("a.jsonl").withdrawn()).isEqualTo(1);
        harness.restart();
        assertThat(harness.pass()).isEmpty();
    }

    @Test
    void aFileThatVanishedWhileNobodyLookedIsNoticedAtTheNextStart() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt", TEXT + "Nog een.");
        harness.with("after.vanishing", "withdraw").start().pass();
        harness.close();
        folder.delete("b.txt");
        harness.start();
        assertThat(twoPasses()).containsExactly(new TaskHarness.Sent(TaskHarness.TOPIC, "b.txt", null));
    }

    @Test
    void aRenamedFileOfLinesKeepsItsArticles() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        harness.with("after.vanishing", "withdraw").start().pass();
        Files.move(watched.resolve("a.jsonl"), watched.resolve("z.jsonl"));
        harness.pass();
        harness.setNow(TaskHarness.NOW.plusSeconds(2));
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("een", "twee");
        assertThat(note("a.jsonl").withdrawn()).isZero();

        Files.move(watched.resolve("z.jsonl"), watched.resolve("a.jsonl"));
        twoPasses();
        assertThat(harness.table(TaskHarness.TOPIC)).as("and back").containsOnlyKeys("een", "twee");
        assertThat(note("z.jsonl").withdrawn()).isZero();
    }

    @Test
    void aFileThatComesBackAfterItsWithdrawalIsPublishedAgain() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.jsonl", EEN + "\n");
        folder.write("d.txt", "blijft");
        harness.with("after.vanishing", "withdraw").start().pass();
        Instant written = Files.getLastModifiedTime(watched.resolve("b.txt")).toInstant();
        folder.delete("b.txt");
        folder.delete("c.jsonl");
        twoPasses();
        folder.write("b.txt", TEXT);
        folder.setModified("b.txt", written);
        folder.write("c.jsonl", EEN + "\n");
        harness.restart();
        assertThat(harness.pass()).containsExactly(article("b.txt", TEXT), article("een", EEN));
        assertThat(note("b.txt").state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void aFileThatIsAwayForAMomentIsNotWithdrawn() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt", TEXT + "Nog een.");
        harness.with("after.vanishing", "withdraw").start().pass();
        Files.move(watched.resolve("b.txt"), directory.resolve("b.txt"));
        harness.pass();
        assertThat(harness.progress().missing()).isEqualTo(1);
        Files.move(directory.resolve("b.txt"), watched.resolve("b.txt"));
        assertThat(twoPasses()).isEmpty();
        assertThat(harness.states("b.txt")).doesNotContain(State.GONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void aClockThatIsSetNeitherHastensNorHindersThatAFileIsGone(long seconds) throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("c.txt", TEXT + "Nog een.");
        harness.with("after.vanishing", "withdraw").start().pass();
        folder.delete("b.txt");
        harness.pass();
        harness.setClock(Duration.ofSeconds(seconds));
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.progress().missing()).isEqualTo(1);
        assertThat(twoPasses()).containsExactly(new TaskHarness.Sent(TaskHarness.TOPIC, "b.txt", null));
        assertThat(harness.progress().missing()).isZero();
    }

    @Test
    void aFileWhoseNameAFolderHasTakenIsGone() throws Exception {
        folder.write("b.txt", TEXT);
        harness.with("after.vanishing", "withdraw").start().pass();
        folder.delete("b.txt");
        folder.write("b.txt/c.txt", TEXT);
        assertThat(harness.pass()).containsExactly(article("b.txt/c.txt", TEXT));
        assertThat(twoPasses()).containsExactly(new TaskHarness.Sent(TaskHarness.TOPIC, "b.txt", null));
        assertThat(note("b.txt").state()).isEqualTo(State.GONE);
    }

    @Test
    void onlyAFileOfExactlyThatNameIsThere() throws Exception {
        folder.write("map/A.txt", TEXT);
        assertThat(FolderScan.isThere(watched, "map/A.txt")).isTrue();
        assertThat(FolderScan.isThere(watched, "map/a.txt")).isFalse();
        assertThat(FolderScan.isThere(watched, "Map/A.txt")).isFalse();
        assertThat(FolderScan.isThere(watched, "map")).isFalse();
        // What a file system answers that finds a file under another spelling too.
        assertThat(FolderScan.isAmong("caf\u00e9.txt", Stream.of("A.txt", "caf\u00e9.txt")))
                .isTrue();
        assertThat(FolderScan.isAmong("a.txt", Stream.of("A.txt"))).isFalse();
        assertThat(FolderScan.isAmong("cafe\u0301.txt", Stream.of("caf\u00e9.txt")))
                .isFalse();
    }

    @Test
    void aFolderThatVanishesAsAWholeOrIsEmptyWithdrawsNothing() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("schijf/c.txt", TEXT + "Nog een.");
        harness.with("after.vanishing", "withdraw").start().pass();
        // The disk below the watched folder is unmounted: its mount point is left, empty.
        Files.move(watched.resolve("schijf/c.txt"), directory.resolve("c.txt"));
        assertThat(twoPasses()).isEmpty();
        assertThat(harness.progress().isSettledSince(0)).isTrue();
        // So is the disk of the watched folder.
        Files.move(watched.resolve("b.txt"), directory.resolve("b.txt"));
        harness.setNow(TaskHarness.NOW.plusSeconds(10));
        assertThat(harness.pass()).isEmpty();
        harness.setNow(TaskHarness.NOW.plusSeconds(20));
        assertThat(harness.pass()).isEmpty();
        // They are mounted again.
        Files.move(directory.resolve("c.txt"), watched.resolve("schijf/c.txt"));
        Files.move(directory.resolve("b.txt"), watched.resolve("b.txt"));
        harness.setNow(TaskHarness.NOW.plusSeconds(30));
        assertThat(harness.pass()).isEmpty();
        assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("b.txt", "schijf/c.txt");
    }

    @Test
    void aFolderThatIsDeletedWithAllInItIsWithdrawnWhereOthersAreLeft() throws Exception {
        folder.write("b.txt", TEXT);
        folder.write("2018/c.txt", TEXT + "Nog een.");
        harness.with("after.vanishing", "withdraw").start().pass();
        folder.delete("2018/c.txt");
        folder.delete("2018");
        assertThat(twoPasses()).containsExactly(new TaskHarness.Sent(TaskHarness.TOPIC, "2018/c.txt", null));
    }

    @Test
    void aWithdrawalThatACrashInterruptedIsCompleted() throws Exception {
        folder.write("a.jsonl", EEN + "\n" + TWEE + "\n");
        folder.write("b.txt", TEXT);
        harness.with("after.vanishing", "withdraw")
                .with("batch.max.records", "1")
                .start()
                .pass();
        folder.delete("a.jsonl");
        harness.pass(0);
        harness.setNow(TaskHarness.NOW.plusSeconds(2));
        harness.pass(0);
        harness.poll();
        assertThat(harness.table(TaskHarness.TOPIC)).as("one of two").hasSize(2);
        harness.restart();
        harness.setNow(TaskHarness.NOW.plusSeconds(4));
        harness.pass();
        harness.setNow(TaskHarness.NOW.plusSeconds(6));
        harness.pass();
        assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("b.txt");
        assertThat(note("a.jsonl").state()).isEqualTo(State.GONE);
    }

    @Test
    void targetsMustLieOutsideTheWatchedFolderAndNotAroundIt() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("elders"), watched);
        for (Path target :
                List.of(watched, watched.resolve("archief"), directory.toRealPath(), link.resolve("archief"), link)) {
            for (String setting : List.of("archive.folder", "rejected.folder")) {
                TaskHarness wrong = new TaskHarness(watched)
                        .with("after.publishing", "move")
                        .with("archive.folder", archive.toString())
                        .with(setting, target.toString());
                assertThatThrownBy(wrong::start)
                        .as("%s=%s", setting, target)
                        .isInstanceOf(ConfigException.class)
                        .hasMessageContaining(setting)
                        .hasMessageContaining("watched folder")
                        .hasMessageContaining("name a folder");
            }
        }
        assertThatThrownBy(new TaskHarness(link)
                        .with("after.publishing", "move")
                        .with("archive.folder", watched.resolve("x").toString())::start)
                .isInstanceOf(ConfigException.class);
    }
}
