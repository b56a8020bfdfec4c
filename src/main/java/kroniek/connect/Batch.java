package kroniek.connect;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records of one poll, which are one transaction. Full after a number of records or files, or of bytes in either, so that a poll is
 * short also where many files are read and nothing in them is new.
 */
final class Batch {

    private final int mostRecords;
    private final long mostBytes;
    private final List<FileRecord> records = new ArrayList<>();
    private int files;
    private long bytes;

    Batch(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    void add(FileRecord sourceRecord) {
        records.add(sourceRecord);
        bytes += sourceRecord.value() instanceof byte[] value ? value.length : 0;
    }

    /** Counts a file that was read though it gave no record. */
    void addRead(long size) {
        files++;
        bytes += size;
    }

    boolean isFull() {
        return records.size() >= mostRecords || files >= mostRecords || bytes >= mostBytes;
    }

    /** The most records it should have. */
    int mostRecords() {
        return mostRecords;
    }

    boolean isEmpty() {
        return records.isEmpty();
    }

    /** How many records it has room for. */
    int room() {
        return isFull() ? 0 : mostRecords - records.size();
    }

    /** The records, or null where there are none: Connect then knows that the task is idle. */
    @Nullable
    List<SourceRecord> records() {
        return records.isEmpty() ? null : List.copyOf(records);
    }

    /** How many of the records say something of articles and rejections, rather than of files. */
    int news() {
        return (int) records.stream()
                .filter(given -> given.kind() != FileRecord.Kind.NOTE)
                .count();
    }
}
