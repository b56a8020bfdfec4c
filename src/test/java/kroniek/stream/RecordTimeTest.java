package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTimeTest {

    private static final long NOW = 1_500_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "-1, 0",
        "0, 0",
        "1400000000000, 1400000000000",
        "1500000000000, 1500000000000",
        "1500003600001, 1500000000000"
    })
    void isThatOfTheRecordButNeitherBefore1970NorInTheFuture(long given, long expected) {
        ConsumerRecord<Object, Object> record = new ConsumerRecord<>(
                "t", 0, 0, given, TimestampType.CREATE_TIME, 0, 0, "k", "v", new RecordHeaders(), Optional.empty());
        RecordTime time = new RecordTime(Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

        assertThat(time.extract(record, 5)).isEqualTo(expected);
    }
}
