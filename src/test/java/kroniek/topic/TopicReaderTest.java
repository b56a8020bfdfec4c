package kroniek.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("articles", 0);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
    private final List<String> read = new ArrayList<>();

    @BeforeEach
    void threeRecords() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        for (int offset = 0; offset < 3; offset++) {
            consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, "key", "value " + offset));
        }
    }

    @Test
    void readsToTheEnd() {
        assertThat(to(3)).isTrue();
        assertThat(read).containsExactly("value 0", "value 1", "value 2");
    }

    @Test
    void aClusterThatGivesNothingMoreIsAnErrorThatSaysWhere() {
        assertThatThrownBy(() -> to(5))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("nothing could be read for 60 s, 2 offsets before the end of [articles-0]");
        assertThat(read).hasSize(3);
    }

    private boolean to(long end) {
        return TopicReader.to(Map.of(PARTITION, end), consumer, record -> read.add(record.value()));
    }
}
