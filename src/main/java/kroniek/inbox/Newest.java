package kroniek.inbox;

import java.nio.charset.StandardCharsets;
import kroniek.article.Sha256;
import kroniek.topic.RawKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The newest record of a key in the raw topic, without its bytes.
 *
 * @param kind whether the key is an article's id
 * @param partition where it stands
 * @param offset where it stands there
 * @param key the key itself, which need not be text
 * @param sha256 the hash of its bytes; null where it is a withdrawal
 * @param file what the header {@code kroniek.file} says: which file of the folder it was in; null where another producer wrote it
 */
record Newest(
        RawKey.Kind kind,
        TopicPartition partition,
        long offset,
        byte[] key,
        @Nullable String sha256,
        @Nullable String file) {

    static Newest of(ConsumerRecord<byte[], byte[]> record, RawKey key) {
        byte[] value = record.value();
        Header file = record.headers().lastHeader("kroniek.file");
        return new Newest(
                key.kind(),
                new TopicPartition(record.topic(), record.partition()),
                record.offset(),
                record.key(),
                value == null ? null : Sha256.of(value),
                file == null || file.value() == null ? null : new String(file.value(), StandardCharsets.UTF_8));
    }
}
