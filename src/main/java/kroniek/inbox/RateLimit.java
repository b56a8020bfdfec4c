package kroniek.inbox;

import java.util.function.LongSupplier;

/**
 * How many articles may be pushed: so many a second in the long run, and ten times as many at once (a token bucket). Thread-safe.
 */
public final class RateLimit {

    private static final int SECONDS_AT_ONCE = 10;
    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final LongSupplier nanos;
    private double tokens;
    private long filledAt;

    /**
     * A bucket that is full.
     *
     * @param perSecond articles a second, at least 1
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public RateLimit(int perSecond, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.tokens = (double) perSecond * SECONDS_AT_ONCE;
        this.filledAt = nanos.getAsLong();
    }

    /** @throws NotTakenException if there is no token left; it says when there will be one */
    synchronized void take() {
        long now = nanos.getAsLong();
        double filled = tokens + (double) (now - filledAt) * perSecond / SECOND;
        tokens = Math.min(filled, (double) perSecond * SECONDS_AT_ONCE);
        filledAt = now;
        if (tokens < 1) {
            // A quarter of what fits, so that who waits can go on for a while.
            throw NotTakenException.tooMany(perSecond, Math.max(1, SECONDS_AT_ONCE / 4));
        }
        tokens--;
    }
}
