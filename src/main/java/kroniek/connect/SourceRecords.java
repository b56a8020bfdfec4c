package kroniek.connect;

import java.nio.file.Path;
import java.util.Map;
import kroniek.article.FileNoteJson;
import kroniek.article.Format;
import kroniek.article.RejectionJson;
import kroniek.connect.FileRecord.Kind;
import kroniek.domain.FileNote;
import kroniek.domain.Rejection;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records that the task hands to Connect.
 *
 * @param folder the watched folder
 * @param topic the topic of raw articles
 * @param rejectedTopic the topic of rejections
 * @param filesTopic the topic of files
 */
record SourceRecords(Path folder, String topic, String rejectedTopic, String filesTopic) {

    /** The header of a raw article that names its file. */
    static final String FILE_HEADER = "kroniek.file";

    /** The header of a raw article that says where its file lay. */
    static final String URI_HEADER = "kroniek.uri";

    private static final String NOTED = "noted";

    /** The key of the rejection of a whole file. */
    static String fileKey(String path) {
        return "file:" + path;
    }

    /** The key of the rejection of one line of a file. */
    static String lineKey(String path, String hash) {
        return fileKey(path) + "#" + hash;
    }

    /** Whether a source partition is that of notes: their records need one, though nothing is ever read from it. */
    static boolean isNotesPartition(Map<String, ?> partition) {
        return partition.size() == 1 && partition.get(NOTED) instanceof String;
    }

    /** Where a file of that path lies, as the headers of its articles say; the same where a folder lies there by now. */
    static String uri(Path folder, String path) {
        String uri = folder.resolve(path).toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }

    /**
     * An article as it was found.
     *
     * @param id its key
     * @param bytes its value
     * @param sha256 the hash of the value
     * @param file where it stands
     * @param after how far the file is read with it
     */
    FileRecord article(String id, byte[] bytes, String sha256, Format format, FoundFile file, FileState after) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(FILE_HEADER, file.path());
        headers.addString(URI_HEADER, uri(folder, file.path()));
        headers.addString("kroniek.size", Integer.toString(bytes.length));
        headers.addString("kroniek.modified", file.modified().toString());
        headers.addString("kroniek.sha256", sha256);
        headers.addString("kroniek.format", format.code());
        Map<String, String> partition = FileStates.partition(file.path());
        return new FileRecord(Kind.ARTICLE, file.path(), null, partition, after.toOffset(), topic, id, bytes, headers);
    }

    /** That an article is withdrawn because its file is gone; the file counts as never read from then on. */
    FileRecord withdrawal(String id, String path) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(FILE_HEADER, path);
        headers.addString(URI_HEADER, uri(folder, path));
        Map<String, String> partition = FileStates.partition(path);
        return new FileRecord(
                Kind.WITHDRAWAL, path, null, partition, FileState.UNREAD.toOffset(), topic, id, null, headers);
    }

    /**
     * An input that yields no article.
     *
     * @param path the file's
     * @param size how many bytes it has
     * @param sha256 the hash of all of them that could be read
     * @param head the bytes that are kept
     */
    FileRecord rejection(
            Rejection rejection, String path, long size, String sha256, byte[] head, RejectedFiles.Stored stored) {
        byte[] value = RejectionJson.write(rejection, size, sha256, head);
        return rejected(Kind.REJECTION, path, rejection.id(), value, stored);
    }

    /** That an input is no longer rejected. */
    FileRecord retraction(String key, String path, RejectedFiles.Stored stored) {
        return rejected(Kind.RETRACTION, path, key, null, stored);
    }

    private FileRecord rejected(
            Kind kind, String path, String key, byte @Nullable [] value, RejectedFiles.Stored stored) {
        return new FileRecord(kind, path, null, stored.partition(), stored.offset(), rejectedTopic, key, value, null);
    }

    /**
     * Where a file stands.
     *
     * @param forgotten whether the file counts as never read from then on
     */
    FileRecord note(FileNote note, boolean forgotten) {
        return new FileRecord(
                Kind.NOTE,
                note.path(),
                note,
                forgotten ? FileStates.partition(note.path()) : Map.of(NOTED, "last"),
                forgotten ? FileState.UNREAD.toOffset() : Map.of("file", note.path()),
                filesTopic,
                note.path(),
                FileNoteJson.write(note),
                null);
    }
}
