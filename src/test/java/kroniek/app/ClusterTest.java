package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {

    @TempDir
    Path folder;

    @Test
    void aCommandWaitsForTheBrokerOfAProgramThatIsStarting() {
        Settings settings = Settings.of(null, Map.of(Settings.DATA, folder.toString()));
        try (DataDirectory starting = DataDirectory.open(folder)) {
            CompletableFuture<Map<String, Object>> looking = CompletableFuture.supplyAsync(() -> {
                try (Cluster cluster = Cluster.forLooking(settings)) {
                    return cluster.client();
                }
            });
            await().during(Duration.ofMillis(300)).until(() -> !looking.isDone());
            starting.announceBroker("127.0.0.1:9099");

            assertThat(looking)
                    .succeedsWithin(Duration.ofSeconds(10))
                    .isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9099"));
        }
    }

    @Test
    void aDirectoryWithoutKafkaIsSaidToHoldNothing() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThatThrownBy(() -> Cluster.forLooking(Settings.of(null, Map.of(Settings.DATA, empty.toString()))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there is nothing of kroniek in " + empty);
    }
}
