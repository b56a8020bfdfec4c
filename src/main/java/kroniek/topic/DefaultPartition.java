package kroniek.topic;

import org.apache.kafka.common.utils.Utils;

/** Where Kafka's default partitioner puts a key: murmur2 of the whole key. */
public final class DefaultPartition {

    private DefaultPartition() {}

    /** The partition of a key, among {@code partitions}. */
    public static int of(byte[] key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
