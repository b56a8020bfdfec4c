package kroniek.topic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A record, or a value of a store, that is not what it should be: says where it stands, under which key, and what is wrong with it. */
public final class UnreadableRecordException extends SerializationException {

    private static final long serialVersionUID = 1;

    private UnreadableRecordException(String where, String key, Throwable cause) {
        super("%s, key '%s': %s".formatted(where, key, cause.getMessage()), cause);
    }

    /** The complaint about a record. */
    public static UnreadableRecordException of(ConsumerRecord<byte[], byte[]> record, Throwable cause) {
        return new UnreadableRecordException(
                where(new TopicPartition(record.topic(), record.partition()), record.offset()),
                text(record.key()),
                cause);
    }

    /** The complaint about a record that a consumer could not deserialise. */
    static UnreadableRecordException of(RecordDeserializationException failure) {
        Throwable cause = failure.getCause();
        return new UnreadableRecordException(
                where(failure.topicPartition(), failure.offset()),
                text(bytes(failure.keyBuffer())),
                cause == null ? failure : cause);
    }

    /** The complaint about the value that a store has under a key. */
    public static UnreadableRecordException inStore(String store, String key, Throwable cause) {
        return new UnreadableRecordException("store " + store, key, cause);
    }

    private static String where(TopicPartition partition, long offset) {
        return "%s, offset %d".formatted(partition, offset);
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static String text(byte @Nullable [] key) {
        return key == null ? "" : new String(key, StandardCharsets.UTF_8);
    }
}
