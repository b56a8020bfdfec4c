package kroniek.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import kroniek.domain.FileNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices which files are in the folder no longer. A file is gone only where two scans, as far apart as a file must be old to be read, have
 * not found it, and every folder above it could be listed.
 */
final class Vanished {

    private static final Logger LOG = LoggerFactory.getLogger(Vanished.class);

    private final Duration minimumAge;
    private final boolean withdraws;
    private final LongSupplier nanos;
    private Map<String, Long> missing = new HashMap<>();
    private Set<String> doubted = Set.of();
    private int uncertain;

    /**
     * Has missed nothing yet.
     *
     * @param minimumAge how long a file must be missing
     * @param withdraws whether articles go with their files, so that a file must be gone beyond doubt
     * @param nanos measures time, in nanoseconds; no clock, for that can be set
     */
    Vanished(Duration minimumAge, boolean withdraws, LongSupplier nanos) {
        this.minimumAge = minimumAge;
        this.withdraws = withdraws;
        this.nanos = nanos;
    }

    /** Those of the files that should be there which are certainly gone. */
    List<FileNote> of(Collection<FileNote> known, FolderScan.Found found) {
        long now = nanos.getAsLong();
        List<FileNote> absent =
                known.stream().filter(note -> found.isGone(note.path())).toList();
        Map<String, Long> since = new HashMap<>();
        absent.forEach(note -> since.put(note.path(), missing.getOrDefault(note.path(), now)));
        List<FileNote> gone = new ArrayList<>();
        uncertain = 0;
        for (FileNote note : withdraws ? undoubted(absent, found) : absent) {
            Long first = missing.get(note.path());
            if (first != null && now - first >= minimumAge.toNanos()) {
                gone.add(note);
                since.remove(note.path());
            } else {
                uncertain++;
            }
        }
        missing = since;
        return gone;
    }

    /** How many files are missing of which the next scans will tell whether they are gone. */
    int uncertain() {
        return uncertain;
    }

    /** Without those below a folder in which not one file is left: an unmounted disk leaves just that behind. */
    private List<FileNote> undoubted(List<FileNote> absent, FolderScan.Found found) {
        Set<String> inhabited = absent.isEmpty() ? Set.of() : inhabited(found);
        List<FileNote> undoubted = new ArrayList<>();
        Set<String> empty = new TreeSet<>();
        for (FileNote note : absent) {
            String folder = found.folderOf(note.path());
            if (inhabited.contains(folder)) {
                undoubted.add(note);
            } else {
                empty.add(folder);
            }
        }
        warn(empty);
        return undoubted;
    }

    private static Set<String> inhabited(FolderScan.Found found) {
        Set<String> inhabited = new HashSet<>();
        for (FoundFile file : found.files()) {
            String folder = FolderScan.Found.parent(file.path());
            while (inhabited.add(folder) && !folder.isEmpty()) {
                folder = FolderScan.Found.parent(folder);
            }
        }
        return inhabited;
    }

    private void warn(Set<String> empty) {
        for (String folder : empty) {
            if (!doubted.contains(folder)) {
                LOG.warn(
                        "All files are gone from {}. That is how an unmounted disk looks, so nothing is withdrawn; as soon as"
                                + " a file is there, or the folder itself is gone, what is missing is.",
                        folder.isEmpty() ? "the watched folder" : folder);
            }
        }
        doubted = empty;
    }
}
