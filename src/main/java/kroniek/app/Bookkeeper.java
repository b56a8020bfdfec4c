package kroniek.app;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kroniek.check.MovedException;
import kroniek.check.Reconciler;
import kroniek.connect.SourceProgress;
import kroniek.domain.Reconciliation;
import kroniek.domain.Reconciliation.Files;
import kroniek.stream.Backlog;
import kroniek.topic.Topics;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reconciles the topics of a running program again and again: as soon as it is idle after something was written, and now and then while it
 * counts. What it reads is committed.
 */
final class Bookkeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Bookkeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** It rests so many times as long as it worked: a fifth of one core, or a twentieth while that core is needed for counting. */
    private static final int REST_IDLE = 4;

    private static final int REST_BUSY = 19;

    private final Reconciler reconciler;
    private final Backlog backlog;
    private final Supplier<Optional<SourceProgress>> progress;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread bookkeeper = new Thread(work, "bookkeeper");
        bookkeeper.setDaemon(true);
        return bookkeeper;
    });

    private final Future<?> looking;
    private volatile @Nullable Reconciliation last;
    private @Nullable Reconciliation read;
    private boolean readWhileBusy;
    /** Whether the last try to read the topics failed, so that the figures read before may be old. */
    private boolean failed;

    private boolean complained;
    private long workedNanos;
    private long endedAt = System.nanoTime();

    /**
     * Begins at once.
     *
     * @param client settings of the connection
     * @param progress how far the connector of this instance is
     */
    Bookkeeper(Map<String, Object> client, Topics topics, Supplier<Optional<SourceProgress>> progress) {
        this.reconciler = new Reconciler(client, topics);
        this.backlog = new Backlog(client, topics);
        this.progress = progress;
        looking = thread.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The figures as they are known now; empty until the topics were read for the first time. */
    Optional<Reconciliation> last() {
        return Optional.ofNullable(last);
    }

    private void look() {
        try {
            long inFlight = inFlight();
            boolean stale = read == null || failed || readWhileBusy || reconciler.moved();
            if (stale && rested(inFlight == 0)) {
                reconcile(inFlight);
                stale = readWhileBusy;
            }
            show(stale ? Math.max(1, inFlight) : inFlight);
        } catch (MovedException | RetriableException | InterruptException again) {
            LOG.debug("the topics could not be reconciled, another time", again);
            showOld();
        } catch (RuntimeException | Error fault) {
            // Said once: it is tried again every time.
            if (!failed) {
                LOG.error("the topics cannot be reconciled", fault);
            }
            showOld();
        }
    }

    /** The figures read last, as old ones: not settled until the topics could be read again. */
    private void showOld() {
        failed = true;
        show(1);
    }

    private void reconcile(long inFlightBefore) {
        long begun = System.nanoTime();
        try {
            read = reconciler.reconcile();
            failed = false;
            readWhileBusy = inFlightBefore > 0 || inFlight() > 0;
        } finally {
            endedAt = System.nanoTime();
            workedNanos = endedAt - begun;
        }
    }

    private boolean rested(boolean idle) {
        return System.nanoTime() - endedAt >= workedNanos * (idle ? REST_IDLE : REST_BUSY);
    }

    /** Records on their way through the program, at most; 0 where it is idle. */
    private long inFlight() {
        long published = progress.get().map(SourceProgress::inFlight).orElse(0L);
        return published + (backlog.isEmpty() ? 0 : Math.max(1, backlog.atMost()));
    }

    private void show(long inFlight) {
        Reconciliation figures = read;
        if (figures == null) {
            return;
        }
        Reconciliation now = figures.with(progress.get().map(Bookkeeper::files).orElse(null), inFlight);
        last = now;
        if (now.state() == Reconciliation.State.BROKEN && !complained) {
            LOG.error(
                    "the counts do not reconcile: {}, {}, {} actor months without their evidence; ./kroniek verify names"
                            + " every difference",
                    now.files(),
                    now.articles(),
                    now.counts().rest());
        }
        complained = now.state() == Reconciliation.State.BROKEN;
    }

    /** The files of the last scan; null before the first has ended. */
    private static @Nullable Files files(SourceProgress scan) {
        return scan.scansEnded() == 0
                ? null
                : new Files(scan.found(), scan.read(), scan.unchanged(), scan.rejected(), scan.waiting());
    }

    @Override
    public void close() {
        looking.cancel(true);
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the bookkeeper did not stop within {}", PATIENCE);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        backlog.close();
        reconciler.close();
    }
}
