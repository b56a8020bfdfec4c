package kroniek.stream;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kroniek.topic.TopicAdmin;
import kroniek.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Processor;

/**
 * State of an earlier release that kept fewer stores than this one. What such a store should say of all that was counted before, nobody has
 * written; so the program refuses to go on with it, before anything is changed.
 */
final class EarlierState {

    private EarlierState() {}

    /** What is wrong with the state that the cluster has and what to do; empty where nothing is. */
    static Optional<String> complaint(Admin admin, Topics topics, Topology topology) {
        if (!hasCounted(admin, topics)) {
            return Optional.empty();
        }
        Set<String> there = TopicAdmin.get(admin.listTopics().names());
        Set<String> missing = new TreeSet<>();
        stores(topology)
                .filter(store -> !isRestoredFromATopic(store, topics))
                .filter(store -> !there.contains(topics.prefix() + "-" + store + "-changelog"))
                .forEach(missing::add);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "the state of %s was written by an earlier release, without the stores %s; start on a new --data (or --prefix) and read the articles again"
                                .formatted(topics.prefix(), String.join(", ", missing)));
    }

    /** Changelogs are made before anything is counted. */
    private static boolean hasCounted(Admin admin, Topics topics) {
        try {
            return !TopicAdmin.get(
                            admin.listConsumerGroupOffsets(topics.prefix()).partitionsToOffsetAndMetadata())
                    .isEmpty();
        } catch (GroupIdNotFoundException never) {
            return false;
        }
    }

    private static Stream<String> stores(Topology topology) {
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(Processor.class::isInstance)
                .flatMap(node -> ((Processor) node).stores().stream());
    }

    /** A store that is called like a topic may be restored from that, and then has no changelog. */
    private static boolean isRestoredFromATopic(String store, Topics topics) {
        return topics.all().stream().anyMatch(topic -> topic.name().equals(topics.prefix() + "." + store));
    }
}
