package kroniek.http;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import kroniek.query.feed.Piece;
import kroniek.query.feed.Subscriber;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;

/**
 * One response that goes on: pieces wait in a bounded queue and are written as fast as the reader takes them, many at once. No thread waits for it.
 */
final class EventStream extends IteratingCallback implements Subscriber {

    /** So many pieces may wait. */
    private static final int MOST_PIECES = 1_000;

    /** So many bytes may wait; a piece is taken that begins below them. */
    private static final int MOST_BYTES = 4 << 20;

    /** So many may wait whatever waits for others, so that who reads fast is not cut off for who does not. */
    private static final int ALWAYS_BYTES = 16 << 10;

    private static final int BYTES_AT_ONCE = 16 << 10;

    private final Response response;
    private final Queues queues;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    // Under the lock of the queue.
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private int bytes;
    private int underWay;
    private boolean opened;
    private boolean writing;
    private boolean ending;

    /**
     * @param response the response, whose headers are set and not sent
     * @param queues what waits for all readers
     */
    EventStream(Response response, Queues queues) {
        this.response = response;
        this.queues = queues;
    }

    /** Begins to write; what was taken before waited for this. */
    void open() {
        synchronized (waiting) {
            opened = true;
        }
        iterate();
    }

    /** Completes when the last byte is sent, or the reader is gone. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public boolean take(Piece piece) {
        synchronized (waiting) {
            if (ending) {
                return true;
            }
            if (waiting.size() >= MOST_PIECES || bytes >= mostBytes()) {
                return false;
            }
            add(piece);
            return true;
        }
    }

    private int mostBytes() {
        return queues.areFull() ? ALWAYS_BYTES : MOST_BYTES;
    }

    private void add(Piece piece) {
        waiting.add(piece);
        bytes += piece.bytes().length;
        queues.add(piece);
    }

    private Piece remove() {
        Piece piece = waiting.remove();
        bytes -= piece.bytes().length;
        queues.remove(piece);
        return piece;
    }

    private void removeAll() {
        while (!waiting.isEmpty()) {
            remove();
        }
    }

    @Override
    public void send() {
        iterate();
    }

    @Override
    public boolean isIdle() {
        synchronized (waiting) {
            return waiting.isEmpty() && !writing;
        }
    }

    @Override
    public void cutOff() {
        synchronized (waiting) {
            if (!ending) {
                removeAll();
                add(new Piece(Frames.SLOW));
                ending = true;
            }
        }
        iterate();
    }

    @Override
    public void end() {
        synchronized (waiting) {
            ending = true;
        }
        iterate();
    }

    @Override
    protected Action process() {
        ByteBuffer next;
        synchronized (waiting) {
            written();
            writing = opened && !waiting.isEmpty();
            if (!writing) {
                return opened && ending ? Action.SUCCEEDED : Action.IDLE;
            }
            next = next();
            underWay = next.remaining();
            queues.add(underWay);
        }
        response.write(false, next, this);
        return Action.SCHEDULED;
    }

    /** As many of the pieces as are sent at once, the first at least. */
    private ByteBuffer next() {
        int length = 0;
        int pieces = 0;
        for (Piece piece : waiting) {
            if (pieces > 0 && length + piece.bytes().length > BYTES_AT_ONCE) {
                break;
            }
            length += piece.bytes().length;
            pieces++;
        }
        ByteBuffer next = ByteBuffer.allocate(length);
        for (int i = 0; i < pieces; i++) {
            next.put(remove().bytes());
        }
        return next.flip();
    }

    private void written() {
        queues.add(-underWay);
        underWay = 0;
    }

    @Override
    protected void onCompleteSuccess() {
        ended.complete(null);
    }

    @Override
    protected void onCompleteFailure(Throwable gone) {
        synchronized (waiting) {
            ending = true;
            removeAll();
            written();
        }
        ended.complete(null);
    }
}
