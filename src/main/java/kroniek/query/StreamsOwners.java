package kroniek.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kroniek.topic.ReadStore;
import kroniek.topic.ReadStore.Like;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;

/** Which instance owns which partition, as the group last told these streams: by {@code application.server} of each. */
public final class StreamsOwners implements GroupShards.Owners {

    private final KafkaStreams streams;

    /** @param streams the streams, started or not */
    public StreamsOwners(KafkaStreams streams) {
        this.streams = streams;
    }

    @Override
    public List<Instance> of(Like topic, int partition) {
        // Which partition a key has is computed by the question, with the partitioner of its topic.
        StreamPartitioner<Integer, Object> itself = (name, key, value, count) -> Optional.of(Set.of(key));
        KeyQueryMetadata metadata = metadata(ReadStore.oneLike(topic).name(), partition, itself);
        List<Instance> instances = new ArrayList<>(List.of(instance(metadata.activeHost())));
        metadata.standbyHosts().forEach(standby -> instances.add(instance(standby)));
        return instances;
    }

    private KeyQueryMetadata metadata(String store, int partition, StreamPartitioner<Integer, Object> itself) {
        Serving.require(streams.state(), true);
        try {
            KeyQueryMetadata metadata = streams.queryMetadataForKey(store, partition, itself);
            if (metadata != null && !metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                return metadata;
            }
        } catch (IllegalStateException stopped) {
            Serving.require(streams.state(), true);
            throw stopped;
        }
        throw Serving.handedOut();
    }

    private static Instance instance(HostInfo host) {
        return new Instance(host.host(), host.port());
    }
}
