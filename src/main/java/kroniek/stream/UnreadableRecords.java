package kroniek.stream;

import java.util.Map;
import kroniek.topic.UnreadableRecordException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Stops the task at a record that cannot be read, and says which; whoever goes on there loses a difference. Kafka Streams makes it. */
public final class UnreadableRecords implements DeserializationExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        throw UnreadableRecordException.of(record, exception);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Has no settings.
    }
}
