package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kroniek.connect.TaskHarness.Sent;
import kroniek.domain.FileNote;
import kroniek.domain.Rejection;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when files change between the scan and the reading. */
class PassTest {

    private static final Duration MINIMUM_AGE = Duration.ofSeconds(1);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Folder folder;

    @SuppressWarnings("NullAway.Init")
    private Reader reader;

    @SuppressWarnings("NullAway.Init")
    private Lifecycle lifecycle;

    @BeforeEach
    void prepare() {
        folder = Folder.at(directory);
        FileStates states = new FileStates(new Nothing());
        SourceRecords records =
                new SourceRecords(directory, TaskHarness.TOPIC, TaskHarness.REJECTED, TaskHarness.FILES);
        reader = new Reader(
                records, states, new RejectedFiles(new Nothing()), new IdOwners(states::contains), () -> false);
        Clock clock = Clock.fixed(TaskHarness.NOW, ZoneOffset.UTC);
        lifecycle = new Lifecycle(
                new FileNote.Source("articles", directory.toUri().toString()),
                records,
                Map.of(),
                new AfterPublishing(directory, AfterPublishing.Wish.KEEP, null, null, clock),
                new NoTopics(),
                new Vanished(MINIMUM_AGE, false, () -> 0),
                false,
                clock);
    }

    @Test
    void aFileThatVanishedIsNoRejection() throws Exception {
        folder.write("a.txt", "weg");
        folder.write("b.txt", "hier");
        Pass pass = pass();
        folder.delete("a.txt");
        assertThat(run(pass)).extracting(Sent::key).containsExactly("b.txt");
        assertThat(pass.outcome()).isEqualTo(new Pass.Outcome(2, 0, 1, 0, 1));
    }

    @Test
    void aTextThatChangesWhileItIsReadWaits() throws Exception {
        folder.write("a.txt", "half");
        Pass pass = pass();
        folder.write("a.txt", "half en heel");
        assertThat(run(pass)).isEmpty();
        assertThat(pass.outcome().waiting()).isEqualTo(1);
        assertThat(run(pass())).extracting(Sent::value).containsExactly("half en heel");
    }

    @Test
    void ofLinesThatGrowWhileTheyAreReadTheUnfinishedLastOneWaits() throws Exception {
        folder.write("a.jsonl", "{\"id\":1}\n{\"id\":2}\n{\"i");
        Pass pass = pass();
        folder.write("a.jsonl", "{\"id\":1}\n{\"id\":2}\n{\"id\":");
        assertThat(run(pass)).extracting(Sent::key).containsExactly("1", "2");
        assertThat(pass.outcome().waiting()).isEqualTo(1);
        folder.write("a.jsonl", "{\"id\":1}\n{\"id\":2}\n{\"id\":3}");
        assertThat(run(pass())).extracting(Sent::key).containsExactly("3");
    }

    @Test
    void aFileThatCouldNotBeReadIsTriedAgainThoughItLooksTheSame() throws Exception {
        folder.write("a.txt", "hier");
        reader.rejected().addWhole("a.txt", rejectedAs(Rejection.Reason.UNREADABLE));
        assertThat(run(pass())).extracting(Sent::key).containsExactly("a.txt", "file:a.txt");
    }

    @Test
    void aFileWhoseContentWasBadIsNotReadAgainAsLongAsItLooksTheSame() throws Exception {
        folder.write("a.txt", "hier");
        reader.rejected().addWhole("a.txt", rejectedAs(Rejection.Reason.TOO_LARGE));
        Pass pass = pass();
        assertThat(run(pass)).isEmpty();
        assertThat(pass.outcome()).isEqualTo(new Pass.Outcome(1, 0, 0, 1, 0));
    }

    private static RejectedFiles.Whole rejectedAs(Rejection.Reason reason) {
        Instant written = TaskHarness.NOW.minus(Duration.ofHours(1)).plusSeconds(1);
        return new RejectedFiles.Whole("hier".length(), written, reason.code(), "");
    }

    @Test
    void aPathBelowAFolderThatCannotBeListedIsNotTakenForGone() {
        FolderScan.Found found = new FolderScan.Found(List.of(), List.of("map"), Set.of(""));
        assertThat(found.isGone("map/a.txt")).isFalse();
        assertThat(found.isGone("mapje/a.txt")).isTrue();
    }

    private Pass pass() throws IOException {
        FolderScan.Found found = FolderScan.in(directory, entered -> {}, () -> false);
        reader.states().beginPass(found.files(), () -> false);
        Quiet quiet = new Quiet(MINIMUM_AGE, MINIMUM_AGE);
        quiet.beginPass(TaskHarness.NOW);
        return new Pass(reader, lifecycle, found, quiet);
    }

    private static List<Sent> run(Pass pass) throws InterruptedIOException {
        Batch batch = new Batch(1000, 1000);
        while (pass.step(batch)) {
            assertThat(batch.isFull()).isFalse();
        }
        return Objects.requireNonNullElse(batch.records(), List.<SourceRecord>of()).stream()
                .map(Sent::of)
                .toList();
    }

    private static final class NoTopics implements CommittedTopics {
        @Override
        public Map<String, FileNote> notes(FileNote.Source source) {
            return Map.of();
        }

        @Override
        public Map<String, Set<String>> articles(Collection<String> uris) {
            return Map.of();
        }
    }

    /** A connector that has not run yet. */
    private static final class Nothing implements OffsetStorageReader {
        @Override
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return Map.of();
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            return new HashMap<>();
        }
    }
}
