package kroniek.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kroniek.domain.ActorMonth;
import kroniek.language.Language;
import kroniek.stream.Backlog;
import kroniek.stream.Pipeline;
import kroniek.stream.Rewind;
import kroniek.topic.AnnotatedArticleJson;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kroniek reannotate}: reads every article again with the present language, and says how the counts have moved. */
@Command(
        name = "reannotate",
        mixinStandardHelpOptions = true,
        description = {
            "Reads every article of the raw topic again with the language that the program has now, and moves the"
                    + " counts by the",
            "difference; prints it per actor. For a new version of the program, or of your own rows. The program must"
                    + " be stopped;",
            "while this runs, the tables pass through older versions of articles that were corrected. If it is stopped"
                    + " half way,",
            "the next ./kroniek run goes on. Works on a data directory and on a cluster."
        })
final class ReannotateCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration SAY_AT_MOST_EVERY = Duration.ofSeconds(3);

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private final ActorsOption actors = new ActorsOption();

    @Option(
            names = "--output",
            paramLabel = "table|json",
            description = "how the differences are printed: a table, or one JSON line an actor (default: table)")
    private RunCommand.Output output = RunCommand.Output.table;

    ReannotateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = cluster.settings(actors.said());
        Language language = settings.language();
        try (StopSignal stop = new StopSignal();
                Cluster kafka = Cluster.forCounting(settings)) {
            kafka.requireTopics(settings.topics());
            rewind(kafka, settings.topics());
            Map<String, ActorMonth> before = counts(kafka, settings.topics());
            console.say(announcement(kafka, settings.topics(), language));
            if (!readAgain(kafka, settings, language, stop)) {
                console.say("stopped before everything was read again; the next ./kroniek run goes on");
                return 1;
            }
            show(Shift.between(before, counts(kafka, settings.topics())));
            return 0;
        }
    }

    private static void rewind(Cluster kafka, Topics topics) {
        try (Admin admin = kafka.admin()) {
            Rewind rewind = new Rewind(admin, topics);
            if (kafka.endsWithUs()) {
                // Nobody else runs on this data directory, which is locked: what is in the group has stopped.
                rewind.removeMembers();
            }
            if (!rewind.toTheBeginning()) {
                throw new UserError(
                        "the program is running: the group %s has members (%s); stop every instance, then reannotate; one that was killed is out of the group after 10 s"
                                .formatted(topics.prefix(), String.join(", ", rewind.members())));
            }
        }
    }

    private static Map<String, ActorMonth> counts(Cluster kafka, Topics topics) {
        return TopicReader.table(kafka.client(), topics.actorMonths());
    }

    private static String announcement(Cluster kafka, Topics topics, Language language) {
        Map<String, String> languages = TopicReader.table(
                kafka.client(),
                topics.articles().name(),
                (name, bytes) ->
                        bytes == null ? null : AnnotatedArticleJson.head(bytes).language());
        long others = languages.values().stream()
                .filter(version -> !version.equals(language.version()))
                .count();
        return "reading every article again with language %s (%d of %d were counted with another) …"
                .formatted(language.version(), others, languages.size());
    }

    /** Counts until nothing is left; false where the end was wished before. */
    private boolean readAgain(Cluster kafka, Settings settings, Language language, StopSignal stop)
            throws InterruptedException {
        ProgressLine progress = new ProgressLine(console, SAY_AT_MOST_EVERY);
        try (Pipeline pipeline = new Pipeline(
                        kafka.streams(settings), rawPartitions(kafka, settings), language, Clock.systemUTC());
                Backlog backlog = new Backlog(kafka.client(), settings.topics())) {
            pipeline.start();
            while (!pipeline.running() || !backlog.isEmpty()) {
                if (pipeline.failure().isPresent()) {
                    throw new UserError("the streams stopped: "
                            + Application.rootOf(pipeline.failure().get()));
                }
                progress.showCounting(() -> "at most %d records to count".formatted(backlog.atMost()));
                if (stop.wishedWithin(LOOK)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static int rawPartitions(Cluster kafka, Settings settings) {
        try (Admin admin = kafka.admin()) {
            String raw = settings.topics().articlesRaw().name();
            return new TopicAdmin(admin, settings.topics()).partitions(raw).orElseThrow();
        }
    }

    private void show(List<Shift> shifts) {
        if (output == RunCommand.Output.json) {
            shifts.forEach(shift -> console.out().println(json(shift)));
        } else {
            Shift.print(shifts, console.out());
        }
        console.say("done: the counts of %d actors have changed, by %+d mentions together"
                .formatted(
                        shifts.size(),
                        shifts.stream().mapToLong(Shift::difference).sum()));
    }

    private static String json(Shift shift) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("actor", shift.actor());
        json.put("name", shift.name());
        json.put("before", shift.before());
        json.put("after", shift.after());
        json.put("difference", shift.difference());
        json.put("months", shift.months());
        return json.toString();
    }
}
