package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import kroniek.check.Digest;
import kroniek.check.RawVersion;
import kroniek.check.Recount;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.topic.Topics;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever happens to articles, the tables are what a batch recount of their newest versions gives, and nothing is left of them once they
 * are withdrawn. {@code -Dkroniek.histories=10000} tells more of them, {@code -Dkroniek.seed=N} the same ones again.
 */
class HistoriesTest {

    private static final int HISTORIES = Integer.getInteger("kroniek.histories", 2000);
    private static final int TELLERS = Runtime.getRuntime().availableProcessors();
    private static final Topics TOPICS = Topics.declared();
    private static final kroniek.stream.Stores IN_MEMORY = new kroniek.stream.Stores(Stores::inMemoryKeyValueStore);

    private static final AtomicInteger DRIVERS = new AtomicInteger();
    private static final AtomicInteger RISES = new AtomicInteger();
    private static final AtomicInteger COPIES = new AtomicInteger();

    @TempDir
    Path state;

    @Test
    void everyHistoryEndsInWhatABatchRecountGives() {
        long seed = Long.getLong("kroniek.seed", new Random().nextLong());
        System.out.printf("%d histories from seed %d%n", HISTORIES, seed);

        long events = IntStream.range(0, TELLERS)
                .parallel()
                .mapToLong(teller -> tell(seed + teller, HISTORIES, TELLERS, AtLanguage.STEPS))
                .sum();

        System.out.printf("%d events%n", events);
        assertThat(events).isGreaterThan(HISTORIES * 10L);
        assertThat(RISES.get()).as("rises").isPositive();
        assertThat(COPIES.get()).as("copies").isPositive();
    }

    @Test
    void aFaultIsFoundAndShrunkToTheEventsThatShowIt() {
        Steps forgetful = new Steps(AtLanguage.STEPS.normaliseDates(), dated -> {
            AnnotatedArticle annotated = AtLanguage.STEPS.extractActors().apply(dated);
            boolean loses = dated.article().text().contains("@JPN");
            return loses
                    ? new AnnotatedArticle(annotated.article(), List.of(), List.of(), annotated.sentences(), "at")
                    : annotated;
        });

        assertThatThrownBy(() -> tell(1, 100, 1, forgetful))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s).*shrunk to history of seed \\d+:\\n  (WRITTEN|RESENT) .*@JPN[^\\n]*\\n.*")
                .hasMessageContaining("actor-months JPN|20")
                .hasMessageContaining("actor-months-mentioned JPN|20")
                .hasMessageContaining("found nothing");
    }

    /**
     * Tells histories one after the other, each to tables that are empty.
     *
     * @param seed of the first; there are {@code histories}, of which every {@code step}th is told
     * @return how many events that were
     */
    private long tell(long seed, int histories, int step, Steps steps) {
        long events = 0;
        try (Driven driven = driven(steps)) {
            for (int i = 0; i < histories; i += step) {
                History history = History.of(seed + i);
                List<String> faults = faults(history, driven);
                if (!faults.isEmpty()) {
                    throw new AssertionError("%s%n%s%nshrunk to %s"
                            .formatted(history, String.join("\n", faults), shrunk(history, steps)));
                }
                events += history.events().size();
            }
        }
        return events;
    }

    private Driven driven(Steps steps) {
        return new Driven(steps, state.resolve("teller" + DRIVERS.incrementAndGet()), 1, TOPICS, IN_MEMORY);
    }

    /** What is wrong after a history, and after everything in it was withdrawn. */
    private static List<String> faults(History history, Driven driven) {
        Map<String, History.Event> newest = new HashMap<>();
        for (History.Event event : history.events()) {
            driven.put(event);
            newest.put(event.id(), event);
        }
        Recount recount = new Recount(TOPICS, language());
        newest.values()
                .forEach(event -> recount.add(new RawVersion(event.id(), true, event.format(), null, event.bytes())));
        RISES.addAndGet(recount.rises().size());
        COPIES.addAndGet(recount.copies().size());
        List<String> faults = new ArrayList<>();
        recount.differences(driven.tables()).forEach(difference -> faults.add(difference.toString()));
        faults.addAll(driven.wrongIndexes());
        String digest = Digest.of(driven.tables().actorMonths().values());
        if (!digest.equals(Digest.of(recount.actorMonths().values()))) {
            faults.add("the digest is " + digest);
        }
        newest.keySet().forEach(driven::withdraw);
        driven.everything().forEach((key, value) -> faults.add("left after all was withdrawn: " + key + " " + value));
        return faults;
    }

    /** The language of the tests in one step, as the recount takes it. */
    static Function<Article, AnnotatedArticle> language() {
        return article -> AtLanguage.STEPS
                .extractActors()
                .apply(AtLanguage.STEPS.normaliseDates().apply(article));
    }

    /** The history without every event that is not needed for something to be wrong. */
    private String shrunk(History history, Steps steps) {
        History smallest = history;
        for (int event = smallest.events().size() - 1; event >= 0; event--) {
            History fewer = smallest.without(event);
            if (!faultsAlone(fewer, steps).isEmpty()) {
                smallest = fewer;
            }
        }
        return smallest + "\n" + String.join("\n", faultsAlone(smallest, steps));
    }

    private List<String> faultsAlone(History history, Steps steps) {
        try (Driven driven = driven(steps)) {
            return faults(history, driven);
        }
    }
}
