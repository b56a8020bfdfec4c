package kroniek.stream;

import java.nio.ByteBuffer;
import kroniek.topic.Values;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** How often something was seen, in a store: a version byte and a long. Release 0.1.0 wrote the long alone, which is still read. */
final class CountSerde {

    static final Serde<Long> SERDE = Serdes.serdeFrom(
            (topic, count) -> count == null ? null : write(count),
            (topic, bytes) -> bytes == null ? null : read(bytes));

    private static final byte VERSION = 1;

    private CountSerde() {}

    private static byte[] write(long count) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(VERSION).putLong(count).array();
    }

    private static long read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length == Long.BYTES) {
            return in.getLong();
        }
        if (bytes.length != 1 + Long.BYTES || in.get() != VERSION) {
            throw new SerializationException(
                    "not a count of version %d, which this program reads; %s".formatted(VERSION, Values.CURE));
        }
        return in.getLong();
    }
}
