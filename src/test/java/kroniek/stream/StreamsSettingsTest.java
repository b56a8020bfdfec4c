package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import kroniek.topic.Declaration;
import kroniek.topic.Topics;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.errors.TopologyException;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

    private static final Topics TOPICS = Topics.declared();

    private static StreamsConfig config(Map<String, String> overrides) {
        return new StreamsSettings("none:1", TOPICS, Path.of("state"), "me", overrides).config();
    }

    @Test
    void whatThePromisesRestOnCannotBeOverridden() {
        StreamsConfig config = config(Map.of(
                "processing.guarantee", "at_least_once",
                "application.id", "other",
                "producer.max.request.size", "1000",
                "main.consumer.auto.offset.reset", "latest",
                "processing.exception.handler",
                        "org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler",
                "commit.interval.ms", "30"));

        assertThat(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(config.getString(StreamsConfig.APPLICATION_ID_CONFIG)).isEqualTo("kroniek");
        assertThat(config.getProducerConfigs("x").get("max.request.size"))
                .isEqualTo(TOPICS.catalogue().maxRecordBytes());
        assertThat(config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG)).isEqualTo(30);
        assertThat(config.getMainConsumerConfigs("kroniek", "x", 1))
                .containsKey("group.instance.id")
                .containsEntry("auto.offset.reset", "earliest");
        assertThat(config.processingExceptionHandler()).isInstanceOf(LogAndFailProcessingExceptionHandler.class);
    }

    @Test
    void producersAndInternalTopicsTakeTheLargestRecordThatAnyTopicTakes() {
        int largest = TOPICS.catalogue().all().stream()
                .mapToInt(Declaration::maxMessageBytes)
                .max()
                .orElseThrow();

        assertThat(config(Map.of()).originals())
                .containsEntry("producer.max.request.size", largest)
                .containsEntry("topic.max.message.bytes", largest);
    }

    @Test
    void topicsOfStoresAreKeptAsOftenAsTheOthers() {
        Topics threefold = new Topics(TOPICS.catalogue(), TOPICS.prefix(), 0, 3);
        StreamsConfig config = new StreamsSettings("none:1", threefold, Path.of("state"), null, Map.of()).config();

        assertThat(config.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG)).isEqualTo(3);
        assertThat(config(Map.of()).getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG))
                .as("what the cluster makes by default")
                .isEqualTo(-1);
    }

    @Test
    void whatIsWithdrawnGoesFromChangelogsAsFromTheMentions() {
        assertThat(config(Map.of()).originals())
                .containsEntry("topic.max.compaction.lag.ms", "604800000")
                .containsEntry("topic.delete.retention.ms", "7776000000");
    }

    @Test
    void aStoreWithoutANameIsRefused() {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(config(Map.of())));
        builder.stream("somewhere").groupByKey().count();

        assertThatThrownBy(builder::build)
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining("has not been named");
    }

    @Test
    void noOperatorHasAMadeUpName() {
        Topology topology = KroniekTopology.build(
                config(Map.of()), TOPICS, 1, AtLanguage.STEPS, Stores.PERSISTENT, Clock.systemUTC());

        assertThat(topology.describe().toString()).contains("mention-ledger").doesNotContain("KSTREAM-", "KTABLE-");
    }
}
