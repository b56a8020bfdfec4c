package kroniek.query;

import kroniek.query.UnavailableException.Reason;
import org.apache.kafka.streams.KafkaStreams.State;

/** Whether streams can be asked. */
final class Serving {

    private Serving() {}

    /**
     * Returns if they can.
     *
     * @param rebalancing whether they can while partitions are handed out
     * @throws UnavailableException if they cannot
     */
    static void require(State now, boolean rebalancing) {
        switch (now) {
            case RUNNING -> {}
            case CREATED ->
                throw new UnavailableException(
                        Reason.STARTING, "The streams have not started yet; ask again in a moment.");
            case REBALANCING -> {
                if (!rebalancing) {
                    throw handedOut();
                }
            }
            case PENDING_SHUTDOWN, NOT_RUNNING ->
                throw new UnavailableException(Reason.STOPPED, "The streams were stopped; start the program again.");
            case PENDING_ERROR, ERROR ->
                throw new UnavailableException(
                        Reason.FAILED, "The streams stopped on an error; the log says which. Start the program again.");
        }
    }

    /** The refusal while it is not settled who has which partition. */
    static UnavailableException handedOut() {
        return new UnavailableException(
                Reason.RESTORING, "Partitions are being handed out and their stores restored; ask again in a moment.");
    }
}
