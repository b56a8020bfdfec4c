package kroniek.app;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import kroniek.inbox.Inbox;
import kroniek.inbox.Redriven;
import kroniek.inbox.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kroniek redrive}: publishes rejected articles again, after a fix. */
@Command(
        name = "redrive",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes articles again that were rejected or that the program failed on, so that they are read anew,"
                    + " after a fix of",
            "the program, of its rules, or of your own rows. Only where the rejected version is the newest of its"
                    + " article; says what",
            "it skipped, and why. Works on a running program, on the data directory of a stopped one, and on a cluster."
        })
final class RedriveCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--reason",
            paramLabel = "CODE",
            description =
                    "only what was rejected for this reason, as in kroniek.rejected (no-date, bad-json, …); failed:"
                            + " only what the program failed on; may be given several times")
    private Set<String> reasons = Set.of();

    RedriveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = cluster.settings(Map.of());
        try (Cluster kafka = Cluster.forLooking(settings);
                Inbox inbox = kafka.inbox(settings.topics())) {
            if (!reasons.isEmpty()) {
                requireKnown(inbox.refused());
            }
            show(inbox.redrive(one -> reasons.isEmpty() || reasons.contains(one.reason())), kafka.endsWithUs());
        }
        return 0;
    }

    /** A reason that nothing has is most likely misspelt. */
    private void requireKnown(List<Refused> refused) {
        Map<String, Long> there = new TreeMap<>();
        refused.forEach(one -> there.merge(one.reason(), 1L, Long::sum));
        Set<String> unknown = new TreeSet<>(reasons);
        unknown.removeAll(there.keySet());
        if (!unknown.isEmpty()) {
            throw new UserError("nothing is rejected for the reason %s; there %s"
                    .formatted(
                            String.join(", ", unknown),
                            there.isEmpty()
                                    ? "are no rejections"
                                    : "is: "
                                            + there.entrySet().stream()
                                                    .map(reason -> reason.getValue() + " " + reason.getKey())
                                                    .collect(joining(", "))));
        }
    }

    private void show(Redriven redriven, boolean stopped) {
        redriven.published().forEach(one -> line("published again: %s (%s)".formatted(one.key(), one.reason())));
        redriven.skipped()
                .forEach(one -> line("skipped: %s (%s): %s"
                        .formatted(one.refused().key(), one.refused().reason(), one.why())));
        String then = stopped ? "the next ./kroniek run reads them" : "a running program reads them now";
        line("%d published again%s, %d skipped"
                .formatted(
                        redriven.published().size(),
                        redriven.published().isEmpty() ? "" : " (" + then + ")",
                        redriven.skipped().size()));
    }

    private void line(String text) {
        console.out().println(AnnotatedText.onOneLine(text));
    }
}
