package kroniek.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class SummariesTest {

    @Test
    void theSummaryOfARejectionLeavesTheInputsBytesOut() {
        byte[] value = "{\"article\":\"a\",\"bytes\":\"eA==\",\"size\":5,\"more\":{\"bytes\":1}}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Summaries.ofRejection(value))
                .asString()
                .isEqualTo("{\"article\":\"a\",\"size\":5,\"more\":{\"bytes\":1}}");
    }

    @Test
    void whatIsNoRejectionIsRefused() {
        assertThatThrownBy(() -> Summaries.ofRejection("{\"article\":".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("not a rejection that Kroniek wrote");
    }
}
