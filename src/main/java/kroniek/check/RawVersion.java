package kroniek.check;

import java.nio.charset.StandardCharsets;
import kroniek.topic.RawKey;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record of the raw topic as the recount sees it.
 *
 * @param id the article's id, or the name that stands in for it where the key is none or not where it belongs
 * @param usable whether the key is an id and stands in its own partition; otherwise the record is a rejection, whatever it holds
 * @param format what the header {@code kroniek.format} says, or null
 * @param file what the header {@code kroniek.file} says: which file of the folder it was in; null where another producer wrote it
 * @param value the article's bytes, or null for a withdrawal
 */
public record RawVersion(
        String id,
        boolean usable,
        @Nullable String format,
        @Nullable String file,
        byte @Nullable [] value) {

    /**
     * The version in a record.
     *
     * @param partitions how many partitions the raw topic has
     */
    static RawVersion of(ConsumerRecord<byte[], byte[]> record, int partitions) {
        RawKey key = RawKey.of(record.key(), record.partition(), record.offset(), partitions);
        return new RawVersion(
                key.name(),
                key.kind() == RawKey.Kind.ARTICLE,
                header(record, "kroniek.format"),
                header(record, "kroniek.file"),
                record.value());
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
