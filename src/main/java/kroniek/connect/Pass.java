package kroniek.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import kroniek.domain.Rejection;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass through the files that a scan found, in the order of their paths: what is unchanged is not opened, what is too young waits,
 * what is bad is rejected, everything else is read. A file that fails never keeps the next one from its turn.
 */
final class Pass {

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

    private final Reader reader;
    private final FolderScan.Found found;
    private final Iterator<FoundFile> files;
    private final Instant now;
    private final Duration minimumAge;
    private final Queue<SourceRecord> withdrawals = new ArrayDeque<>();

    private @Nullable FoundFile current;
    private @Nullable FileReading reading;
    private boolean fruitful;
    private boolean goneSought;
    private long unchanged;
    private long waiting;
    private long rejected;
    private long read;

    Pass(Reader reader, FolderScan.Found found, Instant now, Duration minimumAge) {
        this.reader = reader;
        this.found = found;
        this.files = found.files().iterator();
        this.now = now;
        this.minimumAge = minimumAge;
    }

    /**
     * Takes one step: looks at one file or adds one record.
     *
     * @return whether there may be another step
     * @throws InterruptedIOException if the task stops
     */
    boolean step(Batch batch) throws InterruptedIOException {
        SourceRecord withdrawal = withdrawals.poll();
        if (withdrawal != null) {
            batch.add(withdrawal);
        } else if (current != null && reading != null) {
            readOn(current, reading, batch);
        } else if (files.hasNext()) {
            look(files.next(), batch);
        } else if (!goneSought) {
            withdrawGone();
        } else {
            return false;
        }
        return true;
    }

    private void look(FoundFile file, Batch batch) throws InterruptedIOException {
        RejectedFiles.Whole known = reader.rejected().whole(file.path());
        if (file.fault() != null) {
            reject(
                    file,
                    new Rejection(key(file), Rejection.Reason.UNREADABLE, file.fault()),
                    FileSample.empty(),
                    batch);
        } else if (known != null && known.covers(file)) {
            rejected++;
        } else if (known == null && reader.states().of(file).covers(file)) {
            unchanged++;
        } else if (isYoung(file)) {
            waiting++;
        } else {
            current = file;
            reading = reader.open(file);
            fruitful = false;
        }
    }

    /** A time that lies in the future, beyond a clock's small error, says nothing about age. */
    private boolean isYoung(FoundFile file) {
        return Duration.between(file.modified(), now).abs().compareTo(minimumAge) < 0;
    }

    private void readOn(FoundFile file, FileReading from, Batch batch) throws InterruptedIOException {
        try {
            SourceRecord next = from.next();
            if (next != null) {
                fruitful = true;
                batch.add(next);
                return;
            }
            end(file, from.settled(), batch);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (NoSuchFileException e) {
            waiting++; // the next scan will know
        } catch (IOException e) {
            FileSample sample = FileSample.of(reader.location(file), reader.stopped());
            reject(file, Faults.rejection(key(file), file.form(), e), sample, batch);
        }
        close();
    }

    private void end(FoundFile file, boolean settled, Batch batch) {
        if (!fruitful) {
            batch.addRead(file.size());
        }
        if (!settled) {
            waiting++;
            return;
        }
        if (fruitful) {
            read++;
        } else {
            unchanged++;
        }
        withdrawWhole(file.path());
    }

    /** Ends the reading of the current file, if any. */
    void close() {
        try {
            if (reading != null) {
                reading.close();
            }
        } catch (IOException e) {
            LOG.debug("A file that was only read could not be closed", e);
        }
        reading = null;
        current = null;
    }

    private void reject(FoundFile file, Rejection rejection, FileSample sample, Batch batch) {
        rejected++;
        String reason = rejection.reason().code();
        RejectedFiles.Whole whole = new RejectedFiles.Whole(file.size(), file.modified(), reason, sample.sha256());
        if (whole.equals(reader.rejected().whole(file.path()))) {
            return;
        }
        RejectedFiles.Stored stored = reader.rejected().addWhole(file.path(), whole);
        batch.add(reader.records().rejection(rejection, file.size(), sample.sha256(), sample.head(), stored));
    }

    private void withdrawGone() {
        goneSought = true;
        for (String path : reader.rejected().paths()) {
            if (found.isGone(path)) {
                withdrawWhole(path);
                for (String hash : reader.rejected().lines(path).keySet()) {
                    RejectedFiles.Stored stored = reader.rejected().removeLine(path, hash);
                    withdrawals.add(reader.records().withdrawal(SourceRecords.lineKey(path, hash), stored));
                }
            }
        }
    }

    private void withdrawWhole(String path) {
        if (reader.rejected().whole(path) != null) {
            RejectedFiles.Stored stored = reader.rejected().removeWhole(path);
            withdrawals.add(reader.records().withdrawal(SourceRecords.fileKey(path), stored));
        }
    }

    private static String key(FoundFile file) {
        return SourceRecords.fileKey(file.path());
    }

    /** What became of the files that were found; of a pass that has ended. */
    Outcome outcome() {
        return new Outcome(found.files().size(), unchanged, waiting, rejected, read);
    }

    /**
     * What became of the files of one pass.
     *
     * @param found all of them
     * @param unchanged those in which nothing was new
     * @param waiting those too young or changed while they were read
     * @param rejected those that could not be used, now or earlier
     * @param read those with something new
     */
    record Outcome(long found, long unchanged, long waiting, long rejected, long read) {}
}
