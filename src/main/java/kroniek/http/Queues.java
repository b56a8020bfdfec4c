package kroniek.http;

import java.util.concurrent.atomic.AtomicLong;
import kroniek.query.feed.Piece;

/** The bytes that wait for all readers of the stream together; a piece that waits for many counts once. Thread-safe. */
final class Queues {

    private static final long MOST_BYTES = 128L << 20;
    private static final int SHARE_OF_THE_HEAP = 8;

    private final long most;
    private final AtomicLong bytes = new AtomicLong();

    /** @param most from so many bytes on, nobody is to be given more than must be */
    Queues(long most) {
        this.most = most;
    }

    /** Those of a process: an eighth of its heap, at most 128 MiB. */
    static Queues ofThisProcess() {
        return new Queues(Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP));
    }

    boolean areFull() {
        return bytes.get() >= most;
    }

    /** Notes that a piece waits for one more. */
    void add(Piece piece) {
        if (piece.hold()) {
            add(piece.bytes().length);
        }
    }

    /** Notes that a piece waits for one less. */
    void remove(Piece piece) {
        if (piece.letGo()) {
            add(-piece.bytes().length);
        }
    }

    /** Notes bytes that are in no piece, or, with a number below 0, that they are gone. */
    void add(int more) {
        bytes.addAndGet(more);
    }

    /** How many bytes wait. */
    long bytes() {
        return bytes.get();
    }
}
