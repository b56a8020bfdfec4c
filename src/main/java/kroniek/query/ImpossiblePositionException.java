package kroniek.query;

/** A position that does not exist in the topics as they are; the message is a sentence that says why and what to do. */
public final class ImpossiblePositionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message why, for people: one sentence */
    public ImpossiblePositionException(String message) {
        super(message);
    }
}
