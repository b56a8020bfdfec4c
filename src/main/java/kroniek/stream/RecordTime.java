package kroniek.stream;

import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time of a record, which what is made of it carries on: its own, but for two kinds that would stop the streams. One before 1970, which
 * an archive may hold, Kafka Streams refuses; one in the future, from when a clock was wrong, the brokers refuse in what is written. No result
 * depends on it.
 *
 * @param clock tells what is in the future
 */
record RecordTime(Clock clock) implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        return Math.max(0, Math.min(record.timestamp(), clock.millis()));
    }
}
