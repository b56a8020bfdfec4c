package kroniek.query;

/**
 * Where readings begin: the stores of all instances, how far these are, and the names that the lexicon knows. Thread-safe.
 *
 * @param shards the partitions, wherever they are
 * @param freshness how far they are
 * @param aliases the names
 */
public record Readers(Shards shards, Freshness freshness, Aliases aliases) {

    /**
     * Begins a reading.
     *
     * @param standbys whether a standby may answer where an instance cannot; what it answers is marked as stale
     */
    public Reading reading(boolean standbys) {
        return new Reading(shards, aliases, freshness.reflected(), standbys);
    }

    /**
     * Begins a reading that reflects a position; no standby answers, for it may be behind.
     *
     * @throws UnavailableException if the position is not reached soon
     * @throws ImpossiblePositionException for a position that nothing will ever reach
     */
    public Reading reading(Position least) {
        return new Reading(shards, aliases, freshness.await(least), false);
    }
}
