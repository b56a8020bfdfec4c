package kroniek.connect;

import java.util.Map;
import kroniek.domain.FileNote;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that tells something of a file. Connect hands the very same object back once it is committed. It names no partition: Kafka's
 * default partitioner decides, as the topology expects.
 */
final class FileRecord extends SourceRecord {

    private final Kind kind;
    private final String path;
    private final @Nullable FileNote note;

    /** What a record tells. */
    enum Kind {
        /** An article. */
        ARTICLE,
        /** That an article is withdrawn because its file is gone. */
        WITHDRAWAL,
        /** That a file or line is rejected. */
        REJECTION,
        /** That it is rejected no longer. */
        RETRACTION,
        /** Where a file stands. */
        NOTE
    }

    FileRecord(
            Kind kind,
            String path,
            @Nullable FileNote note,
            Map<String, ?> sourcePartition,
            Map<String, ?> sourceOffset,
            String topic,
            String key,
            byte @Nullable [] value,
            @Nullable Headers headers) {
        super(
                sourcePartition,
                sourceOffset,
                topic,
                null,
                Schema.STRING_SCHEMA,
                key,
                Schema.OPTIONAL_BYTES_SCHEMA,
                value,
                null,
                headers == null ? new ConnectHeaders() : headers);
        this.kind = kind;
        this.path = path;
        this.note = note;
    }

    Kind kind() {
        return kind;
    }

    /** The file's path. */
    String path() {
        return path;
    }

    /** What a record of the kind {@link Kind#NOTE} says; null for the others. */
    @Nullable
    FileNote note() {
        return note;
    }
}
