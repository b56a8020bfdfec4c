package kroniek.query;

/**
 * Where readings begin: the stores of all instances, and the names that the lexicon knows. Thread-safe.
 *
 * @param shards the partitions, wherever they are
 * @param aliases the names
 */
public record Readers(Shards shards, Aliases aliases) {

    /**
     * Begins a reading.
     *
     * @param standbys whether a standby may answer where an instance cannot; what it answers is marked as stale
     */
    public Reading reading(boolean standbys) {
        return new Reading(shards, aliases, standbys);
    }
}
