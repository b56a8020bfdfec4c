package kroniek.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import kroniek.domain.FileNote;
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

    private final Clock clock;
    private final LongSupplier nanos;
    private final @Nullable CommittedTopics given;
    private final CountDownLatch stop = new CountDownLatch(1);

    private @Nullable Run run;
    private @Nullable Pass pass;
    private @Nullable Pause pause;
    private boolean folderMissing;

    /** For Connect. */
    public ArticleSourceTask() {
        this(Clock.systemUTC(), System::nanoTime, null);
    }

    /**
     * With a clock and topics of one's own.
     *
     * @param clock tells how old a file is
     * @param nanos measures how long something takes, in nanoseconds
     * @param given the topics to read back from; null for those of Kafka
     */
    ArticleSourceTask(Clock clock, LongSupplier nanos, @Nullable CommittedTopics given) {
        this.clock = clock;
        this.nanos = nanos;
        this.given = given;
    }

    private boolean stopped() {
        return stop.getCount() == 0;
    }

    /** What {@link #start} sets up. */
    private record Run(
            ArticleSourceConfig config,
            Path folder,
            FolderWatch watch,
            Quiet quiet,
            Reader reader,
            Lifecycle lifecycle,
            Progress progress) {}

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
        SourceRecords records = new SourceRecords(folder, config.topic(), config.rejectedTopic(), config.filesTopic());
        Reader reader =
                new Reader(records, states, new RejectedFiles(offsets), new IdOwners(states::contains), this::stopped);
        Lifecycle lifecycle = lifecycle(config, records);
        Progress progress = Progress.register(config.name());
        run = new Run(config, folder, FolderWatch.of(folder), config.quiet(), reader, lifecycle, progress);
        LOG.info("Watching {} for articles", folder);
    }

    private Lifecycle lifecycle(ArticleSourceConfig config, SourceRecords records) {
        Path folder = records.folder();
        CommittedTopics topics = given != null
                ? given
                : new KafkaTopics(config.filesConsumer(), config.filesTopic(), config.topic(), this::stopped);
        FileNote.Source source =
                new FileNote.Source(config.filesOwner(), folder.toUri().toString());
        return new Lifecycle(
                source,
                records,
                topics.notes(source),
                config.afterPublishing(folder, this::stopped, clock),
                topics,
                new Vanished(config.doubtfulAge(), config.withdraws(), nanos),
                config.withdraws(),
                clock);
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
        Lifecycle lifecycle = current.lifecycle();
        Batch batch = current.config().batch();
        lifecycle.act(batch.mostRecords());
        lifecycle.withdraw();
        if (pass == null && lifecycle.unfinished() == 0 && !rests(current)) {
            begin(current);
        }
        Pass going = pass;
        boolean more = going != null && fill(batch, going);
        if (going != null && !more) {
            lifecycle.end(going.found());
        }
        lifecycle.add(batch);
        count(current, batch, going);
        if (going != null && !more) {
            current.progress().scanEnded(going.outcome(), lifecycle.missing());
            pass = null;
        } else if (going == null && batch.isEmpty() && lifecycle.unfinished() > 0) {
            // What is left waits for Connect to commit.
            stop.await(current.config().pollInterval().toMillis(), TimeUnit.MILLISECONDS);
        }
        return batch.records();
    }

    private static void count(Run current, Batch batch, @Nullable Pass going) {
        int unfinished = current.lifecycle().unfinished();
        if (going == null) {
            current.progress().left(unfinished);
        } else {
            current.progress().polled(batch.news(), going.outcome(), unfinished);
        }
    }

    /** Waits an interval at most where the pause is not over; the very first scan does not wait. */
    private boolean rests(Run current) throws InterruptedException {
        return (pause != null && pause.goesOn(current.watch(), clock)) || stopped();
    }

    private void begin(Run current) {
        long before = nanos.getAsLong();
        current.progress().scanBegun();
        try {
            FolderScan.Found found = scan(current);
            current.reader().states().beginPass(found.files(), this::stopped);
            current.lifecycle().begin(found.files());
            folderMissing = false;
            current.quiet().beginPass(clock.instant());
            pass = new Pass(current.reader(), current.lifecycle(), found, current.quiet());
        } catch (IOException e) {
            current.progress().scanFailed();
            warnOnce(current.folder(), e);
        }
        Duration took = Duration.ofNanos(nanos.getAsLong() - before);
        pause = new Pause(took, current.config().pollInterval(), current.quiet());
    }

    private FolderScan.Found scan(Run current) throws IOException {
        current.watch().beginScan();
        try {
            return FolderScan.in(current.folder(), current.watch()::enter, this::stopped);
        } finally {
            current.watch().endScan();
        }
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

    /** Under exactly-once, Connect calls this after the record's transaction has been committed. */
    @Override
    public void commitRecord(SourceRecord committed, @Nullable RecordMetadata metadata) {
        Run current = Objects.requireNonNull(run, "not started");
        FileRecord acknowledged = (FileRecord) committed;
        current.lifecycle().acknowledged(acknowledged, metadata);
        current.progress().acknowledged(acknowledged.kind(), current.lifecycle().unfinished());
    }

    /** Has a running poll return soon. Connect calls it after the last poll, or from another thread. */
    @Override
    public void stop() {
        stop.countDown();
        letGo();
        if (run != null) {
            run.watch().close();
            run.progress().unregister();
        }
    }

    private synchronized void letGo() {
        if (pass != null) {
            pass.close();
        }
    }
}
