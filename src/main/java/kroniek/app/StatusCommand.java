package kroniek.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import kroniek.check.MovedException;
import kroniek.check.Reconciler;
import kroniek.domain.Reconciliation;
import kroniek.domain.Reconciliation.Articles;
import kroniek.domain.Reconciliation.Counts;
import kroniek.domain.Reconciliation.State;
import kroniek.stream.Backlog;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kroniek status}: whether the figures that must agree do. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        exitCodeOnExecutionException = 2,
        description = {
            "Shows what was found, what became of it and what is still in flight, and whether the figures agree: files"
                    + " found",
            "= published + unchanged + unreadable + waiting; articles in raw = annotated + rejected + failed; every"
                    + " count = the",
            "sum of its evidence. Asks the running program, or else reads the topics itself; the files only a running"
                    + " program",
            "knows. Exit 0: they agree, or something is in flight; 1: they do not agree; 2: could not tell."
        })
final class StatusCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final Console console;

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = cluster.settings(new HashMap<>());
        if (settings.bootstrapServers() == null && !Files.isDirectory(settings.data())) {
            throw new UserError("there is no data directory %s; give one with --data".formatted(settings.data()));
        }
        Optional<String> page = DataDirectory.runningPage(settings.data());
        boolean runs =
                settings.bootstrapServers() == null && page.isPresent() && DataDirectory.isInUse(settings.data());
        Reconciliation figures = runs ? asked(page.get()) : read(settings);
        show(figures);
        return figures.state() == State.BROKEN ? 1 : 0;
    }

    private static Reconciliation read(Settings settings) {
        Topics topics = settings.topics();
        try (Cluster kafka = Cluster.forLooking(settings)) {
            kafka.requireTopics(topics);
            try (Reconciler reconciler = new Reconciler(kafka.client(), topics);
                    Backlog backlog = new Backlog(kafka.client(), topics)) {
                Reconciliation figures = read(reconciler);
                return backlog.isEmpty() ? figures : figures.with(null, Math.max(1, backlog.atMost()));
            }
        }
    }

    private static Reconciliation read(Reconciler reconciler) {
        for (int attempt = 1; ; attempt++) {
            try {
                return reconciler.reconcile();
            } catch (MovedException moved) {
                if (attempt == ATTEMPTS) {
                    throw new UserError(
                            "articles keep arriving; ask when it is quieter, or ask the running program", moved);
                }
            }
        }
    }

    /** What the running program says: {@code GET /api/v1/status}. */
    private static Reconciliation asked(String page) {
        URI status = URI.create(page).resolve("/api/v1/status");
        try {
            HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(status).timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
            JsonNode json = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new UserError("the running program cannot tell yet: "
                        + json.path("detail").asText());
            }
            return figures(json);
        } catch (IOException e) {
            throw new UserError("the running program does not answer at %s (%s)".formatted(status, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted while asking " + status, e);
        }
    }

    private static Reconciliation figures(JsonNode json) {
        JsonNode articles = json.path("articles");
        JsonNode counts = json.path("counts");
        return new Reconciliation(
                json.hasNonNull("files") ? files(json.path("files")) : null,
                new Articles(
                        articles.path("inRaw").asLong(),
                        articles.path("annotated").asLong(),
                        articles.path("rejected").asLong(),
                        articles.path("failed").asLong()),
                new Counts(
                        counts.path("actorMonths").asLong(),
                        texts(counts.path("unproved")),
                        counts.path("more").asLong()),
                json.path("digest").asText(),
                json.path("inFlight").asLong(),
                Map.of());
    }

    private static Reconciliation.Files files(JsonNode files) {
        return new Reconciliation.Files(
                files.path("found").asLong(),
                files.path("published").asLong(),
                files.path("unchanged").asLong(),
                files.path("unreadable").asLong(),
                files.path("waiting").asLong());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private void show(Reconciliation figures) {
        showFiles(figures.files());
        Articles articles = figures.articles();
        line(
                "articles: %d in raw = %d annotated + %d rejected + %d failed%s",
                articles.inRaw(), articles.annotated(), articles.rejected(), articles.failed(), rest(articles.rest()));
        Counts counts = figures.counts();
        line(
                "counts:   %d actor months, %s",
                counts.actorMonths(),
                counts.rest() == 0
                        ? "each the sum of its evidence"
                        : "%d not the sum of their evidence: %s%s"
                                .formatted(
                                        counts.rest(),
                                        String.join(", ", counts.unproved()),
                                        counts.more() == 0 ? "" : " and %d more".formatted(counts.more())));
        line("digest:   %s", figures.digest());
        line("in flight: %s", figures.inFlight() == 0 ? "nothing" : "at most %d records".formatted(figures.inFlight()));
        line(
                "%s",
                switch (figures.state()) {
                    case HOLDS -> "the figures agree";
                    case IN_FLIGHT -> "the figures agree once nothing is in flight";
                    case BROKEN -> "THE FIGURES DO NOT AGREE; ./kroniek verify names every difference";
                });
    }

    private void showFiles(Reconciliation.@Nullable Files files) {
        if (files == null) {
            line("files:    not watched by a running program");
        } else {
            line(
                    "files:    %d found = %d published + %d unchanged + %d unreadable + %d waiting%s",
                    files.found(),
                    files.published(),
                    files.unchanged(),
                    files.unreadable(),
                    files.waiting(),
                    rest(files.rest()));
        }
    }

    private static String rest(long rest) {
        return rest == 0 ? "" : " + %d not accounted for".formatted(rest);
    }

    private void line(String form, Object... figures) {
        console.out().println(String.format(Locale.ROOT, form, figures));
    }
}
