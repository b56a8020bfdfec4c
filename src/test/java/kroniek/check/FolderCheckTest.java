package kroniek.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import kroniek.article.Sha256;
import kroniek.check.FolderCheck.Finding;
import kroniek.domain.FileNote;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration MINIMUM_AGE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private final Map<String, RawTrace> raw = new HashMap<>();
    private final Set<String> rejected = new HashSet<>();
    private final Map<String, FileNote> notes = new HashMap<>();

    private void note(String path, FileNote.State state, FileNote.Fate fate, @Nullable String target, long withdrawn) {
        FileNote.Source source = new FileNote.Source("articles", folder.toUri().toString());
        FileNote.Look look = new FileNote.Look(5, NOW, null);
        notes.put(path, new FileNote(path, source, state, NOW, look, null, null, fate, target, withdrawn));
    }

    /** The connector has read the file as it stands. */
    private void read(String path, FileNote.State state) throws IOException {
        FileNote.Source source = new FileNote.Source("articles", folder.toUri().toString());
        Path file = folder.resolve(path);
        FileNote.Look look = new FileNote.Look(
                Files.size(file), Files.getLastModifiedTime(file).toInstant(), "0");
        notes.put(path, FileNote.of(path, source, state, NOW, look));
    }

    private void file(String path, byte[] content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    }

    private void file(String path, String content) throws IOException {
        file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    private void published(String id, @Nullable String file, @Nullable String content) {
        raw.put(id, new RawTrace(file, content == null ? null : Sha256.of(content.getBytes(StandardCharsets.UTF_8))));
    }

    private FolderCheck check() throws IOException {
        Verification verification = new Verification(List.of(), Map.of(), List.of(), raw, rejected, new TreeMap<>());
        return FolderCheck.of(FolderArticles.in(folder), verification, notes, MINIMUM_AGE, NOW);
    }

    @Test
    void aFolderAsItWasPublishedHasNothingToExplain() throws IOException {
        file("2018/a.txt", "tekst");
        file("b.jsonl", "{\"id\":\"x\"}\n\n{\"id\":\"y\"}");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write("gzip".getBytes(StandardCharsets.UTF_8));
        }
        file("c.txt.gz", zipped.toByteArray());
        file("notes.md", "no article");
        file(".hidden/d.txt", "left alone");
        file("e.txt.part", "left alone");
        published("2018/a.txt", "2018/a.txt", "tekst");
        published("x", "b.jsonl", "{\"id\":\"x\"}");
        published("y", "b.jsonl", "{\"id\":\"y\"}");
        published("c.txt.gz", "c.txt.gz", "gzip");

        assertThat(check()).isEqualTo(new FolderCheck(3, 4, List.of(), List.of()));
    }

    @Test
    void whatIsNotPublishedIsNamedAsSuch() throws IOException {
        file("a.txt", "tekst");
        file("b.txt", "nieuw");
        published("b.txt", "b.txt", "oud");

        assertThat(check().explained()).isEmpty();
        assertThat(check().unexplained())
                .containsExactly(
                        new Finding(
                                "a.txt",
                                "only in the folder, a.txt; start the program on this folder, and if it stays so, it"
                                        + " is a fault of Kroniek"),
                        new Finding("b.txt", "the raw topic has another version than b.txt"));
    }

    @Test
    void aFileThatWasChangedAMomentAgoWaits() throws IOException {
        file("a.txt", "tekst");
        file("b.txt", "nieuw");
        published("b.txt", "b.txt", "oud");
        for (String young : List.of("a.txt", "b.txt")) {
            Files.setLastModifiedTime(folder.resolve(young), FileTime.from(NOW.minusMillis(400)));
        }

        assertThat(check().unexplained()).hasSize(2).allMatch(finding -> finding.why()
                .endsWith("changed a moment ago and waits"));
    }

    @Test
    void whatIsAsItShouldBeIsExplained() throws IOException {
        file("1.jsonl", "{\"id\":\"same\",\"n\":1}\n{\"id\":\"theirs\"}\n{\"id\":\"back\"}\n{\"id\":\"moved\"}\n");
        file("2.jsonl", "{\"id\":\"same\",\"n\":2}\n");
        published("same", "2.jsonl", "{\"id\":\"same\",\"n\":2}");
        published("theirs", null, "by somebody else");
        published("back", "1.jsonl", null);
        published("moved", "0.jsonl", "{\"id\":\"moved\"}");
        published("gone", "gone.txt", "tekst");
        published("line", "2.jsonl", "{\"id\":\"line\"}");
        published("pushed", null, "tekst");
        published("gone and withdrawn", null, null);
        read("1.jsonl", FileNote.State.PUBLISHED);
        read("2.jsonl", FileNote.State.REJECTED);

        assertThat(check().unexplained()).isEmpty();
        assertThat(check().explained())
                .containsExactly(
                        new Finding("back", "only in the folder; withdrawn by a null value in the raw topic"),
                        new Finding("gone", "only in the raw topic; its file gone.txt is gone"),
                        new Finding("line", "only in the raw topic; 2.jsonl no longer holds it"),
                        new Finding("moved", "the raw topic has the version of 0.jsonl, which no longer holds it"),
                        new Finding("pushed", "only in the raw topic; another producer wrote it"),
                        new Finding("same", "in 1.jsonl and in 2.jsonl; the one of 2.jsonl counts"),
                        new Finding("theirs", "the raw topic has a version of another producer"));
    }

    @Test
    void whatAFileHoldsThatWasNotReadYetIsNotExplained() throws IOException {
        String line = "{\"id\":\"%s\",\"n\":2}\n";
        file("new.jsonl", line.formatted("moved") + line.formatted("pushed") + line.formatted("both"));
        file("old.jsonl", line.formatted("both"));
        read("old.jsonl", FileNote.State.PUBLISHED);
        published("moved", "gone.jsonl", "oud");
        published("pushed", null, "oud");
        published("both", "old.jsonl", line.formatted("both").strip());
        file("withdrawn.txt", "tekst");
        read("withdrawn.txt", FileNote.State.PUBLISHED);
        file("withdrawn.txt", "tekst, verbeterd");
        published("withdrawn.txt", null, null);

        assertThat(check().explained()).isEmpty();
        assertThat(check().unexplained())
                .extracting(Finding::name)
                .containsExactly("both", "moved", "pushed", "withdrawn.txt");
        assertThat(check().unexplained()).extracting(Finding::why).allMatch(why -> why.endsWith("not published yet"));

        read("new.jsonl", FileNote.State.FOUND);
        assertThat(check().explained()).isEmpty();
        read("new.jsonl", FileNote.State.PUBLISHED);
        read("withdrawn.txt", FileNote.State.PUBLISHED);
        assertThat(check().unexplained()).isEmpty();
        assertThat(check().explained()).hasSize(4);
        Files.setLastModifiedTime(folder.resolve("withdrawn.txt"), FileTime.from(NOW.minusSeconds(30)));
        assertThat(check().unexplained()).extracting(Finding::name).containsExactly("withdrawn.txt");
    }

    @Test
    void aFileThatYieldsNoArticleIsExplainedOnceItIsRejected() throws IOException {
        file("a.txt.gz", "no gzip");
        file("b.txt.gz", "no gzip");
        Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("a.txt.gz"));
        rejected.addAll(Set.of("file:a.txt.gz", "file:link.txt"));

        assertThat(check().explained()).extracting(Finding::name).containsExactly("a.txt.gz", "link.txt");
        assertThat(check().unexplained()).singleElement().satisfies(finding -> assertThat(finding.toString())
                .startsWith("b.txt.gz: only in the folder, and not rejected yet: it cannot be read to its end"));
    }

    @Test
    void anArticleThatNoArticleMayBeCalledIsPublishedUnderTheNameOfItsRejection() throws IOException {
        file("file:x.txt", "tekst");
        published("reserved:file:x.txt", "file:x.txt", "tekst");

        assertThat(check()).isEqualTo(new FolderCheck(1, 1, List.of(), List.of()));
    }

    @Test
    void ofOneIdTwiceInAFileTheLastCounts() throws IOException {
        file("a.jsonl", "{\"id\":\"x\",\"n\":1}\n{\"id\":\"x\",\"n\":2}\n");
        published("x", "a.jsonl", "{\"id\":\"x\",\"n\":2}");
        assertThat(check().unexplained()).isEmpty();

        published("x", "a.jsonl", "{\"id\":\"x\",\"n\":1}");
        assertThat(check().unexplained()).hasSize(1);
    }

    @Test
    void whatTheConnectorDidWithAFileExplainsWhyItIsNotThere() throws IOException {
        note("moved.txt", FileNote.State.PUBLISHED, FileNote.Fate.MOVED, "/archief/moved.txt", 0);
        note("deleted.txt", FileNote.State.PUBLISHED, FileNote.Fate.DELETED, null, 0);
        note("lost.txt", FileNote.State.GONE, FileNote.Fate.KEPT, null, 0);
        for (String path : List.of("moved.txt", "deleted.txt", "lost.txt")) {
            published(path, path, "tekst");
        }

        assertThat(check().explained())
                .containsExactly(
                        new Finding(
                                "deleted.txt",
                                "only in the raw topic; its file deleted.txt was deleted once it was published"),
                        new Finding(
                                "lost.txt",
                                "only in the raw topic; its file lost.txt is gone since 2026-11-23T12:00:00Z, by somebody else"),
                        new Finding(
                                "moved.txt",
                                "only in the raw topic; its file moved.txt was moved to /archief/moved.txt once it was published"));
        assertThat(check().unexplained()).isEmpty();
    }

    @Test
    void whatShouldHaveGoneWithItsFileOrComeBackWithItIsNotExplained() throws IOException {
        note("a.jsonl", FileNote.State.GONE, FileNote.Fate.KEPT, null, 2);
        published("een", "a.jsonl", "{}");
        note("b.txt", FileNote.State.GONE, FileNote.Fate.KEPT, null, 1);
        file("b.txt", "terug");
        published("b.txt", null, null);

        assertThat(check().unexplained()).extracting(Finding::name).containsExactly("b.txt", "een");
        assertThat(check().unexplained()).extracting(Finding::why).allMatch(why -> why.contains("withdrawn"));
    }
}
