package kroniek.connect;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kroniek.article.InputForm;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the operating system that something below the watched folder may be new, so that a scan need not wait for its turn. Nothing rests
 * on it: where the platform tells nothing (a network share, too many folders), or late, the scans find everything by themselves.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    private final @Nullable WatchService service;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Map<Path, WatchKey> before = Map.of();
    private Map<Path, WatchKey> watched = new HashMap<>();
    private boolean complained;

    private FolderWatch(@Nullable WatchService service) {
        this.service = service;
    }

    /** Hears what there is to hear about this folder, as soon as a scan has entered it. */
    static FolderWatch of(Path folder) {
        try {
            return new FolderWatch(folder.getFileSystem().newWatchService());
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("Nobody tells what is new in {}, so it is only scanned: {}", folder, e.toString());
            return new FolderWatch(null);
        }
    }

    /** A scan begins. */
    void beginScan() {
        before = watched;
        watched = new HashMap<>();
    }

    /** A scan is about to list a folder: from now on, what changes there is heard. */
    void enter(Path directory) {
        WatchKey known = before.get(directory);
        if (known != null && known.isValid()) {
            watched.put(directory, known);
        } else if (service != null) {
            register(directory, service);
        }
    }

    private void register(Path directory, WatchService with) {
        try {
            watched.put(
                    directory,
                    directory.register(
                            with, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
        } catch (ClosedWatchServiceException e) {
            LOG.debug("The task stops", e);
        } catch (IOException e) {
            if (!complained) {
                LOG.info("What is new in {} is found by the next scan only: {}", directory, Faults.message(e));
            }
            complained = true;
        }
    }

    /** A scan has ended: folders that it did not enter are no longer heard of. */
    void endScan() {
        before.values().removeAll(new HashSet<>(watched.values()));
        before.values().forEach(WatchKey::cancel);
        before = Map.of();
    }

    /** Waits so long, unless it is closed; what is new meanwhile is heard afterwards. */
    void rest(Duration time) throws InterruptedException {
        closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits until something may be new, at most so long; whether it may. */
    boolean await(Duration most) throws InterruptedException {
        if (service == null) {
            rest(most);
            return false;
        }
        try {
            boolean heard = false;
            WatchKey key = service.poll(most.toMillis(), TimeUnit.MILLISECONDS);
            for (; key != null; key = service.poll()) {
                heard |= key.pollEvents().stream().anyMatch(FolderWatch::matters);
                key.reset();
            }
            return heard;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    /** Where events were lost, nobody knows of what. */
    private static boolean matters(WatchEvent<?> event) {
        return !(event.context() instanceof Path name) || !InputForm.isTemporary(name.toString());
    }

    /** Ends a waiting, also that of another thread. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException e) {
            LOG.debug("What was only heard could not be closed", e);
        }
    }
}
