package kroniek.query;

/** A question that cannot be answered completely now; the message is a sentence that says why and what would help. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * A refusal.
     *
     * @param reason why, for programs
     * @param message why, for people: one sentence
     */
    public UnavailableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why, for programs. */
    public Reason reason() {
        return reason;
    }

    /** Why a question cannot be answered now. */
    public enum Reason {
        /** The streams have not begun; this passes. */
        STARTING,
        /** Partitions are being handed out, or their stores restored; this passes. */
        RESTORING,
        /** Another instance holds some of the partitions. */
        ELSEWHERE,
        /** The streams were stopped. */
        STOPPED,
        /** The streams stopped on an error. */
        FAILED,
        /** Too many questions are being answered; this passes. */
        BUSY,
        /** Kafka does not answer; this may pass. */
        CLUSTER,
        /** What the reader asked to see is not counted yet; this passes. */
        BEHIND
    }
}
