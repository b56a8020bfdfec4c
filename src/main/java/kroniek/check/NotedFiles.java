package kroniek.check;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import kroniek.article.FileNoteJson;
import kroniek.domain.FileNote;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;

/** What the file connector has said of the files of one folder. */
public final class NotedFiles {

    private NotedFiles() {}

    /**
     * The newest note of every file of a folder, by path; those of other folders that write to the same topic are left out.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least
     * @param folder the folder's real path as a URI
     */
    public static Map<String, FileNote> of(Map<String, Object> client, Topics topics, URI folder) {
        Map<String, FileNote> notes = new HashMap<>();
        try (CommittedRecords records = new CommittedRecords(client)) {
            records.table(topics.files().name(), NotedFiles::read).forEach((path, note) -> {
                if (note != null && note.source().folder().equals(folder.toString())) {
                    notes.put(path, note);
                }
            });
        }
        return notes;
    }

    private static @Nullable FileNote read(byte[] value) {
        try {
            return FileNoteJson.read(value);
        } catch (IOException e) {
            return null; // of another program; the folder is compared without it
        }
    }
}
