package kroniek.stream;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** What is still to be read back from the changelogs before the stores can be used, as the streams tell it. */
final class Restoration implements StateRestoreListener {

    /** Offsets left by changelog partition; transaction markers have offsets too. */
    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

    /** At most so many records are left to restore. */
    long atMost() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long end) {
        left.put(changelog, Math.max(0, end - from));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long last, long records) {
        left.computeIfPresent(changelog, (partition, before) -> Math.max(0, before - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        left.remove(changelog);
    }
}
