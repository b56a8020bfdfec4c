package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kroniek.article.Format;
import kroniek.article.InputForm;
import kroniek.domain.FileNote.Fate;
import kroniek.domain.Rejection;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever lies in the folder, its stated result is what becomes of it, and the good article beside it is published. */
class BadInputTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    static List<BadInput> corpus() {
        return BadInput.all();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void hasItsStatedResultOnceAndStopsNothing(BadInput bad) throws Exception {
        bad.prepare(directory.resolve("in"));
        try (TaskHarness harness = new TaskHarness(directory.resolve("in")).start()) {
            List<TaskHarness.Sent> sent = harness.pass();
            assertThat(String.join(", ", BadInput.results(sent))).isEqualTo(bad.result());
            assertThat(sent).contains(TaskHarness.article("goed.txt", BadInput.GOOD));
            assertThat(harness.pass()).as("nothing is said twice").isEmpty();
            harness.restart();
            assertThat(harness.pass()).as("nor after a restart").isEmpty();
        }
    }

    /** What the table promises is what the corpus has: nothing less, and nothing that no test holds. */
    @Test
    void theTableInTheDocumentsIsTheCorpus() throws IOException {
        String page = Files.readString(Path.of("docs", "reliability.md"));
        StringBuilder rows = new StringBuilder("| in the folder | result |\n| --- | --- |\n");
        for (BadInput bad : BadInput.all()) {
            rows.append("| %s | %s |\n".formatted(bad.name(), bad.result()));
        }
        int from = page.indexOf("<!-- bad input");
        assertThat(page.substring(page.indexOf('\n', from) + 1, page.indexOf("<!-- end of bad input")))
                .isEqualTo(rows.toString());
    }

    @Test
    void allOfItAtOnceNeedsNoMoreThan64MegabytesOfHeap() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("in"));
        int number = 0;
        int results = 0;
        for (BadInput bad : BadInput.all()) {
            bad.prepare(folder.resolve("geval-" + number++));
            results += bad.result().split(", ").length;
        }
        Path out = directory.resolve("out");
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        // Large arrays in G1 take whole regions each, which says more of the collector than of the
                        // program.
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classPath(),
                        BadInputMain.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertThat(small.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            small.destroyForcibly();
        }
        String said = Files.readString(out);
        assertThat(small.exitValue()).as(said).isZero();
        assertThat(said).contains("good articles: " + number, "others: " + results);
    }

    /** Without what is nothing to the connector: the index of every jar lies on the heap. */
    private static String classPath() {
        Pattern others =
                Pattern.compile(".*[/\\\\](selenium|opentelemetry|guava|axe-core|micrometer|prometheus)-[^/\\\\]*");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !others.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    @Test
    void aDeviceIsRejectedUnread() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("in"));
        Process mknod = new ProcessBuilder("mknod", folder.resolve("nul.txt").toString(), "c", "1", "5")
                .redirectErrorStream(true)
                .start();
        boolean made = mknod.waitFor(10, TimeUnit.SECONDS) && mknod.exitValue() == 0;
        Assumptions.assumeTrue(made, "this user may not make devices");
        Files.writeString(folder.resolve("goed.txt"), BadInput.GOOD);
        try (TaskHarness harness = new TaskHarness(folder)) {
            harness.setNow(java.time.Instant.now().plusSeconds(60));
            assertThat(BadInput.results(harness.start().pass())).containsExactly("file rejected: unreadable");
        }
    }

    /** Whoever runs the tests as root may read everything: this says that the test was skipped, and the next one covers the answer. */
    @Test
    void aFileThatMayNotBeReadIsRejectedAndItsFolderIsNotTakenForEmpty() throws Exception {
        Path folder = directory.resolve("in");
        Files.createDirectories(folder.resolve("dicht"));
        Path file = Files.writeString(folder.resolve("a.txt"), BadInput.GOOD);
        Files.writeString(folder.resolve("dicht/b.txt"), BadInput.GOOD);
        try (TaskHarness harness = new TaskHarness(folder).with("after.vanishing", "withdraw")) {
            harness.setNow(java.time.Instant.now().plusSeconds(60));
            harness.start().pass();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
            Files.setPosixFilePermissions(folder.resolve("dicht"), PosixFilePermissions.fromString("---------"));
            try {
                Assumptions.assumeFalse(Files.isReadable(file), "this user may read everything");
                harness.setNow(java.time.Instant.now().plusSeconds(120));
                assertThat(harness.pass()).extracting(TaskHarness.Sent::key).containsExactly("file:dicht");
                assertThat(harness.table(TaskHarness.TOPIC)).containsOnlyKeys("a.txt", "dicht/b.txt");
            } finally {
                Files.setPosixFilePermissions(folder.resolve("dicht"), PosixFilePermissions.fromString("rwx------"));
            }
        }
    }

    @Test
    void ofAFileThatMayNotBeReadItIsSaidWhatToDo() {
        Rejection said = Faults.rejection(
                "file:a.txt", new InputForm(Format.TEXT, false), new AccessDeniedException("/articles/a.txt"));
        assertThat(said.reason()).isEqualTo(Rejection.Reason.UNREADABLE);
        assertThat(said.detail()).contains("AccessDenied", "give the program's user the right to read it");
    }

    @Test
    void aFullDiskLeavesTheFileWhereItIsAndTheArchiveWithoutHalfAFile() throws Exception {
        Path archive = Files.createDirectory(directory.resolve("archief"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", archive.toString())
                .redirectErrorStream(true)
                .start();
        boolean mounted = mount.waitFor(10, TimeUnit.SECONDS) && mount.exitValue() == 0;
        Assumptions.assumeTrue(mounted, "this user may not mount a small disk");
        try {
            Path folder = Files.createDirectory(directory.resolve("in"));
            Folder.at(folder).write("groot.txt", GOOD_AND_LARGE);
            Folder.at(folder).write("klein.txt", BadInput.GOOD);
            try (TaskHarness harness = new TaskHarness(folder)
                    .with("after.publishing", "move")
                    .with("archive.folder", archive.toString())) {
                assertThat(harness.start().pass()).hasSize(2);
                assertThat(folder.resolve("groot.txt")).hasContent(GOOD_AND_LARGE);
                assertThat(folder.resolve("klein.txt")).doesNotExist();
                assertThat(archive).isDirectoryContaining(file -> file.endsWith("klein.txt"));
                assertThat(archive).isDirectoryNotContaining(file -> !file.endsWith("klein.txt"));
                assertThat(Objects.requireNonNull(harness.notes().get("groot.txt"))
                                .fate())
                        .isEqualTo(Fate.TO_BE_MOVED);
            }
        } finally {
            new ProcessBuilder("umount", archive.toString()).start().waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static final String GOOD_AND_LARGE = BadInput.GOOD + "Het regende. ".repeat(20_000);

    @Test
    void aNameOfTheGreatestLengthFindsRoomInTheArchiveAndBesideItsReason() {
        Path name = Path.of("map", "é".repeat(125) + "a.txt");
        assertThat(Shelf.name(name, 1, "")).isEqualTo(String.valueOf(name.getFileName()));
        for (String shortened : List.of(Shelf.name(name, 12, ""), Shelf.name(name, 1, AfterPublishing.REASON))) {
            assertThat(shortened).startsWith("é".repeat(100)).endsWith(".txt");
        }
        assertThat((Shelf.name(name, 2, AfterPublishing.REASON) + AfterPublishing.REASON)
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(255);
    }
}
