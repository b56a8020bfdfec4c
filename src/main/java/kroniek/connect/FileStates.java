package kroniek.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far each file of the folder was read: what Connect has stored, asked for once and in bulk, and what was read since. Holds the files
 * that the last scan found and no others, about 400 bytes each.
 */
final class FileStates {

    /** Files asked for at once; each question makes Connect read its offsets topic to the end. */
    static final int BULK = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(FileStates.class);
    private static final String PARTITION_KEY = "file";

    private final OffsetStorageReader stored;
    private Map<String, FileState> states = new HashMap<>();

    FileStates(OffsetStorageReader stored) {
        this.stored = stored;
    }

    /** The source partition of a file's records. */
    static Map<String, String> partition(String path) {
        return Map.of(PARTITION_KEY, path);
    }

    /** Whether a source partition is a file's. */
    static boolean isPartition(Map<String, ?> partition) {
        return partition.size() == 1 && partition.get(PARTITION_KEY) instanceof String;
    }

    /** Prepares for a pass through these files: asks for those that are new here, forgets those that are gone. */
    void beginPass(List<FoundFile> files, BooleanSupplier stopped) {
        Map<String, FileState> found = new HashMap<>(files.size() * 4 / 3 + 1);
        List<String> unknown = new ArrayList<>();
        for (FoundFile file : files) {
            FileState state = states.get(file.path());
            if (state != null) {
                found.put(file.path(), state);
            } else {
                unknown.add(file.path());
            }
        }
        for (int from = 0; from < unknown.size() && !stopped.getAsBoolean(); from += BULK) {
            ask(unknown.subList(from, Math.min(unknown.size(), from + BULK)), found);
        }
        states = found;
    }

    private void ask(List<String> paths, Map<String, FileState> found) {
        List<Map<String, String>> partitions = new ArrayList<>(paths.size());
        paths.forEach(path -> partitions.add(partition(path)));
        Map<Map<String, String>, Map<String, Object>> offsets = stored.offsets(partitions);
        for (int i = 0; i < paths.size(); i++) {
            Map<String, Object> offset = offsets.get(partitions.get(i));
            found.put(paths.get(i), offset == null ? FileState.UNREAD : parsed(paths.get(i), offset));
        }
    }

    /** An offset that makes no sense costs a second reading, never a loss: every article has its key. */
    private static FileState parsed(String path, Map<String, Object> offset) {
        try {
            return FileState.ofOffset(offset);
        } catch (DataException e) {
            LOG.warn(
                    "The stored offset of {} cannot be used, the file is read from the beginning: {}",
                    path,
                    e.getMessage());
            return FileState.UNREAD;
        }
    }

    /** How far the file was read. */
    FileState of(FoundFile file) {
        return states.getOrDefault(file.path(), FileState.UNREAD);
    }

    /** Whether the last scan found a file of this path. */
    boolean contains(String path) {
        return states.containsKey(path);
    }

    /** Notes how far the file was read now. */
    void put(FoundFile file, FileState state) {
        states.put(file.path(), state);
    }
}
