package kroniek.topic;

import java.nio.ByteBuffer;
import kroniek.domain.Together;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** What two actors have in common, in a store: a version byte, articles and sentences. Small, for there are many pairs. */
final class TogetherSerde {

    static final Serde<Together> SERDE = Serdes.serdeFrom(
            (topic, together) -> together == null ? null : write(together),
            (topic, bytes) -> bytes == null ? null : read(bytes));

    private static final byte VERSION = 1;
    private static final int LENGTH = 1 + 2 * Long.BYTES;

    private TogetherSerde() {}

    private static byte[] write(Together together) {
        return ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(together.articles())
                .putLong(together.sentences())
                .array();
    }

    private static Together read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length != LENGTH || in.get() != VERSION) {
            throw new SerializationException(
                    "not a pair of version %d, which this program reads; %s".formatted(VERSION, Values.CURE));
        }
        return new Together(in.getLong(), in.getLong());
    }
}
