package kroniek.query;

/** How far into the raw topic the stores of all instances reach, at least. Thread-safe. */
public interface Freshness {

    /**
     * A position that whoever asks the stores from now on finds reflected: the newest that is known. While Kafka answers, that was looked up in the
     * second before or, where nobody had asked for longer, when somebody last did.
     */
    Position reflected();

    /**
     * Waits until a position is reflected.
     *
     * @return one that is, and that covers it
     * @throws UnavailableException if that takes too long, or too many wait already
     * @throws ImpossiblePositionException for a position that nothing will ever reach
     */
    Position await(Position least);
}
