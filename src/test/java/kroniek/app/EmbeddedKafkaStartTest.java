package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import kroniek.topic.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaStartTest {

    private static final int MOST = Catalogue.load().maxRecordBytes();

    @TempDir
    Path folder;

    @Test
    void whereThePortWasTakenMeanwhileNothingIsLeftRunningOnTheData() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.getLocalPort(), MOST))
                    .hasRootCauseMessage("Address already in use");
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("raft"));
    }
}
