package kroniek.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** The picture of a topology as a Mermaid flowchart: topics as cylinders, operators as boxes, stores as rounded boxes. */
public final class TopologyPicture {

    private final Set<String> lines = new TreeSet<>();

    private TopologyPicture() {}

    /** The picture of a topology; the same for equal topologies. */
    public static String of(Topology topology) {
        TopologyDescription description = topology.describe();
        StringBuilder out = new StringBuilder("flowchart LR\n");
        List<Subtopology> parts = new ArrayList<>(description.subtopologies());
        parts.sort(Comparator.comparingInt(Subtopology::id));
        Set<String> topics = new TreeSet<>();
        for (Subtopology part : parts) {
            TopologyPicture picture = new TopologyPicture();
            List<Node> nodes = new ArrayList<>(part.nodes());
            nodes.sort(Comparator.comparing(Node::name));
            nodes.forEach(node -> picture.draw(node, topics));
            picture.lines.forEach(line -> out.append("  ").append(line).append('\n'));
        }
        topics.forEach(topic ->
                out.append("  %s[(%s)]%n".formatted(topicId(topic), topic).replace(System.lineSeparator(), "\n")));
        return out.toString();
    }

    private void draw(Node node, Set<String> topics) {
        if (node instanceof Source source) {
            for (String topic : source.topicSet()) {
                topics.add(topic);
                source.successors().forEach(next -> lines.add(topicId(topic) + " --> " + target(next, topics)));
            }
        } else if (node instanceof Processor processor && !isBranch(processor)) {
            for (Node next : targets(processor)) {
                lines.add(box(processor.name()) + " --> " + target(next, topics));
            }
            for (String store : processor.stores()) {
                lines.add(box(processor.name()) + " -.- " + "store-" + store + "(" + store + ")");
            }
        }
    }

    /** The operators that only choose a topic are no part of the picture; what they lead to is. */
    private static boolean isBranch(Processor processor) {
        return processor.name().startsWith("to-");
    }

    private static List<Node> targets(Processor processor) {
        List<Node> targets = new ArrayList<>();
        for (Node next : processor.successors()) {
            if (next instanceof Processor branch && isBranch(branch)) {
                targets.addAll(targets(branch));
            } else {
                targets.add(next);
            }
        }
        return targets;
    }

    private static String target(Node node, Set<String> topics) {
        if (node instanceof Sink sink) {
            topics.add(sink.topic());
            return topicId(sink.topic());
        }
        return box(node.name());
    }

    private static String box(String name) {
        return name + "[" + name.replace('-', ' ') + "]";
    }

    private static String topicId(String topic) {
        return topic.replace('.', '_');
    }
}
