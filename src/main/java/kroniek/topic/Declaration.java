package kroniek.topic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One topic as {@code topics/<name>.yaml} declares it.
 *
 * @param name the full name with the default prefix, {@code kroniek.articles.raw}
 * @param doc what the topic holds, for a reader
 * @param writtenBy who writes it
 * @param keyDoc what the key is
 * @param valueDoc what the value is
 * @param schema JSON Schema of the value; null where the value is bytes
 * @param partitioner how keys find their partition
 * @param partitions how many partitions it is created with
 * @param config the topic's configuration, in Kafka's own keys
 * @param exampleKey one key
 * @param exampleValue the value that belongs to it: JSON, or a text node for bytes
 */
public record Declaration(
        String name,
        String doc,
        String writtenBy,
        String keyDoc,
        String valueDoc,
        @Nullable JsonNode schema,
        Partitioner partitioner,
        int partitions,
        Map<String, String> config,
        String exampleKey,
        JsonNode exampleValue) {

    /** Copies the configuration. */
    public Declaration {
        config = Map.copyOf(config);
    }

    /** The largest record batch the topic takes, in bytes. */
    public int maxMessageBytes() {
        return Integer.parseInt(config.getOrDefault("max.message.bytes", "1048588"));
    }

    /** How keys find their partition. */
    public enum Partitioner {
        /** Kafka's default: murmur2 of the whole key. */
        DEFAULT("murmur2 of the key, as Kafka's default"),
        /** {@link ActorPartitioner}. */
        ACTOR("murmur2 of what stands before the first | of the key"),
        /** {@link ArticlePartitioner}. */
        ARTICLE("murmur2 of what stands behind the first | of the key");

        private final String doc;

        Partitioner(String doc) {
            this.doc = doc;
        }

        /** What it does, for a reader. */
        public String doc() {
            return doc;
        }
    }
}
