package kroniek.connect;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import kroniek.domain.FileNote;
import kroniek.domain.FileNote.Fate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done with a file once everything in it is committed to Kafka, and so is the note that says what will be done: the only place
 * where the connector touches files. Everything here can be done again after a crash at any point.
 */
final class AfterPublishing {

    /** How the text beside the copy of a rejected file is called: like the file, and this. */
    static final String REASON = ".reason.txt";

    /** The log says at level debug when a file is about to be touched, and when it was: where a test may want a crash. */
    private static final Logger LOG = LoggerFactory.getLogger(AfterPublishing.class);

    private final Path folder;
    private final Wish wish;
    private final @Nullable Shelf archive;
    private final @Nullable Shelf rejected;
    private final Clock clock;
    private boolean complained;

    /** What the user wants to be done with a published file. */
    enum Wish {
        /** Nothing. */
        KEEP,
        /** It goes to the archive, under its path. */
        MOVE,
        /** It goes to the archive, under the day of its publication and its path. */
        MOVE_BY_DATE,
        /** It is deleted. */
        DELETE;

        /** Lower case with hyphens, as the setting has it. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Wish of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * With the wishes of a user.
     *
     * @param folder the watched folder, real
     * @param archive where files are moved to; null where they are not
     * @param rejected where rejected files are copied to; null where they are not
     * @param clock tells when something was done
     */
    AfterPublishing(Path folder, Wish wish, @Nullable Shelf archive, @Nullable Shelf rejected, Clock clock) {
        this.folder = folder;
        this.wish = wish;
        this.archive = archive;
        this.rejected = rejected;
        this.clock = clock;
    }

    /** The note of a file that is published or rejected, with what is to be done; a file with a rejected line stays. */
    FileNote plan(FileNote note) {
        if (note.fault() != null) {
            return rejected == null ? note : note.with(Fate.TO_BE_COPIED, null, note.since());
        }
        return switch (wish) {
            case KEEP -> note;
            case DELETE -> note.with(Fate.TO_BE_DELETED, null, note.since());
            case MOVE -> note.with(Fate.TO_BE_MOVED, note.path(), note.since());
            case MOVE_BY_DATE -> note.with(Fate.TO_BE_MOVED, byDate(note), note.since());
        };
    }

    private static String byDate(FileNote note) {
        LocalDate day = LocalDate.ofInstant(note.since(), ZoneOffset.UTC);
        return "%04d/%02d/%02d/%s".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), note.path());
    }

    /**
     * Does what a committed note says is to be done.
     *
     * @return the note with what was done; null where nothing could be, or the file is another one by now: the next scan will see
     * @throws InterruptedIOException if the task stops
     */
    @Nullable
    FileNote carryOut(FileNote note) throws InterruptedIOException {
        try {
            LOG.debug("{}: {}", note.fate().code(), note.path());
            FileNote done = done(note);
            LOG.debug("{}: {}", done.fate().code(), note.path());
            complained = false;
            return done;
        } catch (Shelf.ChangedException e) {
            return null;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            if (!complained) {
                LOG.warn(
                        "{} is committed to Kafka, but it stays {}: {}. This is tried again after every scan, also with"
                                + " other files. (Said once, until it works.)",
                        note.path(),
                        note.fate().code(),
                        Faults.withPath(e));
            }
            complained = true;
            return null;
        }
    }

    /** The note of a file that is not where it was and was to be moved or deleted: a crash came before that could be noted. */
    FileNote doneBefore(FileNote note) {
        if (note.fate() == Fate.TO_BE_DELETED) {
            return note.with(Fate.DELETED, null, clock.instant());
        }
        String planned = note.target();
        String target = null;
        if (archive != null && planned != null) {
            Path place = archive.root().resolve(planned);
            target = Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) ? place.toString() : null;
        }
        return note.with(Fate.MOVED, target, clock.instant());
    }

    private FileNote done(FileNote note) throws IOException {
        Path file = folder.resolve(note.path());
        Instant now = clock.instant();
        if (note.fate() == Fate.TO_BE_COPIED) {
            return note.with(Fate.COPIED, copied(note, file).toString(), now);
        }
        check(note, file);
        if (note.fate() == Fate.TO_BE_DELETED) {
            Files.delete(file);
            return note.with(Fate.DELETED, null, now);
        }
        String planned = note.target();
        if (archive == null || planned == null) {
            throw new Shelf.ChangedException(); // planned with other settings; the next scan plans anew
        }
        Path target = archive.move(file, Path.of(planned), () -> check(note, file));
        return note.with(Fate.MOVED, target.toString(), now);
    }

    private static void check(FileNote note, Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (now.size() == note.look().size()
                    && now.lastModifiedTime().toInstant().equals(note.look().modified())) {
                return;
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} is not there any more", file, e);
        }
        throw new Shelf.ChangedException();
    }

    private Path copied(FileNote note, Path file) throws IOException {
        FileNote.Fault fault = note.fault();
        if (rejected == null || fault == null) {
            throw new Shelf.ChangedException();
        }
        boolean readable = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file);
        return rejected.copy(file, readable, Path.of(note.path()), REASON, reason(note, fault, readable));
    }

    private String reason(FileNote note, FileNote.Fault fault, boolean readable) {
        return """
                Kroniek could not use this file%s.

                file:     %s
                reason:   %s
                what:     %s
                size:     %d bytes
                modified: %s
                SHA-256:  %s

                The file itself was left where it lies. Put a mended one in its place, and it is read again.
                %s
                """.formatted(
                        note.state() == FileNote.State.PUBLISHED ? " as a whole: what it has besides is published" : "",
                        folder.resolve(note.path()),
                        fault.reason(),
                        fault.detail(),
                        note.look().size(),
                        note.look().modified(),
                        String.valueOf(note.look().sha256()),
                        readable ? "A copy lies beside this text." : "It cannot be read, so there is no copy of it.");
    }
}
