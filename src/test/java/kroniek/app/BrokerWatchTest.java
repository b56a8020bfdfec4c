package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {

    private static List<String> said(int... brokers) {
        BrokerWatch.Changes changes = new BrokerWatch.Changes("ergens:9092");
        return IntStream.of(brokers)
                .mapToObj(changes::see)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void aBrokerThatIsLostAndComesBackIsSaidOnceEach() {
        assertThat(said(3, 3, 3, 2, 2, 2, 3, 3))
                .containsExactly(
                        "Kafka has lost 1 of its 3 brokers; going on with the others", "all 3 brokers of Kafka answer");
    }

    @Test
    void aClusterThatDoesNotAnswerIsNamed() {
        assertThat(said(1, 1, 0, 0, 0, 1, 1))
                .containsExactly(
                        "Kafka at ergens:9092 does not answer; waiting for it, nothing is lost meanwhile",
                        "Kafka answers again");
        assertThat(said(0, 0)).hasSize(1);
    }

    @Test
    void oneLateAnswerIsNotSaid() {
        assertThat(said(3, 3, 0, 3, 2, 3, 3)).isEmpty();
    }
}
