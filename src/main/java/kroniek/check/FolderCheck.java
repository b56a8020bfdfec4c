package kroniek.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kroniek.domain.FileNote;
import org.jspecify.annotations.Nullable;

/**
 * The watched folder beside the raw topic: what is only in one of them, and why. Some of it is as it should be (a file that goes takes no
 * article with it, of two files with one id one counts); the rest is unexplained, also where a file holds a version that was not read yet.
 *
 * @param files how many files the folder has that may hold articles
 * @param articles how many articles they hold
 * @param explained what is only in one of them by a rule
 * @param unexplained what is not published, or not as it stands in the folder
 */
public record FolderCheck(int files, int articles, List<Finding> explained, List<Finding> unexplained) {

    /**
     * An article or a file that is in only one of both.
     *
     * @param name its id, or the path of the file
     * @param why where it is and why it is not in the other
     */
    public record Finding(String name, String why) {

        @Override
        public String toString() {
            return name + ": " + why;
        }
    }

    /**
     * Compares a folder with the raw topic that was read for a verification.
     *
     * @param notes what the connector has said of the folder's files, by path
     * @param minimumAge how long a file must have been left alone before the connector reads it
     * @param now the time
     */
    public static FolderCheck of(
            FolderArticles folder,
            Verification verification,
            Map<String, FileNote> notes,
            Duration minimumAge,
            Instant now) {
        Work work = new Work(folder, verification.raw(), verification.rejected(), notes);
        folder.faults().forEach(work::fault);
        folder.files().forEach((path, look) -> {
            if (Duration.between(look.modified(), now).abs().compareTo(minimumAge) < 0) {
                work.young.add(path);
            }
        });
        folder.articles().forEach(work::article);
        verification.raw().forEach(work::raw);
        return new FolderCheck(
                folder.files().size(), folder.articles().size(), findings(work.explained), findings(work.unexplained));
    }

    private static List<Finding> findings(Map<String, String> whys) {
        List<Finding> findings = new ArrayList<>();
        whys.forEach((name, why) -> findings.add(new Finding(name, why)));
        return findings;
    }

    private static final class Work {

        private final FolderArticles folder;
        private final Map<String, RawTrace> raw;
        private final Set<String> rejected;
        private final Map<String, FileNote> notes;
        private final Set<String> young = new HashSet<>();
        private final Map<String, String> explained = new TreeMap<>();
        private final Map<String, String> unexplained = new TreeMap<>();

        Work(FolderArticles folder, Map<String, RawTrace> raw, Set<String> rejected, Map<String, FileNote> notes) {
            this.folder = folder;
            this.raw = raw;
            this.rejected = rejected;
            this.notes = notes;
        }

        void fault(String place, String why) {
            if (rejected.contains("file:" + place)) {
                explained.put(place, "only in the folder; rejected: " + why);
            } else {
                unexplained.put(place, "only in the folder, and not rejected yet: " + why);
            }
        }

        void article(String id, Map<String, String> versions) {
            RawTrace trace = raw.get(id);
            if (trace == null) {
                unexplained.put(
                        id,
                        versions.keySet().stream().allMatch(young::contains)
                                ? "only in the folder; its file was changed a moment ago and waits"
                                : "only in the folder, %s; start the program on this folder, and if it stays so, it is a fault of Kroniek"
                                        .formatted(String.join(" and ", versions.keySet())));
            } else if (trace.sha256() == null && versions.keySet().stream().allMatch(this::wentWithItsArticles)) {
                unexplained.put(
                        id,
                        "only in the folder; it was withdrawn when %s vanished, which has come back and is not published again yet"
                                .formatted(String.join(" and ", versions.keySet())));
            } else if (trace.sha256() == null) {
                explain(id, versions.keySet(), "only in the folder; withdrawn by a null value in the raw topic");
            } else {
                compare(id, versions, trace.file(), trace.sha256());
            }
        }

        private void compare(String id, Map<String, String> versions, @Nullable String file, String sha256) {
            Set<String> files = versions.keySet();
            String here = file == null ? null : versions.get(file);
            if (file == null) {
                explain(id, files, "the raw topic has a version of another producer");
            } else if (here == null) {
                explain(id, files, "the raw topic has the version of %s, which no longer holds it".formatted(file));
            } else if (!here.equals(sha256)) {
                unexplained.put(
                        id,
                        young.contains(file)
                                ? "the raw topic has an earlier version; %s was changed a moment ago and waits"
                                        .formatted(file)
                                : "the raw topic has another version than %s".formatted(file));
            } else if (versions.size() > 1) {
                explain(id, files, "in %s; the one of %s counts".formatted(String.join(" and in ", files), file));
            }
        }

        /** The rule explains it only where the connector has read every file that holds the article: else a version is still to come. */
        private void explain(String id, Set<String> files, String rule) {
            List<String> unread =
                    files.stream().filter(path -> !isRead(path)).sorted().toList();
            if (unread.isEmpty()) {
                explained.put(id, rule);
            } else {
                unexplained.put(
                        id, "%s; %s as it stands is not published yet".formatted(rule, String.join(" and ", unread)));
            }
        }

        /** Whether the connector has read a file as it stands, as far as it can be read. */
        private boolean isRead(String path) {
            FileNote note = notes.get(path);
            FileNote.Look stands = folder.files().get(path);
            return note != null
                    && stands != null
                    && (note.state() == FileNote.State.PUBLISHED || note.state() == FileNote.State.REJECTED)
                    && note.look().size() == stands.size()
                    && note.look().modified().equals(stands.modified());
        }

        void raw(String id, RawTrace trace) {
            if (trace.sha256() == null || folder.articles().containsKey(id)) {
                return;
            }
            String file = trace.file();
            if (file == null) {
                explained.put(id, "only in the raw topic; another producer wrote it");
            } else if (folder.holds(file)) {
                explained.put(id, "only in the raw topic; %s no longer holds it".formatted(file));
            } else if (wentWithItsArticles(file)) {
                unexplained.put(
                        id, "only in the raw topic, though it was to be withdrawn when %s vanished".formatted(file));
            } else {
                explained.put(
                        id, "only in the raw topic; its file %s %s".formatted(file, whereabouts(notes.get(file))));
            }
        }

        private boolean wentWithItsArticles(String file) {
            FileNote note = notes.get(file);
            return note != null && note.state() == FileNote.State.GONE && note.withdrawn() > 0;
        }

        private static String whereabouts(@Nullable FileNote note) {
            if (note == null) {
                return "is gone";
            }
            String target = note.target();
            return switch (note.fate()) {
                case MOVED -> "was moved to " + (target == null ? "the archive" : target) + " once it was published";
                case DELETED -> "was deleted once it was published";
                case TO_BE_MOVED -> "was published and on its way to the archive";
                case TO_BE_DELETED -> "was published and about to be deleted";
                case KEPT, TO_BE_COPIED, COPIED ->
                    note.state() == FileNote.State.GONE
                            ? "is gone since " + note.since() + ", by somebody else"
                            : "is gone";
            };
        }
    }
}
