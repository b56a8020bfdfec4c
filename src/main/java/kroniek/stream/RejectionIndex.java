package kroniek.stream;

import java.util.Objects;
import kroniek.topic.ReadStore;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Keeps the topic of rejections as a store. */
final class RejectionIndex extends ContextualProcessor<String, byte[], Void, Void> {

    private @Nullable KeyValueStore<String, byte[]> rejected;

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        super.init(context);
        rejected = context.getStateStore(ReadStore.REJECTED.name());
    }

    @Override
    public void process(Record<String, byte[]> rejection) {
        Objects.requireNonNull(rejected).put(rejection.key(), rejection.value());
    }
}
