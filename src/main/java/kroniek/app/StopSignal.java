package kroniek.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The wish of the user, or of the system, that the process ends: Ctrl-C or SIGTERM. The main thread stops the program in its own order,
 * and the process waits for that.
 */
final class StopSignal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");

    StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        wished.countDown();
        try {
            if (!stopped.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("kroniek: not stopped within " + PATIENCE.toSeconds() + " s; the next run recovers");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits so long, or until somebody wishes the end; whether that is so. */
    boolean wishedWithin(Duration time) throws InterruptedException {
        return wished.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Says that the program has stopped. */
    @Override
    public void close() {
        stopped.countDown();
        if (wished.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
