package kroniek.check;

/** Something was written while it was read, so that what was read is of no one moment. */
public final class MovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MovedException() {
        super("articles arrived while they were read");
    }
}
