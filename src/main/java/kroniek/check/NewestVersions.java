package kroniek.check;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The newest committed version of every key of the raw topic. Read twice, to know the newest before its bytes are kept: so only keys are in
 * memory, however many versions and however long the articles.
 *
 * @param records where it is read
 * @param topic the raw topic
 */
record NewestVersions(CommittedRecords records, String topic) {

    /** Hands over the newest version of every key, withdrawals among them. */
    void forEach(Consumer<RawVersion> reader) {
        List<TopicPartition> partitions = records.partitions(topic);
        for (TopicPartition partition : partitions) {
            Map<ByteBuffer, Long> newest = new HashMap<>();
            records.read(partition, record -> {
                if (record.key() != null) {
                    newest.put(ByteBuffer.wrap(record.key()), record.offset());
                }
            });
            records.read(partition, record -> {
                if (record.key() == null
                        || Objects.equals(newest.get(ByteBuffer.wrap(record.key())), record.offset())) {
                    reader.accept(RawVersion.of(record, partitions.size()));
                }
            });
        }
    }
}
