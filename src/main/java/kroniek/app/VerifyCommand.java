package kroniek.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import kroniek.check.Compared;
import kroniek.check.FolderArticles;
import kroniek.check.FolderCheck;
import kroniek.check.MovedException;
import kroniek.check.NotedFiles;
import kroniek.check.Outcome;
import kroniek.check.Verification;
import kroniek.connect.ArticleSourceConfig;
import kroniek.domain.FileNote;
import kroniek.language.Language;
import kroniek.stream.Backlog;
import kroniek.stream.Pipeline;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kroniek verify}: counts the raw articles again in batch and compares; also the folder with the raw articles. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = VerifyCommand.NOT_COMPARED,
        description = {
            "Counts the newest version of every raw article again, in batch, and compares the result with the live"
                    + " tables;",
            "with --articles also the folder with the raw articles. Works on a running program, on the data directory"
                    + " of a",
            "stopped one, and on a cluster. Exit 0: equal; 1: different; 2: could not compare."
        })
final class VerifyCommand implements Callable<Integer> {

    static final int NOT_COMPARED = 2;

    /** As long as nothing moves on for this time, waiting for the counting to end is of no use. Longer than a dead transaction lives. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** The same, where nobody is there who could count. Long enough for the coordinator to end a transaction that is as good as committed. */
    private static final Duration PATIENCE_WITH_NOBODY = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 3;

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--articles",
            paramLabel = "DIR",
            description = "the watched folder, to be compared with the raw articles (default: none)")
    private @Nullable Path articles;

    @Mixin
    private final ActorsOption actors = new ActorsOption();

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "how many differences are printed; the rest is counted (default: all)")
    private int most = Integer.MAX_VALUE;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = cluster.settings(actors.said());
        if (settings.bootstrapServers() == null && !Files.isDirectory(settings.data())) {
            throw new UserError("there is no data directory %s; give one with --data".formatted(settings.data()));
        }
        Language language = settings.language();
        try (Cluster kafka = Cluster.forLooking(settings)) {
            kafka.requireTopics(settings.topics());
            Verification verification = verification(kafka, settings.topics(), language);
            boolean equal = show(verification, language.version());
            boolean published = folderIsPublished(kafka, verification, settings);
            return equal && published ? 0 : 1;
        }
    }

    private Verification verification(Cluster kafka, Topics topics, Language language) throws InterruptedException {
        try (Backlog backlog = new Backlog(kafka.client(), topics)) {
            for (int attempt = 1; ; attempt++) {
                awaitCounted(backlog);
                try {
                    Verification verification =
                            Verification.of(kafka.client(), topics, Pipeline.ledgerTopic(topics), language::annotate);
                    if (backlog.isEmpty()) {
                        return verification;
                    }
                } catch (MovedException moved) {
                    console.say("articles arrived meanwhile; once more …");
                }
                if (attempt == ATTEMPTS) {
                    throw new UserError("articles keep arriving; verify when it is quieter");
                }
            }
        }
    }

    private void awaitCounted(Backlog backlog) throws InterruptedException {
        long left = Long.MAX_VALUE;
        long since = System.nanoTime();
        while (!backlog.isEmpty()) {
            long now = backlog.atMost();
            if (now < left) {
                left = now;
                since = System.nanoTime();
            } else if (isOver(System.nanoTime() - since, backlog)) {
                throw new UserError(
                        "not everything is counted (at most %d records are left) and nothing moves on; run the program until it is idle, then verify again"
                                .formatted(now));
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static boolean isOver(long nanos, Backlog backlog) {
        return nanos > PATIENCE.toNanos() || (nanos > PATIENCE_WITH_NOBODY.toNanos() && !backlog.mayShrink());
    }

    private boolean show(Verification verification, String language) {
        Map<Outcome, Long> outcomes = verification.outcomes();
        long sum = outcomes.values().stream().mapToLong(Long::longValue).sum();
        console.out()
                .printf(
                        "articles in raw: %d = %d annotated + %d rejected + %d failed%n",
                        sum,
                        outcomes.get(Outcome.ANNOTATED),
                        outcomes.get(Outcome.REJECTED),
                        outcomes.get(Outcome.FAILED));
        for (Compared table : verification.tables()) {
            console.out().printf("recount: %s, %d %s%n", table.expectedDigest(), table.expectedRows(), table.rows());
            console.out().printf("tables:  %s, %d %s%n", table.foundDigest(), table.foundRows(), table.rows());
        }
        OtherLanguage.complaint(verification.languages(), language).ifPresent(console.out()::println);
        show(verification.differences(), "different: ");
        boolean equal = verification.differences().isEmpty();
        console.out().println(equal ? "equal" : verification.differences().size() + " differences");
        return equal;
    }

    private boolean folderIsPublished(Cluster kafka, Verification verification, Settings settings) {
        if (articles == null) {
            return true;
        }
        FolderArticles folder;
        Map<String, FileNote> notes;
        try {
            folder = FolderArticles.in(articles);
            notes = NotedFiles.of(
                    kafka.client(), settings.topics(), articles.toRealPath().toUri());
        } catch (IOException e) {
            throw new UserError("the folder %s cannot be read (%s)".formatted(articles, e), e);
        }
        FolderCheck check = FolderCheck.of(
                folder,
                verification,
                notes,
                ArticleSourceConfig.certainAge(settings.connector()),
                Clock.systemUTC().instant());
        console.out().printf("folder: %d files, %d articles%n", check.files(), check.articles());
        show(check.explained(), "explained: ");
        show(check.unexplained(), "different: ");
        console.out()
                .println(
                        check.unexplained().isEmpty()
                                ? "published"
                                : check.unexplained().size() + " not as in raw");
        return check.unexplained().isEmpty();
    }

    private void show(List<?> findings, String how) {
        findings.stream().limit(most).forEach(finding -> console.out().println(AnnotatedText.onOneLine(how + finding)));
        if (findings.size() > most) {
            console.out().printf("%sand %d more%n", how, findings.size() - most);
        }
    }
}
