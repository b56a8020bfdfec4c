package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kroniek.topic.Catalogue;
import kroniek.topic.TopicReader;
import kroniek.topic.Topics;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What a test with faults plays on: a folder of articles, instances of the program that read and count them, and the brokers below, with an
 * onlooker who tells when all is counted, and compares.
 */
final class Scene implements AutoCloseable {

    private static final Topics TOPICS = new Topics(Catalogue.load(), Catalogue.DEFAULT_PREFIX, Instance.PARTITIONS);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Pattern DIGEST = Pattern.compile("tables: +([0-9a-f]{64})");

    private final Load load;
    private final List<Instance> instances = new ArrayList<>();
    private final @Nullable Brokers brokers;
    private @Nullable Onlooker onlooker;
    private @Nullable Asker asker;
    private String lookedAt = "";

    /** @param brokers the cluster, or null where the only instance has a broker of its own */
    Scene(Load load, @Nullable Brokers brokers) {
        this.load = load;
        this.brokers = brokers;
    }

    /** Adds an instance, which has been started. */
    Instance add(Instance instance) {
        instances.add(instance);
        return instance;
    }

    /** Lets somebody begin to ask, who goes on as long as the scene. */
    Asker ask(Asker one) {
        asker = one;
        one.begin(this);
        return one;
    }

    /** Those of the instances that run. */
    List<Instance> survivors() {
        return instances.stream().filter(Instance::isToRun).toList();
    }

    /** Where the brokers listen; they may still be starting. */
    String bootstrapServers() {
        if (brokers != null) {
            return brokers.bootstrapServers();
        }
        awaitOrTell("a broker", () -> instances.get(0).broker().isPresent());
        return instances.get(0).broker().orElseThrow();
    }

    /** Who looks on; another one after the brokers have moved to another port. */
    Onlooker onlooker() {
        String now = bootstrapServers();
        if (onlooker == null || !now.equals(lookedAt)) {
            forget();
            onlooker = new Onlooker(now, TOPICS);
            lookedAt = now;
        }
        return onlooker;
    }

    private void forget() {
        if (onlooker != null) {
            onlooker.close();
            onlooker = null;
        }
    }

    /** Writes articles and waits until the first of them are published: now the program counts. */
    void beginToCount(int articles) throws IOException {
        long before = load.versions();
        load.write(articles);
        awaitOrTell("the first publication", () -> onlooker().published() > before);
    }

    /** Whether everything has been published and counted. */
    boolean isSettled() {
        boolean thereIsABroker = brokers != null || instances.get(0).broker().isPresent();
        return thereIsABroker && onlooker().sees(load.versions());
    }

    /** Waits until everything has been published, once, and counted, and verifies it; the digest. */
    String verified() {
        awaitOrTell("all is counted", this::isSettled);
        assertThat(onlooker().published())
                .as("records in raw; every version is published once")
                .isEqualTo(load.versions());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        int exit = Main.run(
                new Console(both, both),
                "verify",
                "--bootstrap-servers",
                bootstrapServers(),
                "--articles",
                load.folder().toString(),
                "--most",
                "20");
        String answer = said.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(() -> answer + facts()).isZero();
        Matcher digest = DIGEST.matcher(answer);
        assertThat(digest.find()).as(answer).isTrue();
        return digest.group(1);
    }

    /** Waits until it is so; where that never comes, or a process ends that should not, says the few facts that tell why. */
    void awaitOrTell(String what, Callable<Boolean> so) {
        List<Instance> running = survivors();
        try {
            await().atMost(Program.PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> so.call()
                            || running.stream().anyMatch(i -> !i.process().isAlive()));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("not within " + Program.PATIENCE + ": " + what + "\n" + facts(), e);
        }
        assertThat(running).as(this::facts).allMatch(i -> i.process().isAlive());
    }

    /** Mentions per actor and month, as they stand in the table. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        TopicReader.table(Connection.to(bootstrapServers()).client(), TOPICS.actorMonths())
                .forEach((key, row) -> counts.put(key, row.mentions()));
        return counts;
    }

    private String facts() {
        String seen = onlooker == null ? "nothing" : onlooker.toString();
        return "of %d versions written the onlooker sees %s%n%s%n%s"
                .formatted(
                        load.versions(),
                        seen,
                        instances.stream()
                                .map(i -> i + ": " + i.process().facts())
                                .collect(Collectors.joining("\n")),
                        brokers == null ? "" : brokers.facts());
    }

    @Override
    public void close() {
        if (asker != null) {
            asker.close();
        }
        instances.forEach(Instance::close);
        forget();
    }
}
