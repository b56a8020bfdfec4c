package kroniek.topic;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the key of a record of the raw topic names: an article by its id; or, where it can be none or stands in a partition that is not its
 * own, the rejection of the record, under the name that {@code topics/kroniek.rejected.yaml} declares.
 *
 * @param name the article's id, or the name that stands in for it
 * @param kind what the key is
 */
public record RawKey(String name, Kind kind) {

    /** A longer key, in bytes, is none: it stands in every record about the article, and paths are at most so long. */
    public static final int LONGEST = 4096;

    /** What the names begin with that {@code topics/kroniek.rejected.yaml} gives to what is no article. */
    private static final List<String> RESERVED = List.of("file:", "misplaced:", "bad-key:", "raw:", "reserved:");

    /** What a key is. */
    public enum Kind {
        /** An article's id, in its own partition. */
        ARTICLE,
        /** There is none, or an empty one. */
        MISSING,
        /** Longer than {@link #LONGEST}. */
        TOO_LONG,
        /** Bytes that are no UTF-8. */
        NOT_UTF8,
        /** An id in a partition where Kafka's default partitioner would not put it. */
        MISPLACED,
        /** It begins like the name of a rejection, so that an article of that id could not be told from it. */
        RESERVED
    }

    /**
     * The key of a record.
     *
     * @param partition where the record stands
     * @param offset where it stands there
     * @param partitions how many partitions the raw topic has
     */
    public static RawKey of(byte @Nullable [] key, int partition, long offset, int partitions) {
        if (key == null) {
            return new RawKey("raw:%d:%d".formatted(partition, offset), Kind.MISSING);
        }
        Optional<String> id = key.length > LONGEST ? Optional.empty() : utf8(key);
        if (key.length == 0 || id.isEmpty()) {
            // A stand-in that the next version of the same key shares, so that it takes the place of this one.
            return new RawKey("bad-key:%d:%s".formatted(partition, sha256(key)), fault(key));
        }
        if (DefaultPartition.of(key, partitions) != partition) {
            return new RawKey("misplaced:%d:%s".formatted(partition, id.get()), Kind.MISPLACED);
        }
        return new RawKey(name(id.get()), isReserved(id.get()) ? Kind.RESERVED : Kind.ARTICLE);
    }

    private static Kind fault(byte[] key) {
        if (key.length == 0) {
            return Kind.MISSING;
        }
        return key.length > LONGEST ? Kind.TOO_LONG : Kind.NOT_UTF8;
    }

    /** Whether an id begins like the name of a rejection, so that no article can have it. */
    public static boolean isReserved(String id) {
        return RESERVED.stream().anyMatch(id::startsWith);
    }

    /** What a key that is text and stands in its own partition names: the article of that id or, if no article can have it, a rejection. */
    public static String name(String id) {
        return isReserved(id) ? "reserved:" + id : id;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String sha256(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
