package kroniek.query;

/** The partitions of the stores, wherever they are. */
public interface Shards {

    /**
     * What all partitions that a question concerns answer to it.
     *
     * @param standbys whether a standby may answer for a partition whose own instance cannot
     * @throws UnavailableException if one of them does not answer: never a part of the rows
     */
    Rows ask(Question question, boolean standbys);

    /**
     * Returns if a question asked now would be answered.
     *
     * @throws UnavailableException if it would be refused
     */
    void requireAnswerable();
}
