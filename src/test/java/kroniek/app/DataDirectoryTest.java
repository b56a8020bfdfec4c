package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void isTakenByOneAtATime() {
        Path root = folder.resolve("data");
        assertThat(DataDirectory.isInUse(root)).isFalse();
        try (DataDirectory first = DataDirectory.open(root)) {
            first.announceBroker("127.0.0.1:1");
            assertThat(DataDirectory.isInUse(root)).isTrue();
            assertThat(DataDirectory.runningBroker(root)).contains("127.0.0.1:1");
            assertThatThrownBy(() -> DataDirectory.open(root))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("another kroniek (process "
                            + ProcessHandle.current().pid() + ") is using");
        }
        assertThat(DataDirectory.isInUse(root)).isFalse();
        assertThat(DataDirectory.runningBroker(root)).isEmpty();
    }

    @Test
    void whoStartsWhileSomebodyLooksIsNotRefused() throws Exception {
        Files.createFile(folder.resolve("lock"));
        CompletableFuture<DataDirectory> starting;
        // As isInUse does.
        try (FileChannel looking = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(looking.tryLock()).isNotNull();
            starting = CompletableFuture.supplyAsync(() -> DataDirectory.open(folder));
            await().during(Duration.ofMillis(100)).until(() -> !starting.isDone());
        }
        try (DataDirectory opened = starting.get()) {
            assertThat(opened.instanceId()).isNotEmpty();
        }
    }

    @Test
    void theInstanceKeepsItsName() {
        String name;
        try (DataDirectory data = DataDirectory.open(folder)) {
            name = data.instanceId();
        }
        try (DataDirectory data = DataDirectory.open(folder)) {
            assertThat(data.instanceId()).isEqualTo(name).isNotEmpty();
        }
    }

    @Test
    void aFileInItsPlaceIsAClearError() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("cannot be used");
    }
}
