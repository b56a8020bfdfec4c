package kroniek.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kroniek.article.Sha256;
import kroniek.topic.DefaultPartition;
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

    /** The longest key, in bytes, that is taken for an id. */
    private static final int LONGEST_KEY = 4096;

    /**
     * The version in a record.
     *
     * @param partitions how many partitions the raw topic has
     */
    static RawVersion of(ConsumerRecord<byte[], byte[]> record, int partitions) {
        Optional<String> id = id(record.key());
        boolean placed = id.isPresent() && DefaultPartition.of(record.key(), partitions) == record.partition();
        return new RawVersion(
                placed ? id.get() : standIn(record, id),
                placed,
                header(record, "kroniek.format"),
                header(record, "kroniek.file"),
                record.value());
    }

    private static Optional<String> id(byte @Nullable [] key) {
        if (key == null || key.length > LONGEST_KEY) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(key))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static String standIn(ConsumerRecord<byte[], byte[]> record, Optional<String> id) {
        byte[] key = record.key();
        if (key == null) {
            return "raw:%d:%d".formatted(record.partition(), record.offset());
        }
        return id.map(misplaced -> "misplaced:%d:%s".formatted(record.partition(), misplaced))
                .orElseGet(() -> "bad-key:%d:%s".formatted(record.partition(), Sha256.of(key)));
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }
}
