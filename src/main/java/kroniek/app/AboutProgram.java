package kroniek.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kroniek.article.RejectionJson;
import kroniek.http.About;
import kroniek.http.About.Newest;
import kroniek.http.About.Versions;
import kroniek.language.Language;
import kroniek.stream.Backlog;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a running program says of itself when its status is asked: asked of the cluster each time, and left out where that does not answer soon. */
final class AboutProgram implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AboutProgram.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private final Topics topics;
    private final Language language;
    private final Clock clock;

    /**
     * Connects.
     *
     * @param client settings of the connection
     */
    AboutProgram(Map<String, Object> client, Topics topics, Language language, Clock clock) {
        this.admin = Admin.create(client);
        this.topics = topics;
        this.language = language;
        this.clock = clock;
    }

    About now() {
        return new About(lag().orElse(null), newest().orElse(null), versions());
    }

    private Versions versions() {
        @Nullable String program = Main.class.getPackage().getImplementationVersion();
        return new Versions(
                program == null ? "(not packaged)" : program, language.version(), RejectionJson.SCHEMA_VERSION);
    }

    private Optional<Long> lag() {
        List<TopicPartition> read =
                Backlog.read(topics).flatMap(topic -> of(topic).stream()).toList();
        return soon(admin.listOffsets(specified(read, OffsetSpec.latest())).all())
                .flatMap(ends -> soon(admin.listConsumerGroupOffsets(topics.prefix())
                                .partitionsToOffsetAndMetadata())
                        .map(committed -> Backlog.left(offsets(ends), committed)));
    }

    private static Map<TopicPartition, Long> offsets(Map<TopicPartition, ListOffsetsResultInfo> ends) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((partition, end) -> offsets.put(partition, end.offset()));
        return offsets;
    }

    private Optional<Newest> newest() {
        List<TopicPartition> raw = of(topics.articlesRaw());
        return soon(admin.listOffsets(specified(raw, OffsetSpec.maxTimestamp())).all())
                .flatMap(newest -> newest.values().stream()
                        .map(ListOffsetsResultInfo::timestamp)
                        .filter(written -> written >= 0)
                        .max(Long::compare))
                .map(Instant::ofEpochMilli)
                .map(written -> new Newest(
                        written.toString(),
                        Duration.between(written, clock.instant()).toSeconds()));
    }

    private static List<TopicPartition> of(Topic<?> topic) {
        List<TopicPartition> all = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            all.add(new TopicPartition(topic.name(), partition));
        }
        return all;
    }

    private static Map<TopicPartition, OffsetSpec> specified(List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> specified = new HashMap<>();
        partitions.forEach(partition -> specified.put(partition, spec));
        return specified;
    }

    private static <T> Optional<T> soon(KafkaFuture<T> answer) {
        try {
            return Optional.of(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("the cluster does not say how far it is", e);
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
