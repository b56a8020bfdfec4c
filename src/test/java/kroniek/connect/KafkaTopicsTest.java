package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

    private static final TopicPartition PARTITION = new TopicPartition("raw", 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> read = new ArrayList<>();
    private long end;

    private void write(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), end++, bytes, bytes));
    }

    @Test
    void whatIsWrittenWhileItReadsIsReadToo() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        write("een");
        write("twee");

        new KafkaTopics(Map.of(), "files", "raw", () -> false).read(consumer, () -> Map.of(PARTITION, end), article -> {
            String id = new String(article.key(), StandardCharsets.UTF_8);
            read.add(id);
            if (id.equals("twee")) {
                write("een, een nieuwe versie");
            }
        });

        assertThat(read).containsExactly("een", "twee", "een, een nieuwe versie");
    }
}
