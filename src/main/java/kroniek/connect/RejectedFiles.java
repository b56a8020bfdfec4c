package kroniek.connect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kroniek.domain.Rejection;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * The files and lines that stand in the topic of rejections. Connect gives an offset only to who names its partition, so a file that was
 * deleted while the task was down could not be asked after; therefore the rejected ones stand together, in {@value #BUCKETS} source
 * partitions by the path's hash, and an offset is the list of one bucket. What is not in here has no rejection.
 */
final class RejectedFiles {

    static final int BUCKETS = 256;

    private static final String PARTITION_KEY = "rejected";
    private static final String WHOLE = "file ";
    private static final String LINE = "line ";
    private static final int HASH = 16;

    /** Bucket by bucket: path → {@code "file <size> <modified> <reason> <sha256>"}, path#hash → {@code "line <start>"}. */
    private final List<NavigableMap<String, String>> buckets = new ArrayList<>(BUCKETS);

    /** Reads all buckets at once. */
    RejectedFiles(OffsetStorageReader stored) {
        List<Map<String, String>> partitions = new ArrayList<>(BUCKETS);
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            partitions.add(partition(bucket));
        }
        Map<Map<String, String>, Map<String, Object>> offsets = stored.offsets(partitions);
        for (Map<String, String> partition : partitions) {
            NavigableMap<String, String> entries = new TreeMap<>();
            Map<String, Object> offset = offsets.get(partition);
            if (offset != null) {
                offset.forEach((key, value) -> entries.put(key, String.valueOf(value)));
            }
            buckets.add(entries);
        }
    }

    private static Map<String, String> partition(int bucket) {
        return Map.of(PARTITION_KEY, Integer.toString(bucket));
    }

    /** Whether a source partition is a bucket's. */
    static boolean isPartition(Map<String, ?> partition) {
        return partition.size() == 1 && partition.get(PARTITION_KEY) instanceof String;
    }

    private static int bucket(String path) {
        return Math.floorMod(path.hashCode(), BUCKETS);
    }

    private NavigableMap<String, String> entries(String path) {
        return buckets.get(bucket(path));
    }

    /** The rejection of the file as a whole, or null. */
    @Nullable
    Whole whole(String path) {
        String entry = entries(path).get(path);
        return entry == null || !entry.startsWith(WHOLE) ? null : Whole.parse(entry);
    }

    /** The rejected lines of the file: short hash → where the line begins. */
    Map<String, Long> lines(String path) {
        Map<String, Long> lines = new HashMap<>();
        for (Map.Entry<String, String> entry : entries(path).tailMap(path + "#").entrySet()) {
            if (!entry.getKey().startsWith(path + "#")) {
                break;
            }
            if (entry.getValue().startsWith(LINE)) {
                String hash = entry.getKey().substring(path.length() + 1);
                lines.put(hash, Long.parseLong(entry.getValue().substring(LINE.length())));
            }
        }
        return lines;
    }

    /** The paths that have a rejection, in order. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        for (NavigableMap<String, String> bucket : buckets) {
            bucket.forEach((key, value) ->
                    paths.add(value.startsWith(LINE) ? key.substring(0, key.length() - HASH - 1) : key));
        }
        return paths;
    }

    /** Notes that the file is rejected. */
    Stored addWhole(String path, Whole whole) {
        entries(path).put(path, whole.entry());
        return stored(path);
    }

    /** Notes that a line of the file is rejected. */
    Stored addLine(String path, String hash, long start) {
        entries(path).put(path + "#" + hash, LINE + start);
        return stored(path);
    }

    /** Notes that the file as a whole is not rejected any more. */
    Stored removeWhole(String path) {
        entries(path).remove(path);
        return stored(path);
    }

    /** Notes that a line is not there any more. */
    Stored removeLine(String path, String hash) {
        entries(path).remove(path + "#" + hash);
        return stored(path);
    }

    private Stored stored(String path) {
        return new Stored(partition(bucket(path)), new HashMap<>(entries(path)));
    }

    /**
     * What has to be stored with the record that tells of a change.
     *
     * @param partition the source partition
     * @param offset the source offset
     */
    record Stored(Map<String, String> partition, Map<String, String> offset) {}

    /**
     * A file's rejection, with what the file was like then.
     *
     * @param size in bytes
     * @param modified its modification time
     * @param reason the {@link Rejection.Reason#code()}
     * @param sha256 the hash of what could be read
     */
    record Whole(long size, Instant modified, String reason, String sha256) {

        static Whole parse(String entry) {
            String[] parts = entry.split(" ", 5);
            return new Whole(Long.parseLong(parts[1]), Instant.parse(parts[2]), parts[3], parts[4]);
        }

        String entry() {
            return WHOLE + size + " " + modified + " " + reason + " " + sha256;
        }

        /** Whether the file still looks as it did, and only a new look at its bytes could say otherwise. */
        boolean covers(FoundFile file) {
            return size == file.size()
                    && modified.equals(file.modified())
                    && !reason.equals(Rejection.Reason.UNREADABLE.code());
        }
    }
}
