package kroniek.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scans the folder, pass after pass, and hands what is new to Connect in batches. Everything it knows of the past comes from the offsets
 * that Connect stored with the records, so a kill at any moment loses and repeats nothing.
 */
public final class ArticleSourceTask extends SourceTask {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleSourceTask.class);

    /** A pause is at least this many times as long as the scan before it, so that a large folder costs a fifth of a core at most. */
    private static final int REST = 4;

    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);

    private @Nullable Run run;
    private @Nullable Pass pass;
    private long pauses;
    private boolean folderMissing;

    /** For Connect. */
    public ArticleSourceTask() {
        this(Clock.systemUTC());
    }

    /**
     * With a clock of one's own.
     *
     * @param clock tells how old a file is
     */
    ArticleSourceTask(Clock clock) {
        this.clock = clock;
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    /** What {@link #start} sets up. */
    private record Run(ArticleSourceConfig config, Path folder, Reader reader, Progress progress) {}

    @Override
    public String version() {
        return ArticleSourceConnector.packagedVersion();
    }

    @Override
    public void start(Map<String, String> props) {
        ArticleSourceConfig config = ArticleSourceConfig.of(props);
        Path folder = realFolder(config.folder());
        OffsetStorageReader offsets = context.offsetStorageReader();
        FileStates states = new FileStates(offsets);
        Reader reader = new Reader(
                new SourceRecords(folder, config.topic(), config.rejectedTopic()),
                states,
                new RejectedFiles(offsets),
                new IdOwners(states::contains),
                this::stopped);
        String connector = props.getOrDefault("name", "");
        run = new Run(config, folder, reader, Progress.register(connector));
        LOG.info("Watching {} for articles", folder);
    }

    private static Path realFolder(Path folder) {
        try {
            Path real = folder.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new NotDirectoryException(folder.toString());
            }
            return real;
        } catch (IOException e) {
            throw new ConnectException(
                    "The folder " + folder + " cannot be watched (" + Faults.message(e)
                            + "): create it, or correct the setting " + ArticleSourceConfig.FOLDER + ".",
                    e);
        }
    }

    /** The next batch, or null where there is nothing new; waits at most the pause between two scans. */
    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        Run current = Objects.requireNonNull(run, "not started");
        if (pass == null && (rests(current.config().pollInterval()) || !begin(current))) {
            return null;
        }
        Batch batch = current.config().batch();
        boolean more = fill(batch, Objects.requireNonNull(pass));
        current.progress().polled(batch.size());
        if (!more) {
            end(current.progress());
        }
        return batch.records();
    }

    /** Waits one interval where the pause is not over; the very first scan does not wait. */
    private boolean rests(Duration interval) throws InterruptedException {
        if (pauses > 0 && !stop.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
            pauses--;
        }
        return pauses > 0 || stopped();
    }

    private boolean begin(Run current) {
        Instant before = clock.instant();
        current.progress().scanBegun();
        try {
            FolderScan.Found found = FolderScan.in(current.folder(), this::stopped);
            current.reader().states().beginPass(found.files(), this::stopped);
            folderMissing = false;
            pass = new Pass(
                    current.reader(), found, clock.instant(), current.config().minimumAge());
        } catch (IOException e) {
            current.progress().scanFailed();
            warnOnce(current.folder(), e);
        }
        long interval = current.config().pollInterval().toMillis();
        pauses = 1 + REST * Duration.between(before, clock.instant()).toMillis() / interval;
        return pass != null;
    }

    private void warnOnce(Path folder, IOException e) {
        if (!folderMissing) {
            LOG.warn("The watched folder {} is not there, waiting for it: {}", folder, Faults.message(e));
        }
        folderMissing = true;
    }

    /** Fills the batch; false at the end of the pass. */
    private synchronized boolean fill(Batch batch, Pass from) {
        try {
            boolean more = true;
            while (more && !batch.isFull() && !stopped()) {
                more = from.step(batch);
            }
            return more;
        } catch (InterruptedIOException e) {
            return true; // the task stops; what was not read will be, the next time
        }
    }

    private void end(Progress progress) {
        progress.scanEnded(Objects.requireNonNull(pass).outcome());
        pass = null;
    }

    /** Under exactly-once, Connect calls this after the record's transaction has been committed. */
    @Override
    public void commitRecord(SourceRecord committed, @Nullable RecordMetadata metadata) {
        Run current = Objects.requireNonNull(run, "not started");
        Progress progress = current.progress();
        if (committed.topic().equals(current.config().topic())) {
            progress.articleAcknowledged();
        } else if (committed.value() != null) {
            progress.rejectionAcknowledged();
        } else {
            progress.withdrawalAcknowledged();
        }
    }

    /** Has a running poll return soon. Connect calls it after the last poll, or from another thread. */
    @Override
    public void stop() {
        stop.countDown();
        letGo();
        if (run != null) {
            run.progress().unregister();
        }
    }

    private synchronized void letGo() {
        if (pass != null) {
            pass.close();
        }
    }
}
