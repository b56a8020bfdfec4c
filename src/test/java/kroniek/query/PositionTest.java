package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PositionTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Position.parse("0:124,1:456")).map(Position::toString).contains("0:124,1:456");
        assertThat(Position.parse("0:1,0:2")).isEmpty();
        assertThat(Position.parse("0")).isEmpty();
    }

    /** As long as a header may be; a pattern would take the stack for it. */
    @Test
    void whatIsFarTooLongIsNone() {
        assertThat(Position.parse("0:0" + ",0:0".repeat(5_000))).isEmpty();
    }
}
