package kroniek.app;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.domain.Rejection;
import kroniek.stream.Watcher;

/**
 * Counts what this instance has read since it started: versions by what became of them, rejections by reason, mentions by kind of actor. Every label is there
 * from the beginning, at 0, so that the first of a kind is seen as a change. Thread-safe.
 */
final class VersionCounters implements Watcher {

    private final MeterRegistry registry;
    private final Counter annotated;
    private final Counter failed;
    private final Counter withdrawn;
    private final Map<Rejection.Reason, Counter> rejections;
    private final Map<ActorType, Counter> mentions;
    private final Counter ambiguous;
    private final Counter provisional;

    VersionCounters(MeterRegistry registry) {
        this.registry = registry;
        annotated = counter(
                "kroniek.versions", "outcome", "annotated", "Versions of articles read, by what became of them");
        failed = counter("kroniek.versions", "outcome", "failed", "");
        withdrawn = counter("kroniek.versions", "outcome", "withdrawn", "");
        rejections = counters(
                Rejection.Reason.class,
                reason -> counter("kroniek.rejections", "reason", reason.code(), "Versions that could not be used"));
        mentions = counters(
                ActorType.class,
                type -> counter(
                        "kroniek.mentions", "type", type.name(), "Mentions found, also those that count for nobody"));
        ambiguous = Counter.builder("kroniek.mentions.ambiguous")
                .description("Mentions of which the article leaves open who is meant")
                .register(registry);
        provisional = Counter.builder("kroniek.mentions.provisional")
                .description("Mentions of actors that the lexicon does not know")
                .register(registry);
    }

    private Counter counter(String name, String label, String value, String description) {
        return Counter.builder(name).tag(label, value).description(description).register(registry);
    }

    private static <E extends Enum<E>> Map<E, Counter> counters(Class<E> kinds, Function<E, Counter> counter) {
        Map<E, Counter> counters = new EnumMap<>(kinds);
        Arrays.stream(kinds.getEnumConstants()).forEach(kind -> counters.put(kind, counter.apply(kind)));
        return counters;
    }

    @Override
    public void annotated(AnnotatedArticle article) {
        annotated.increment();
        for (Mention mention : article.mentions()) {
            of(mentions, mention.type()).increment();
            Actor actor = mention.actor();
            if (mention.ambiguous()) {
                ambiguous.increment();
            }
            if (actor != null && actor.provisional()) {
                provisional.increment();
            }
        }
    }

    private static <E extends Enum<E>> Counter of(Map<E, Counter> counters, E kind) {
        return Objects.requireNonNull(counters.get(kind));
    }

    @Override
    public void rejected(Rejection.Reason reason) {
        of(rejections, reason).increment();
    }

    @Override
    public void failed() {
        failed.increment();
    }

    @Override
    public void withdrawn() {
        withdrawn.increment();
    }
}
