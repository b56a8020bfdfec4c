package kroniek.evaluate;

/** Gold that cannot be read; the message is one line that says what, where and what to do. */
public final class GoldException extends Exception {

    private static final long serialVersionUID = 1L;

    GoldException(String message) {
        super(message);
    }

    GoldException(String message, Throwable cause) {
        super(message, cause);
    }
}
