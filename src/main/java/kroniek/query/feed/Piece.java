package kroniek.query.feed;

import java.util.concurrent.atomic.AtomicInteger;

/** Some bytes for subscribers, the same for many of them, with the number of those for whom they wait. Thread-safe. */
public final class Piece {

    private final byte[] bytes;
    private final AtomicInteger holders = new AtomicInteger();

    /** @param bytes the bytes, which nobody changes */
    public Piece(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes, which nobody changes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Notes that it waits for one more; whether it waited for nobody. */
    public boolean hold() {
        return holders.getAndIncrement() == 0;
    }

    /** Notes that it waits for one less; whether it waits for nobody now. */
    public boolean letGo() {
        return holders.decrementAndGet() == 0;
    }
}
