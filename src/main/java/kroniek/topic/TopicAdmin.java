package kroniek.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics as declared and finds where the cluster's topics differ from the declaration. */
public final class TopicAdmin {

    private static final int LOOKS = 100;
    private static final int LOOK_MS = 50;

    private final Admin admin;
    private final Topics topics;

    /** @param admin stays the caller's to close */
    public TopicAdmin(Admin admin, Topics topics) {
        this.admin = admin;
        this.topics = topics;
    }

    /** Creates the topics that are missing; returns their names. Afterwards all are there, whoever created them. */
    public List<String> create() {
        List<String> created = new ArrayList<>();
        Optional<Short> replication =
                topics.replication() == 0 ? Optional.empty() : Optional.of((short) topics.replication());
        for (Topic<?> topic : topics.all()) {
            NewTopic wanted = new NewTopic(topic.name(), Optional.of(topic.partitions()), replication)
                    .configs(topic.declaration().config());
            try {
                get(admin.createTopics(List.of(wanted)).all());
                created.add(topic.name());
            } catch (TopicExistsException there) {
                // As it should be; check() says whether it is as declared.
            }
        }
        // Also those that another instance is creating at this moment.
        topics.all().forEach(topic -> awaitSeen(topic.name()));
        return created;
    }

    /** The controller has made the topic; the broker that is asked next learns of it a moment later. */
    private void awaitSeen(String topic) {
        for (int look = 0; look < LOOKS && describe(topic).isEmpty(); look++) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /** Every difference between the cluster and the declaration, each with what to do; empty where there is none. */
    public List<Drift> check() {
        List<Drift> drifts = new ArrayList<>();
        int brokers = get(admin.describeCluster().nodes()).size();
        for (Topic<?> topic : topics.all()) {
            Optional<TopicDescription> found = describe(topic.name());
            if (found.isEmpty()) {
                drifts.add(new Drift(topic.name(), "is missing", "create it with: kroniek topics create", false));
                continue;
            }
            int partitions = found.get().partitions().size();
            if (partitions != topic.partitions()) {
                drifts.add(new Drift(
                        topic.name(),
                        "has %d partitions, declared are %d".formatted(partitions, topic.partitions()),
                        "partition counts are fixed at creation, keys would move: set topics.partitions=%d where all topics agree, or start with a new --prefix and read the articles again"
                                .formatted(partitions),
                        true));
            }
            checkReplication(topic.name(), found.get(), brokers, drifts);
            checkConfig(topic, drifts);
        }
        return drifts;
    }

    private void checkReplication(String topic, TopicDescription found, int brokers, List<Drift> drifts) {
        int copies = found.partitions().get(0).replicas().size();
        if (topics.replication() != 0 && copies != topics.replication()) {
            drifts.add(new Drift(
                    topic,
                    "is kept %d times, topics.replication is %d".formatted(copies, topics.replication()),
                    "change it with: kafka-reassign-partitions.sh",
                    false));
        } else if (copies == 1 && brokers > 1) {
            drifts.add(new Drift(
                    topic,
                    "is kept once on %d brokers, so it stands still when its broker is lost".formatted(brokers),
                    "keep more copies with kafka-reassign-partitions.sh, and of new topics with topics.replication",
                    false));
        }
    }

    private void checkConfig(Topic<?> topic, List<Drift> drifts) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = Objects.requireNonNull(
                get(admin.describeConfigs(List.of(resource)).all()).get(resource));
        for (Map.Entry<String, String> wanted :
                new TreeMap<>(topic.declaration().config()).entrySet()) {
            ConfigEntry entry = config.get(wanted.getKey());
            String value = entry == null ? "unset" : entry.value();
            if (!wanted.getValue().equals(value)) {
                drifts.add(new Drift(
                        topic.name(),
                        "%s is %s, declared is %s".formatted(wanted.getKey(), value, wanted.getValue()),
                        "set it with: kafka-configs.sh --alter --topic %s --add-config %s=%s"
                                .formatted(topic.name(), wanted.getKey(), wanted.getValue()),
                        wanted.getKey().equals("cleanup.policy")
                                || wanted.getKey().equals("max.message.bytes")));
            }
        }
    }

    /** How many partitions a topic has on the cluster; empty where there is no such topic. */
    public Optional<Integer> partitions(String topic) {
        return describe(topic).map(description -> description.partitions().size());
    }

    private Optional<TopicDescription> describe(String topic) {
        try {
            return Optional.ofNullable(
                    get(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
        } catch (UnknownTopicOrPartitionException missing) {
            return Optional.empty();
        }
    }

    /**
     * Waits for an answer of the cluster.
     *
     * @throws KafkaException what the cluster answered instead, or that the wait was interrupted
     */
    public static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static KafkaException interrupted(InterruptedException e) {
        return new InterruptException("interrupted while talking to the cluster", e);
    }

    /**
     * One difference between a topic of the cluster and its declaration.
     *
     * @param topic the topic's name
     * @param problem what differs
     * @param cure what to do
     * @param fatal whether the program would go wrong with it and must not start
     */
    public record Drift(String topic, String problem, String cure, boolean fatal) {

        @Override
        public String toString() {
            return topic + " " + problem + "; " + cure;
        }
    }
}
