package kroniek.stream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * The picture of a topology as a Mermaid flowchart, in the order in which records flow, what comes from outside first: topics as cylinders,
 * operators as boxes, stores as rounded boxes on a dotted line.
 */
public final class TopologyPicture {

    private static final Comparator<Node> BY_NAME = Comparator.comparing(Node::name);

    private final Set<String> lines = new LinkedHashSet<>();

    private TopologyPicture() {}

    /** The picture of a topology; the same for equal topologies. */
    public static String of(Topology topology) {
        TopologyPicture picture = new TopologyPicture();
        List<Subtopology> parts = new ArrayList<>(topology.describe().subtopologies());
        parts.sort(Comparator.comparingInt(Subtopology::id));
        Set<String> written = parts.stream()
                .flatMap(part -> part.nodes().stream())
                .filter(Sink.class::isInstance)
                .map(sink -> ((Sink) sink).topic())
                .collect(Collectors.toSet());
        for (Subtopology part : parts) {
            part.nodes().stream()
                    .filter(Source.class::isInstance)
                    .map(Source.class::cast)
                    .sorted(Comparator.comparing((Source source) -> written.containsAll(source.topicSet()))
                            .thenComparing(BY_NAME))
                    .forEach(picture::draw);
        }
        StringBuilder out = new StringBuilder("flowchart LR\n");
        picture.lines.forEach(line -> out.append("  ").append(line).append('\n'));
        return out.toString();
    }

    private void draw(Node node) {
        for (Node next : targets(node)) {
            if (node instanceof Source source) {
                new TreeSet<>(source.topicSet()).forEach(topic -> lines.add(topic(topic) + " --> " + shape(next)));
            } else {
                lines.add(shape(node) + " --> " + shape(next));
            }
        }
        if (node instanceof Processor processor) {
            for (String store : new TreeSet<>(processor.stores())) {
                lines.add(shape(node) + " -.- store-" + store + "(" + store + ")");
            }
        }
        targets(node).forEach(this::draw);
    }

    /** What a node leads to. The operators that only choose a topic are no part of the picture; what they lead to is. */
    private static List<Node> targets(Node node) {
        List<Node> targets = new ArrayList<>();
        for (Node next : node.successors().stream().sorted(BY_NAME).toList()) {
            if (next.name().startsWith(KroniekTopology.BRANCHES)) {
                targets.addAll(targets(next));
            } else {
                targets.add(next);
            }
        }
        return targets;
    }

    private static String shape(Node node) {
        return node instanceof Sink sink
                ? topic(sink.topic())
                : node.name() + "[" + node.name().replace('-', ' ') + "]";
    }

    private static String topic(String name) {
        return name.replace('.', '_') + "[(" + name + ")]";
    }
}
