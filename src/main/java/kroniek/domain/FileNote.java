package kroniek.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the topic of files says of one file of a watched folder: where it stands on its way and what becomes of it. Derived from what the
 * connector has published, so it may lag behind, and never runs ahead.
 *
 * @param path relative to the watched folder, with {@code /}
 * @param source whose file it is
 * @param state where it stands
 * @param since when the connector saw it come into this state
 * @param look what the file looked like
 * @param position where its last article stands in Kafka; null where it has none, or where that was forgotten in a crash
 * @param fault why it, or a line of it, is rejected; null where nothing is
 * @param fate what becomes of the file itself
 * @param target where it was moved or copied to; of one that is still to be moved, where it should go; or null
 * @param withdrawn how many articles were withdrawn because it is gone
 */
public record FileNote(
        String path,
        Source source,
        State state,
        Instant since,
        Look look,
        @Nullable Position position,
        @Nullable Fault fault,
        Fate fate,
        @Nullable String target,
        long withdrawn) {

    /** Of a file that was only seen so far. */
    public static FileNote of(String path, Source source, State state, Instant since, Look look) {
        return new FileNote(path, source, state, since, look, null, null, Fate.KEPT, null, 0);
    }

    /** The same with other news of what becomes of the file. */
    public FileNote with(Fate next, @Nullable String nextTarget, Instant now) {
        return new FileNote(path, source, state, now, look, position, fault, next, nextTarget, withdrawn);
    }

    /** The same in another place of Kafka. */
    public FileNote at(@Nullable Position next) {
        return new FileNote(path, source, state, since, look, next, fault, fate, target, withdrawn);
    }

    /** Whether the connector has to do something with the file still. */
    public boolean isDue() {
        return fate == Fate.TO_BE_MOVED || fate == Fate.TO_BE_DELETED || fate == Fate.TO_BE_COPIED;
    }

    /** Whether the file is not in the folder any more, by the connector's own doing or another's. */
    public boolean isOver() {
        return state == State.GONE || fate == Fate.MOVED || fate == Fate.DELETED;
    }

    /** Where a file stands. */
    public enum State {
        /** A scan has found it, and it was not read yet. */
        FOUND,
        /** It is too young, or changed while it was read. */
        WAITING,
        /** Everything in it is committed to Kafka. */
        PUBLISHED,
        /** It cannot be used as a file; it stays in the folder. */
        REJECTED,
        /** It is another one than was published or rejected, and was not read yet. */
        CHANGED,
        /** It vanished by somebody else. */
        GONE;

        /** Lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of that code. */
        public static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** What becomes of a file. */
    public enum Fate {
        /** It stays where it is, or went by somebody else. */
        KEPT,
        /** It is published, and will be moved. */
        TO_BE_MOVED,
        /** The connector moved it. */
        MOVED,
        /** It is published, and will be deleted. */
        TO_BE_DELETED,
        /** The connector deleted it. */
        DELETED,
        /** It is rejected, and will be copied aside. */
        TO_BE_COPIED,
        /** The connector copied it aside. */
        COPIED;

        /** Lower case with hyphens. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The fate of that code. */
        public static Fate of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * Whose file it is: several connectors may write to one topic.
     *
     * @param owner the connector, by a name that no other one has
     * @param folder the watched folder, as a URI
     */
    public record Source(String owner, String folder) {}

    /**
     * What a file looked like.
     *
     * @param size in bytes
     * @param modified its modification time
     * @param sha256 the hash of what was read of it: of a published one the content, decompressed; null where nothing was read
     */
    public record Look(
            long size, Instant modified, @Nullable String sha256) {}

    /** A place in Kafka. */
    public record Position(String topic, int partition, long offset) {}

    /**
     * Why something is rejected.
     *
     * @param reason the {@link Rejection.Reason#code()}
     * @param detail what is wrong and what to do, for a person
     */
    public record Fault(String reason, String detail) {}
}
