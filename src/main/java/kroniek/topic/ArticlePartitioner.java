package kroniek.topic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * The partitioner of a topic about one article whose key says more than the article: murmur2 of what stands behind the first {@code |}, as
 * Kafka's default partitioner would hash a key of the article alone. So the record stands in the partition of the article.
 */
public final class ArticlePartitioner implements StreamPartitioner<String, Object> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Object value, int numPartitions) {
        byte[] article = CopyOriginalKey.parse(key).article().getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(DefaultPartition.of(article, numPartitions)));
    }
}
