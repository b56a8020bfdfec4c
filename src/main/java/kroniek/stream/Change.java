package kroniek.stream;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * One write that the ledger or the tally asks for: the bytes of a value, or null to delete what stood under the key.
 *
 * @param target the topic it goes to
 * @param value the value, already serialised because the ledger compares bytes
 */
record Change(Target target, byte @Nullable [] value) {

    /** Writes the bytes as they are; a deletion becomes a tombstone. */
    static final Serde<Change> SERDE = new Serde<>() {
        @Override
        @SuppressWarnings("NullAway") // Kafka takes null for a tombstone
        public Serializer<Change> serializer() {
            return (topic, change) -> change.value();
        }

        @Override
        public Deserializer<Change> deserializer() {
            throw new UnsupportedOperationException("changes are only written");
        }
    };

    /** The topics that the ledger writes, then those of the tally. */
    enum Target {
        ARTICLES,
        MENTIONS,
        REJECTED,
        DEAD_LETTERS,
        COPY_BANDS,
        ACTOR_MONTHS,
        ACTOR_PAIRS,
        ACTOR_MONTHS_MENTIONED,
        RISES
    }
}
