package kroniek.http;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The body of a request as it arrives. Whoever reads it has a place, and gives it to others while it waits for bytes; who lets it wait too long for too
 * few is refused.
 */
final class Arriving extends InputStream {

    /** So many bytes are to arrive in each second that is waited for them; any line is faster. */
    private static final long LEAST_PER_SECOND = 4 << 10;

    private static final long GRACE_SECONDS = 10;

    private final InputStream body;
    private final Semaphore places;
    private final LongSupplier nanos;
    private long arrived;
    private long waited;

    /**
     * @param places where whoever reads has a place
     * @param nanos a clock that never goes back, in nanoseconds
     */
    Arriving(InputStream body, Semaphore places, LongSupplier nanos) {
        this.body = body;
        this.places = places;
        this.nanos = nanos;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = waitFor(into, from, most);
        arrived += Math.max(0, read);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(waited);
        if (read >= 0 && seconds > GRACE_SECONDS && arrived < seconds * LEAST_PER_SECOND) {
            throw new ProblemException(new Problem(
                    HttpStatus.REQUEST_TIMEOUT,
                    "The body arrives too slowly: send at least %d bytes a second.".formatted(LEAST_PER_SECOND)));
        }
        return read;
    }

    private int waitFor(byte[] into, int from, int most) throws IOException {
        long begun = nanos.getAsLong();
        places.release();
        try {
            return body.read(into, from, most);
        } finally {
            waited += nanos.getAsLong() - begun;
            places.acquireUninterruptibly();
        }
    }
}
