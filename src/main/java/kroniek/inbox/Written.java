package kroniek.inbox;

/**
 * A version of an article that Kafka has acknowledged.
 *
 * @param id the article's id
 * @param partition its partition of the raw topic
 * @param next the offset behind it: who has read up to there has seen it
 */
public record Written(String id, int partition, long next) {

    /** The place behind it in the raw topic, {@code partition:offset}. */
    public String position() {
        return partition + ":" + next;
    }
}
