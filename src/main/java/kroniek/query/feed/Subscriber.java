package kroniek.query.feed;

/** Who follows the feed. No call waits, or calls the feed back while it lasts. */
public interface Subscriber {

    /** Takes a piece, to be sent later; false where too much is waiting to be sent already, and then it is not taken. One thread at a time calls it. */
    boolean take(Piece piece);

    /** Begins to send what was taken; called by any thread. */
    void send();

    /** Whether everything that was taken is sent. */
    boolean isIdle();

    /** Is told that it was too slow; what was taken and not sent is dropped, and nothing more comes. */
    void cutOff();

    /** Nothing more comes. */
    void end();
}
