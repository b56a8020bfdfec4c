package kroniek.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Queue;
import kroniek.domain.FileNote;
import kroniek.domain.Rejection;
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
    private final Lifecycle lifecycle;
    private final FolderScan.Found found;
    private final Iterator<FoundFile> files;
    private final Quiet quiet;
    private final Queue<FileRecord> retractions = new ArrayDeque<>();

    private @Nullable FoundFile current;
    private @Nullable FileReading reading;
    private boolean fruitful;
    private boolean goneSought;
    private long unchanged;
    private long waiting;
    private long rejected;
    private long read;

    Pass(Reader reader, Lifecycle lifecycle, FolderScan.Found found, Quiet quiet) {
        this.reader = reader;
        this.lifecycle = lifecycle;
        this.found = found;
        this.files = found.files().iterator();
        this.quiet = quiet;
    }

    /**
     * Takes one step: looks at one file or adds one record.
     *
     * @return whether there may be another step
     * @throws InterruptedIOException if the task stops
     */
    boolean step(Batch batch) throws InterruptedIOException {
        FileRecord retraction = retractions.poll();
        if (retraction != null) {
            hand(retraction, batch);
        } else if (current != null && reading != null) {
            readOn(current, reading, batch);
        } else if (files.hasNext()) {
            look(files.next(), batch);
        } else if (!goneSought) {
            retractGone();
        } else {
            return false;
        }
        return true;
    }

    private void hand(FileRecord given, Batch batch) {
        lifecycle.handed(given);
        batch.add(given);
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
            stillRejected(file, known);
        } else if (known == null && reader.states().of(file).covers(file)) {
            unchanged++;
            published(file);
        } else if (quiet.isYoung(file)) {
            waits(file);
        } else {
            current = file;
            reading = reader.open(file);
            fruitful = false;
        }
    }

    private void waits(FoundFile file) {
        waiting++;
        lifecycle.waits(file);
    }

    private void changed(FoundFile file) {
        quiet.changed(file);
        waits(file);
    }

    private void published(FoundFile file) {
        int rejectedLines = reader.rejected().lines(file.path()).size();
        lifecycle.published(file, reader.states().of(file).sha256(), rejectedLines);
    }

    /** Of a rejection that was made in an earlier run, the words are known only as far as they were noted. */
    private void stillRejected(FoundFile file, RejectedFiles.Whole known) {
        FileNote before = lifecycle.rejection(file);
        FileNote.Fault fault = before == null ? null : before.fault();
        lifecycle.rejected(
                file,
                fault == null ? new FileNote.Fault(known.reason(), Faults.again(known.reason())) : fault,
                known.sha256());
    }

    private void readOn(FoundFile file, FileReading from, Batch batch) throws InterruptedIOException {
        try {
            FileRecord next = from.next();
            if (next != null) {
                fruitful = true;
                hand(next, batch);
                return;
            }
            end(file, from.settled(), batch);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (NoSuchFileException e) {
            changed(file); // the next scan will know
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
            changed(file);
            return;
        }
        if (fruitful) {
            read++;
        } else {
            unchanged++;
        }
        published(file);
        retractWhole(file.path());
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
        if (!whole.equals(reader.rejected().whole(file.path()))) {
            RejectedFiles.Stored stored = reader.rejected().addWhole(file.path(), whole);
            hand(
                    reader.records()
                            .rejection(rejection, file.path(), file.size(), sample.sha256(), sample.head(), stored),
                    batch);
        }
        lifecycle.rejected(file, new FileNote.Fault(reason, rejection.detail()), sample.sha256());
    }

    private void retractGone() {
        goneSought = true;
        for (String path : reader.rejected().paths()) {
            if (found.isGone(path)) {
                retractWhole(path);
                for (String hash : reader.rejected().lines(path).keySet()) {
                    RejectedFiles.Stored stored = reader.rejected().removeLine(path, hash);
                    retractions.add(reader.records().retraction(SourceRecords.lineKey(path, hash), path, stored));
                }
            }
        }
    }

    private void retractWhole(String path) {
        if (reader.rejected().whole(path) != null) {
            RejectedFiles.Stored stored = reader.rejected().removeWhole(path);
            retractions.add(reader.records().retraction(SourceRecords.fileKey(path), path, stored));
        }
    }

    private static String key(FoundFile file) {
        return SourceRecords.fileKey(file.path());
    }

    /** What the scan found. */
    FolderScan.Found found() {
        return found;
    }

    /** What became of the files that were found, so far. */
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
    record Outcome(long found, long unchanged, long waiting, long rejected, long read) {

        /** Those that have not had their turn yet. */
        long ahead() {
            return found - unchanged - waiting - rejected - read;
        }
    }
}
