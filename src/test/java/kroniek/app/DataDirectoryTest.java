package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
