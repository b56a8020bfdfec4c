package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestorationTest {

    private static final TopicPartition LEDGER = new TopicPartition("ledger-changelog", 0);
    private static final TopicPartition EVIDENCE = new TopicPartition("evidence-changelog", 0);

    private final Restoration restoration = new Restoration();

    @Test
    void whatIsLeftShrinksWithEveryBatch() {
        restoration.onRestoreStart(LEDGER, "ledger", 10, 110);
        restoration.onRestoreStart(EVIDENCE, "evidence", 0, 50);
        restoration.onBatchRestored(LEDGER, "ledger", 39, 30);

        assertThat(restoration.atMost()).isEqualTo(70 + 50);
    }

    @Test
    void nothingIsLeftOfWhatHasEndedOrWentElsewhere() {
        restoration.onRestoreStart(LEDGER, "ledger", 0, 100);
        restoration.onRestoreStart(EVIDENCE, "evidence", 0, 50);
        restoration.onRestoreEnd(LEDGER, "ledger", 40);
        restoration.onRestoreSuspended(EVIDENCE, "evidence", 10);

        assertThat(restoration.atMost()).isZero();
    }
}
