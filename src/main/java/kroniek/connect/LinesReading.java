package kroniek.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import kroniek.article.Format;
import kroniek.article.Line;
import kroniek.article.LineId;
import kroniek.article.LineReader;
import kroniek.domain.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * A file of JSON lines, one article each. Reading goes on where it ended the last time if everything before that place is still the same,
 * and else begins anew. An article is held back until the next one (or the end) is seen, so that the last one can carry the news that the
 * file is complete.
 */
final class LinesReading implements FileReading {

    private final OpenFile file;
    private final FoundFile found;
    private final Reader reader;
    private final Queue<FileRecord> ready = new ArrayDeque<>();
    private final Set<String> oversized = new HashSet<>();

    private @Nullable LineReader lines;
    private long begin;
    private @Nullable String knownTail;
    private @Nullable Line held;
    private @Nullable FileState afterHeld;
    private boolean ended;
    private boolean settled;
    private @Nullable IOException failure;

    LinesReading(OpenFile file, Reader reader) {
        this.file = file;
        this.found = file.found();
        this.reader = reader;
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        while (ready.isEmpty() && !ended) {
            step();
        }
        if (ready.isEmpty() && failure != null) {
            throw failure;
        }
        return ready.poll();
    }

    private void step() throws InterruptedIOException {
        try {
            LineReader from = lines == null ? open() : lines;
            Line line = from.next();
            if (line != null && line.terminated()) {
                take(line, from);
            } else {
                end(line, from);
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            fail(e);
        }
    }

    private LineReader open() throws IOException {
        FileState known = reader.states().of(found);
        LineReader resumed = opened();
        if (known.position() == 0 || resumed.skip(known.position(), known.lines(), known.sha256())) {
            begin = known.position();
            knownTail = known.tail();
            return resumed;
        }
        resumed.close();
        return opened();
    }

    private LineReader opened() throws IOException {
        LineReader opened = new LineReader(file.content());
        lines = opened;
        return opened;
    }

    private void take(Line line, LineReader from) {
        if (line.oversized()) {
            reject(line, from.lines());
        } else if (!line.isBlank() && !isKnownTail(line)) {
            release(afterHeld);
            held = line;
            afterHeld = state(from, false, null);
        }
    }

    /** Whether the line was published already, when it was the last one and no line feed ended it. */
    private boolean isKnownTail(Line line) {
        return line.start() == begin && line.shortHash().equals(knownTail);
    }

    private void release(@Nullable FileState after) {
        if (held != null && after != null) {
            publish(held, after);
            held = null;
        }
    }

    private FileState state(LineReader at, boolean complete, @Nullable String tail) {
        return new FileState(found.size(), found.modified(), at.sha256(), at.position(), at.lines(), complete, tail);
    }

    private void publish(Line line, FileState after) {
        String id = LineId.of(line, found.path());
        reader.owners().claim(id, found.path());
        reader.states().put(found, after);
        ready.add(reader.records().article(id, line.bytes(), line.sha256(), Format.JSON, found, after));
    }

    /** A last line without a line feed counts only if the file did not change meanwhile: it may be half of one. */
    private void end(@Nullable Line tail, LineReader at) throws IOException {
        settled = file.isAsFound();
        ended = true;
        if (!settled) {
            release(afterHeld);
        } else if (tail == null || tail.isBlank()) {
            finish(state(at, true, null));
        } else {
            finish(tail, at);
        }
        at.close();
    }

    private void finish(Line tail, LineReader at) {
        if (tail.oversized()) {
            reject(tail, at.lines() + 1);
            finish(state(at, true, null));
        } else if (isKnownTail(tail)) {
            finish(state(at, true, knownTail));
        } else {
            release(afterHeld);
            held = tail;
            finish(state(at, true, tail.shortHash()));
        }
    }

    /** The record that says complete comes last: after a kill, whoever saw it will not look here again. */
    private void finish(FileState complete) {
        withdrawOversized();
        release(complete);
        reader.states().put(found, complete);
    }

    private void fail(IOException e) {
        release(afterHeld);
        failure = e;
        ended = true;
    }

    private void reject(Line line, long number) {
        String hash = line.shortHash();
        Map<String, Long> known = reader.rejected().lines(found.path());
        if (!oversized.add(hash) || Long.valueOf(line.start()).equals(known.get(hash))) {
            return;
        }
        Rejection rejection = new Rejection(
                SourceRecords.lineKey(found.path(), hash),
                Rejection.Reason.TOO_LARGE,
                Faults.tooLarge("Line " + number + " of " + found.path() + ", " + line.size() + " bytes long,"));
        RejectedFiles.Stored stored = reader.rejected().addLine(found.path(), hash, line.start());
        ready.add(
                reader.records().rejection(rejection, found.path(), line.size(), line.sha256(), line.bytes(), stored));
    }

    /** Takes back the rejections of lines that stood where was read now and are not there any more. */
    private void withdrawOversized() {
        reader.rejected().lines(found.path()).forEach((hash, start) -> {
            if (start >= begin && !oversized.contains(hash)) {
                RejectedFiles.Stored stored = reader.rejected().removeLine(found.path(), hash);
                ready.add(reader.records().retraction(SourceRecords.lineKey(found.path(), hash), found.path(), stored));
            }
        });
    }

    @Override
    public boolean settled() {
        return settled;
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
