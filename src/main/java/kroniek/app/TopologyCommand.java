package kroniek.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import kroniek.language.Language;
import kroniek.stream.KroniekTopology;
import kroniek.stream.StreamsSettings;
import kroniek.stream.TopologyPicture;
import kroniek.topic.Topics;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kroniek topology}: the topology as a picture. */
@Command(
        name = "topology",
        mixinStandardHelpOptions = true,
        description =
                "Prints the topology as a Mermaid flowchart, the one in the README, or as Kafka Streams describes it.")
final class TopologyCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--format", paramLabel = "mermaid|describe", description = "the form (default: mermaid)")
    private Format format = Format.mermaid;

    TopologyCommand(Console console) {
        this.console = console;
    }

    /** The form of the picture; the names are what the user types. */
    enum Format {
        mermaid,
        describe
    }

    /** The topology as declared. */
    static Topology declared() {
        Topics topics = Topics.declared();
        StreamsSettings settings = new StreamsSettings("none:1", topics, Path.of("none"), null, Map.of());
        return KroniekTopology.build(
                settings.config(), topics, topics.articlesRaw().partitions(), Language.load(), Clock.systemUTC());
    }

    @Override
    public Integer call() {
        Topology topology = declared();
        String picture =
                switch (format) {
                    case mermaid -> TopologyPicture.of(topology);
                    case describe -> topology.describe().toString();
                };
        console.out().print(picture);
        return 0;
    }
}
