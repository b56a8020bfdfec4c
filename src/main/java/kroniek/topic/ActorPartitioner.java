package kroniek.topic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The partitioner of every topic about one actor: murmur2 of what stands before the first {@code |} of the key, as Kafka's default
 * partitioner would hash a key of the actor alone. All months of an actor lie in one partition. Usable by Streams, by a plain producer
 * ({@code partitioner.class}) and for looking up where a key is.
 */
public final class ActorPartitioner implements StreamPartitioner<String, Object>, Partitioner {

    /** The partition of a key, among {@code partitions}. */
    public static int partition(byte[] key, int partitions) {
        int end = 0;
        while (end < key.length && key[end] != '|') {
            end++;
        }
        return DefaultPartition.of(Arrays.copyOf(key, end), partitions);
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Object value, int numPartitions) {
        return Optional.of(Set.of(partition(key.getBytes(StandardCharsets.UTF_8), numPartitions)));
    }

    @Override
    public int partition(String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
        return partition(keyBytes, cluster.partitionCountForTopic(topic));
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Has no settings.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
