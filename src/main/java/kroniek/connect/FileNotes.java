package kroniek.connect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.FileNote;
import kroniek.domain.FileNote.State;
import org.jspecify.annotations.Nullable;

/**
 * What the topic of files says, or will say as soon as there is room: the newest note of every file that is in the folder as far as is
 * known, some 400 bytes each. That a file was merely found is written only where there is nothing more important to write, and not at all
 * where it is read before. Not thread-safe.
 */
final class FileNotes {

    private final Map<String, FileNote> known;
    private final Map<String, FileNote> news = new LinkedHashMap<>();
    private final Map<String, FileNote> announcements = new LinkedHashMap<>();

    /** @param known what was read back from the topic */
    FileNotes(Map<String, FileNote> known) {
        this.known = new HashMap<>(known);
    }

    /** The newest note of a file; null of one that is not in the folder. */
    @Nullable
    FileNote of(String path) {
        return known.get(path);
    }

    /** All notes of files that should be in the folder. */
    List<FileNote> all() {
        return new ArrayList<>(known.values());
    }

    /** Has a note written. */
    void tell(FileNote note) {
        announcements.remove(note.path());
        news.remove(note.path());
        if (note.state() == State.FOUND || note.state() == State.CHANGED) {
            announcements.put(note.path(), note);
        } else {
            news.put(note.path(), note);
        }
        if (note.isOver()) {
            known.remove(note.path());
        } else {
            known.put(note.path(), note);
        }
    }

    /** How many notes are still to be written. */
    int unwritten() {
        return news.size() + announcements.size();
    }

    /** Takes notes to be written: those with news, and in the room that is left the announcements. */
    List<FileNote> take(int most, int room) {
        List<FileNote> taken = new ArrayList<>();
        move(news, most, taken);
        move(announcements, room, taken);
        return taken;
    }

    private static void move(Map<String, FileNote> from, int most, List<FileNote> to) {
        Iterator<FileNote> notes = from.values().iterator();
        while (notes.hasNext() && to.size() < most) {
            to.add(notes.next());
            notes.remove();
        }
    }
}
