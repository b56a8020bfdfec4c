package kroniek.stream;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.topic.Topics;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * What the streams run with.
 *
 * @param bootstrapServers the cluster
 * @param topics the topics; their prefix is the application id
 * @param stateDirectory where stores are kept between runs; never a temporary directory, for the process id kept there lets a restart
 *     abort its own open transaction
 * @param instanceId a name that this instance keeps over restarts, so that it takes its place in the group again at once; null where the
 *     instance leaves the group when it stops
 * @param overrides settings of the user, in Kafka Streams' own keys; they win, except over what the promises rest on
 */
public record StreamsSettings(
        String bootstrapServers,
        Topics topics,
        Path stateDirectory,
        @Nullable String instanceId,
        Map<String, String> overrides) {

    /** Copies the overrides. */
    public StreamsSettings {
        overrides = Map.copyOf(overrides);
    }

    /** The application id, which is also the consumer group. */
    public String applicationId() {
        return topics.prefix();
    }

    /** The settings in Kafka Streams' own keys. */
    public StreamsConfig config() {
        int maxRecord = topics.catalogue().maxRecordBytes();
        Map<String, Object> config = new HashMap<>();
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 4L * maxRecord);
        // On a busy machine one huge article may take longer than the 10 s that Streams allows a transaction.
        // But readers wait this long for one that nobody will end.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        // A thread that died stays in its group for this time, and what it held waits.
        // Kafka's 45 s is long for a reader.
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
        if (topics.replication() != 0) {
            config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, topics.replication());
        }
        config.putAll(overrides);

        config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), maxRecord);
        config.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), maxRecord);
        // Changelogs hold sentences and names too: a withdrawn text must go from them as from the mentions.
        for (String retention :
                List.of(TopicConfig.DELETE_RETENTION_MS_CONFIG, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG)) {
            config.put(
                    StreamsConfig.topicPrefix(retention),
                    topics.mentions().declaration().config().get(retention));
        }
        // Whoever goes on after a failure in ledger, tally or sinks loses a difference.
        // Reading and language catch their own.
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndFailProcessingExceptionHandler.class);
        config.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, DefaultProductionExceptionHandler.class);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        if (instanceId != null) {
            config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        }
        return new StreamsConfig(config);
    }
}
