package kroniek.connect;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * How far a file was read: the source offset of its records.
 *
 * @param size of the file in bytes when it was read
 * @param modified its modification time then
 * @param sha256 the hash of the content (decompressed) up to {@code position}
 * @param position how many bytes of the content were read, for JSON lines always the end of a terminated line
 * @param lines how many lines end before {@code position}; 0 for a text
 * @param complete whether nothing was left to read
 * @param tail the short hash of a last line that was published though no line feed ended it, or null
 */
record FileState(
        long size,
        Instant modified,
        String sha256,
        long position,
        long lines,
        boolean complete,
        @Nullable String tail) {

    /** Of a file that was never read. */
    static final FileState UNREAD = new FileState(-1, Instant.EPOCH, "", 0, 0, false, null);

    /** Whether the file is as it was when everything in it was read, so that it need not be opened. */
    boolean covers(FoundFile file) {
        return complete && size == file.size() && modified.equals(file.modified());
    }

    /** As Connect stores it. */
    Map<String, Object> toOffset() {
        Map<String, Object> offset = new HashMap<>();
        offset.put("size", size);
        offset.put("modified", modified.toString());
        offset.put("sha256", sha256);
        offset.put("position", position);
        offset.put("lines", lines);
        offset.put("complete", complete);
        if (tail != null) {
            offset.put("tail", tail);
        }
        return offset;
    }

    /**
     * From what Connect stored.
     *
     * @throws DataException if that is no offset of this connector
     */
    static FileState ofOffset(Map<String, ?> offset) {
        try {
            return new FileState(
                    number(offset, "size"),
                    Instant.parse(text(offset, "modified")),
                    text(offset, "sha256"),
                    number(offset, "position"),
                    number(offset, "lines"),
                    field(offset, "complete", Boolean.class),
                    offset.containsKey("tail") ? text(offset, "tail") : null);
        } catch (DateTimeException e) {
            throw new DataException("the field modified is no time: " + offset, e);
        }
    }

    private static long number(Map<String, ?> offset, String name) {
        return field(offset, name, Number.class).longValue();
    }

    private static String text(Map<String, ?> offset, String name) {
        return field(offset, name, String.class);
    }

    private static <T> T field(Map<String, ?> offset, String name, Class<T> type) {
        Object value = offset.get(name);
        if (!type.isInstance(value)) {
            throw new DataException("the field " + name + " is missing or of another type: " + offset);
        }
        return type.cast(value);
    }
}
