package kroniek.connect;

import java.nio.file.Path;
import kroniek.article.Format;
import kroniek.article.RejectionJson;
import kroniek.domain.Rejection;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records that the task hands to Connect. They name no partition: Kafka's default partitioner decides, as the topology expects.
 *
 * @param folder the watched folder
 * @param topic the topic of raw articles
 * @param rejectedTopic the topic of rejections
 */
record SourceRecords(Path folder, String topic, String rejectedTopic) {

    /** The key of the rejection of a whole file. */
    static String fileKey(String path) {
        return "file:" + path;
    }

    /** The key of the rejection of one line of a file. */
    static String lineKey(String path, String hash) {
        return fileKey(path) + "#" + hash;
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
    SourceRecord article(String id, byte[] bytes, String sha256, Format format, FoundFile file, FileState after) {
        Headers headers = new ConnectHeaders()
                .addString("kroniek.file", file.path())
                .addString("kroniek.uri", folder.resolve(file.path()).toUri().toString())
                .addString("kroniek.size", Integer.toString(bytes.length))
                .addString("kroniek.modified", file.modified().toString())
                .addString("kroniek.sha256", sha256)
                .addString("kroniek.format", format.code());
        return new SourceRecord(
                FileStates.partition(file.path()),
                after.toOffset(),
                topic,
                null,
                Schema.STRING_SCHEMA,
                id,
                Schema.BYTES_SCHEMA,
                bytes,
                null,
                headers);
    }

    /**
     * An input that yields no article.
     *
     * @param size how many bytes it has
     * @param sha256 the hash of all of them that could be read
     * @param head the bytes that are kept
     */
    SourceRecord rejection(Rejection rejection, long size, String sha256, byte[] head, RejectedFiles.Stored stored) {
        return rejected(rejection.id(), RejectionJson.write(rejection, size, sha256, head), stored);
    }

    /** That an input is no longer rejected. */
    SourceRecord withdrawal(String key, RejectedFiles.Stored stored) {
        return rejected(key, null, stored);
    }

    private SourceRecord rejected(String key, byte @Nullable [] value, RejectedFiles.Stored stored) {
        return new SourceRecord(
                stored.partition(),
                stored.offset(),
                rejectedTopic,
                null,
                Schema.STRING_SCHEMA,
                key,
                Schema.OPTIONAL_BYTES_SCHEMA,
                value);
    }
}
