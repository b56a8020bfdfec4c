package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FolderWatchTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private FolderWatch watch;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux tells at once what is new");
        watch = FolderWatch.of(directory);
        scan();
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    private void scan() throws IOException {
        watch.beginScan();
        try {
            FolderScan.in(directory, watch::enter, () -> false);
        } finally {
            watch.endScan();
        }
    }

    @Test
    void hearsOfAFileThatIsNewOrChanges() throws Exception {
        assertThat(watch.await(SHORT)).as("nothing has happened").isFalse();
        Files.writeString(directory.resolve("a.txt"), "een");
        assertThat(watch.await(LONG)).isTrue();
        while (watch.await(SHORT)) {
            // What is left of it.
        }
        Files.writeString(directory.resolve("a.txt"), "een en twee");
        assertThat(watch.await(LONG)).isTrue();
    }

    @Test
    void hearsOfAFileThatIsMovedInOrGetsItsName() throws Exception {
        Path made = Files.writeString(directory.resolve("a.txt.part"), "een");
        assertThat(watch.await(SHORT)).as("not an article yet").isFalse();
        Files.move(made, directory.resolve("a.txt"));
        assertThat(watch.await(LONG)).isTrue();
    }

    @Test
    void hearsOfFilesInAFolderThatCameLater() throws Exception {
        Path later = Files.createDirectory(directory.resolve("map"));
        assertThat(watch.await(LONG)).isTrue();
        scan();
        Files.writeString(later.resolve("a.txt"), "een");
        assertThat(watch.await(LONG)).isTrue();
    }

    @Test
    void hearsNothingMoreOfAFolderThatWasMovedAway() throws Exception {
        Path inside = Files.createDirectory(directory.resolve("map"));
        scan();
        Path outside = Files.move(inside, directory.resolve(".weg"));
        scan();
        while (watch.await(SHORT)) {
            // What was heard before.
        }
        Files.writeString(outside.resolve("a.txt"), "een");
        assertThat(watch.await(SHORT)).isFalse();
    }

    @Test
    void closingEndsAWaiting() throws Exception {
        CompletableFuture<Boolean> heard = CompletableFuture.supplyAsync(this::waits);
        watch.close();
        assertThat(heard.get(10, TimeUnit.SECONDS)).isFalse();
    }

    private boolean waits() {
        try {
            return watch.await(LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
