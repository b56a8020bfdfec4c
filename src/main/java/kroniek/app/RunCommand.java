package kroniek.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import kroniek.connect.SourceProgress;
import kroniek.domain.ActorMonth;
import kroniek.topic.TopicReader;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kroniek run}: reads articles and shows who was mentioned how often in which month. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Reads the articles of a folder, counts who is mentioned in which month, shows the result, and goes on watching.",
            "Without --bootstrap-servers it starts a Kafka of its own, on 127.0.0.1:9092 where that is free."
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration SAY_AT_MOST_EVERY = Duration.ofSeconds(3);

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--articles",
            paramLabel = "DIR",
            description = "folder of articles (.txt, .jsonl, .gz of both), with its subfolders (default: the samples)")
    private @Nullable String articles;

    @Option(
            names = "--after-publishing",
            paramLabel = "keep|move|move-by-date|delete",
            description = "what is done with a file once everything in it is committed to Kafka (default: keep)")
    private @Nullable String afterPublishing;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "where published files are moved to; outside the folder of articles")
    private @Nullable String archive;

    @Option(
            names = "--rejected",
            paramLabel = "DIR",
            description = "where files that cannot be used are copied to, each with the reason (default: nowhere)")
    private @Nullable String rejected;

    @Option(
            names = "--after-vanishing",
            paramLabel = "keep|withdraw",
            description = "what is done with the articles of a file that somebody else takes away (default: keep)")
    private @Nullable String afterVanishing;

    @Mixin
    private final ActorsOption actors = new ActorsOption();

    @Option(
            names = "--http",
            paramLabel = "HOST:PORT",
            description = "where the page is served; port 0 means any (default: 127.0.0.1:8080 or the next free port)")
    private @Nullable String http;

    @Option(
            names = "--until-idle",
            description = "end as soon as everything found is counted; exit 0, also with rejections")
    private boolean untilIdle;

    @Option(
            names = "--output",
            paramLabel = "table|json",
            description = "how the result is printed: a table of the most mentioned, or one JSON line an actor month")
    private Output output = Output.table;

    RunCommand(Console console) {
        this.console = console;
    }

    /** How the result is printed; the names are what the user types. */
    enum Output {
        table,
        json
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, @Nullable String> own = new HashMap<>();
        own.put(Settings.ARTICLES, articles);
        own.put(Settings.AFTER_PUBLISHING, afterPublishing);
        own.put(Settings.ARCHIVE, archive);
        own.put(Settings.REJECTED, rejected);
        own.put(Settings.AFTER_VANISHING, afterVanishing);
        own.putAll(actors.said());
        own.put(Settings.HTTP, http);
        Settings settings = cluster.settings(own);
        try (StopSignal stop = new StopSignal()) {
            console.say(run(settings, stop));
        }
        return 0;
    }

    /** Runs the program to its end; returns its last words. */
    private String run(Settings settings, StopSignal stop) throws InterruptedException {
        try (Application application = Application.start(settings, console)) {
            console.say("page: " + application.page());
            Optional<String> shown = Optional.empty();
            while (shown.isEmpty()) {
                if (!untilIdle(application, stop)) {
                    return "stopped before everything was counted";
                }
                shown = show(application);
            }
            if (untilIdle) {
                return shown.get();
            }
            console.say(shown.get());
            console.say("watching for more; the page is " + application.page() + " (stop with Ctrl-C)");
            watch(application, stop);
            return "stopped";
        }
    }

    /** Waits until everything found is counted; false where the end was wished before. */
    private boolean untilIdle(Application application, StopSignal stop) throws InterruptedException {
        ProgressLine progress = new ProgressLine(console, SAY_AT_MOST_EVERY);
        while (!application.isIdle()) {
            failIfFailed(application);
            application.progress().ifPresent(progress::show);
            progress.showCounting(application::leftToCount);
            if (stop.wishedWithin(LOOK)) {
                return false;
            }
        }
        application.progress().ifPresent(progress::show);
        return true;
    }

    private static void watch(Application application, StopSignal stop) throws InterruptedException {
        while (!stop.wishedWithin(Duration.ofSeconds(1))) {
            failIfFailed(application);
        }
    }

    private static void failIfFailed(Application application) {
        Optional<String> failure = application.failure();
        if (failure.isPresent()) {
            throw new UserError(failure.get());
        }
    }

    /** Prints the result; returns the figures in one line, or nothing where Kafka has just gone away. */
    private Optional<String> show(Application application) {
        Map<String, Object> client = application.client();
        List<ActorMonth> rows;
        int rejected;
        int dead;
        try {
            rows = ResultTable.sorted(
                    TopicReader.table(client, application.topics().actorMonths())
                            .values());
            rejected = TopicReader.count(client, application.topics().rejected());
            dead = TopicReader.count(client, application.topics().deadLetters());
        } catch (RetriableException again) {
            return Optional.empty();
        }
        if (output == Output.json) {
            ResultTable.json(rows, console.out());
        } else {
            ResultTable.print(rows, console.out());
        }
        Optional<SourceProgress> files = application.progress();
        return Optional.of(String.format(
                Locale.ROOT,
                "done: files=%d published=%d unchanged=%d rejected=%d dead=%d actor-months=%d",
                files.map(SourceProgress::found).orElse(0L),
                files.map(SourceProgress::published).orElse(0L),
                files.map(SourceProgress::unchangedAtStart).orElse(0L),
                rejected,
                dead,
                rows.size()));
    }
}
