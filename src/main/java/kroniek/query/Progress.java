package kroniek.query;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the group of all instances is in the topics that the topology reads. Used by one thread. */
interface Progress extends AutoCloseable {

    /** What the group has committed: the next offset of every partition that it has committed one of. */
    Map<TopicPartition, Long> committed();

    /** The ends of all partitions, records of open transactions included. */
    Map<TopicPartition, Long> ends();

    /** Whether it is known that no committed record stands between two offsets of a partition: only markers, and records that were aborted. */
    boolean isEmpty(TopicPartition partition, long from, long to);

    @Override
    void close();
}
