package kroniek.connect;

import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import kroniek.article.InputForm;
import kroniek.connect.FileRecord.Kind;
import kroniek.domain.FileNote;
import kroniek.domain.FileNote.Fate;
import kroniek.domain.FileNote.Fault;
import kroniek.domain.FileNote.Look;
import kroniek.domain.FileNote.Position;
import kroniek.domain.FileNote.State;
import kroniek.domain.Rejection;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of every file, from when it is found until it is published, moved, deleted or gone. A file's own records are committed first,
 * then the note that says what became of it and what will be done with it, and only then is it touched: whatever a crash interrupts, the
 * note and the folder tell how to go on. Thread-safe: Connect may acknowledge records on another thread than it polls on.
 */
final class Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final FileNote.Source source;
    private final SourceRecords records;
    private final FileNotes notes;
    private final AfterPublishing afterPublishing;
    private final CommittedTopics topics;
    private final Vanished vanished;
    private final boolean withdraws;
    private final Clock clock;

    private final Map<String, Turn> turns = new HashMap<>();
    private final Queue<FileNote> due = new ArrayDeque<>();
    private final Set<String> failed = new HashSet<>();
    private final Queue<FileNote> retries = new ArrayDeque<>();
    private final Queue<FileRecord> withdrawals = new ArrayDeque<>();
    private List<FileNote> gone = List.of();
    private int othersInFlight;

    /** A file that has records which are not committed. */
    private static final class Turn {
        private int unacknowledged;
        private @Nullable Position last;
        private @Nullable FileNote outcome;
    }

    /**
     * Goes on where the notes end.
     *
     * @param known what was read back from the topic of files
     * @param vanished notices what is gone
     * @param withdraws whether the articles of a file that vanishes are withdrawn
     */
    Lifecycle(
            FileNote.Source source,
            SourceRecords records,
            Map<String, FileNote> known,
            AfterPublishing afterPublishing,
            CommittedTopics topics,
            Vanished vanished,
            boolean withdraws,
            Clock clock) {
        this.source = source;
        this.records = records;
        this.notes = new FileNotes(known);
        this.afterPublishing = afterPublishing;
        this.topics = topics;
        this.vanished = vanished;
        this.withdraws = withdraws;
        this.clock = clock;
    }

    /** How many records, notes and files are still on their way. */
    synchronized int unfinished() {
        return turns.size() + notes.unwritten() + othersInFlight + due.size() + withdrawals.size() + gone.size();
    }

    /** How many files are missing of which the next scans will tell whether they are gone. */
    synchronized int missing() {
        return vanished.uncertain();
    }

    /** A scan has found these files: announces those that are new or have changed. */
    synchronized void begin(List<FoundFile> files) {
        Instant now = clock.instant();
        retries.clear();
        for (FoundFile file : files) {
            FileNote before = notes.of(file.path());
            if (before == null) {
                notes.tell(FileNote.of(file.path(), source, State.FOUND, now, look(file, null)));
            } else if (isSettled(before.state()) && !isSameFile(before.look(), file)) {
                failed.remove(file.path());
                notes.tell(FileNote.of(file.path(), source, State.CHANGED, now, look(file, null))
                        .at(before.position()));
            }
        }
    }

    private static boolean isSettled(State state) {
        return state == State.PUBLISHED || state == State.REJECTED;
    }

    private static boolean isSameFile(Look look, FoundFile file) {
        return look.size() == file.size() && look.modified().equals(file.modified());
    }

    private static Look look(FoundFile file, @Nullable String sha256) {
        return new Look(file.size(), file.modified(), sha256);
    }

    /** A record is handed to Connect. */
    synchronized void handed(FileRecord handed) {
        if (handed.kind() == Kind.NOTE || handed.kind() == Kind.RETRACTION) {
            othersInFlight++;
        } else {
            turns.computeIfAbsent(handed.path(), first -> new Turn()).unacknowledged++;
        }
    }

    /** A record is committed, or was dropped by a transformation, as its owner wished. */
    synchronized void acknowledged(FileRecord committed, @Nullable RecordMetadata metadata) {
        if (committed.kind() == Kind.NOTE || committed.kind() == Kind.RETRACTION) {
            othersInFlight--;
            noted(committed.note());
            return;
        }
        Turn turn = turns.get(committed.path());
        if (turn == null) {
            return; // of a task that Connect gave up on
        }
        turn.unacknowledged--;
        if (committed.kind() == Kind.ARTICLE && metadata != null && metadata.hasOffset()) {
            turn.last = new Position(metadata.topic(), metadata.partition(), metadata.offset());
        }
        conclude(committed.path(), turn);
    }

    /** The note is committed: what it says is to be done may be done. */
    private void noted(@Nullable FileNote note) {
        if (note != null && note.isDue() && note.equals(notes.of(note.path()))) {
            due.add(note);
        }
    }

    /** Everything in the file was handed over, now or earlier. */
    synchronized void published(FoundFile file, String sha256, int rejectedLines) {
        FileNote before = notes.of(file.path());
        Position position = before != null && sha256.equals(before.look().sha256()) ? before.position() : null;
        Fault fault = rejectedLines == 0
                ? null
                : new Fault(
                        Rejection.Reason.TOO_LARGE.code(),
                        rejectedLines + " of its lines have more than " + InputForm.LARGEST_ARTICLE
                                + " bytes each and are rejected: split them.");
        ended(new FileNote(
                file.path(),
                source,
                State.PUBLISHED,
                clock.instant(),
                look(file, sha256),
                position,
                fault,
                Fate.KEPT,
                null,
                0));
    }

    /** The file cannot be used. */
    synchronized void rejected(FoundFile file, Fault fault, String sha256) {
        ended(new FileNote(
                file.path(),
                source,
                State.REJECTED,
                clock.instant(),
                look(file, sha256),
                null,
                fault,
                Fate.KEPT,
                null,
                0));
    }

    /** The note of a file that is rejected as before; null where there is none. */
    synchronized @Nullable FileNote rejection(FoundFile file) {
        FileNote before = notes.of(file.path());
        boolean same = before != null && before.state() == State.REJECTED && isSameFile(before.look(), file);
        return same ? before : null;
    }

    /** The file is to be looked at again. */
    synchronized void waits(FoundFile file) {
        FileNote before = notes.of(file.path());
        FileNote note = FileNote.of(file.path(), source, State.WAITING, clock.instant(), look(file, null));
        ended(before == null ? note : note.at(before.position()));
    }

    private void ended(FileNote outcome) {
        Turn turn = turns.get(outcome.path());
        if (turn == null) {
            settle(outcome);
        } else {
            turn.outcome = outcome;
            conclude(outcome.path(), turn);
        }
    }

    private void conclude(String path, Turn turn) {
        FileNote outcome = turn.outcome;
        if (turn.unacknowledged == 0 && outcome != null) {
            turns.remove(path);
            settle(turn.last == null ? outcome : outcome.at(turn.last));
        }
    }

    /** The file's records are committed: has that noted, unless it is; then does what the note says. */
    private void settle(FileNote outcome) {
        FileNote next = isSettled(outcome.state()) ? afterPublishing.plan(outcome) : outcome;
        FileNote before = notes.of(next.path());
        if (before == null || !says(before, next)) {
            notes.tell(next);
        } else if (before.isDue()) {
            (failed.contains(next.path()) ? retries : due).add(before);
        }
    }

    /** Whether a note says all that another one would. */
    private static boolean says(FileNote before, FileNote next) {
        if (before.state() != next.state()) {
            return false;
        }
        boolean done = before.fate() == Fate.COPIED && next.fate() == Fate.TO_BE_COPIED;
        return next.state() == State.WAITING
                || (before.look().equals(next.look())
                        && Objects.equals(before.fault(), next.fault())
                        && (next.position() == null || next.position().equals(before.position()))
                        && (before.fate() == next.fate() || done));
    }

    /** Does what is due, at most so many times. */
    void act(int most) {
        try {
            for (int i = 0; i < most; i++) {
                FileNote next = nextDue();
                if (next == null) {
                    return;
                }
                done(next, afterPublishing.carryOut(next));
            }
        } catch (InterruptedIOException e) {
            LOG.debug("The task stops; what is due is done when it starts again", e);
        }
    }

    private synchronized @Nullable FileNote nextDue() {
        FileNote next = due.poll();
        return next == null ? retries.poll() : next;
    }

    /** What could not be done is tried again after the next scan, and nobody waits for it. */
    private synchronized void done(FileNote note, @Nullable FileNote done) {
        if (done == null) {
            failed.add(note.path());
        } else {
            failed.remove(note.path());
            notes.tell(done);
        }
    }

    /** A scan and the pass through its files have ended: notices what is there no more. */
    synchronized void end(FolderScan.Found found) {
        List<FileNote> others = new ArrayList<>();
        for (FileNote note : notes.all()) {
            boolean ours = note.fate() == Fate.TO_BE_MOVED || note.fate() == Fate.TO_BE_DELETED;
            if (!ours) {
                others.add(note);
            } else if (found.isGone(note.path())) {
                notes.tell(afterPublishing.doneBefore(note));
            }
        }
        List<FileNote> certain = vanished.of(others, found);
        if (withdraws) {
            gone = certain;
        } else {
            certain.forEach(note -> notes.tell(gone(note, 0)));
        }
    }

    private FileNote gone(FileNote note, int withdrawn) {
        return new FileNote(
                note.path(),
                source,
                State.GONE,
                clock.instant(),
                note.look(),
                note.position(),
                null,
                Fate.KEPT,
                null,
                withdrawn);
    }

    /** Withdraws the articles of what is gone, once nothing is in flight that could make them another file's. */
    synchronized void withdraw() {
        if (gone.isEmpty() || unfinished() > gone.size()) {
            return;
        }
        List<FileNote> files = gone;
        gone = List.of();
        try {
            Map<String, Set<String>> articles =
                    topics.articles(files.stream().map(note -> uri(note.path())).toList());
            files.forEach(note -> withdraw(note, articles.getOrDefault(uri(note.path()), Set.of())));
        } catch (ConnectException e) {
            LOG.warn("The articles of {} files that are gone are not withdrawn yet", files.size(), e);
        }
    }

    private String uri(String path) {
        return SourceRecords.uri(records.folder(), path);
    }

    private void withdraw(FileNote note, Collection<String> ids) {
        if (FolderScan.isThere(records.folder(), note.path())) {
            return; // it has just come back
        }
        for (String id : ids) {
            FileRecord withdrawal = records.withdrawal(id, note.path());
            handed(withdrawal);
            withdrawals.add(withdrawal);
        }
        LOG.info("{} is gone: {} articles are withdrawn", note.path(), ids.size());
        ended(gone(note, ids.size()));
    }

    /** Adds to a batch what is to be said besides what was read. */
    synchronized void add(Batch batch) {
        while (!withdrawals.isEmpty() && !batch.isFull()) {
            batch.add(withdrawals.remove());
        }
        for (FileNote note : notes.take(batch.mostRecords(), batch.room())) {
            // Also where another file has all its articles by now: if it comes back, they are to be its own again.
            FileRecord said = records.note(note, withdraws && note.state() == State.GONE);
            handed(said);
            batch.add(said);
        }
    }
}
