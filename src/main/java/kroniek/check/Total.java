package kroniek.check;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.topic.ActorMonthKey;
import org.jspecify.annotations.Nullable;

/** What the articles of one actor month add up to. */
final class Total {

    /** A name from the lexicon first, then the one of most articles; ties by type and code point. */
    private static final Comparator<Map.Entry<Naming, Long>> BEST_FIRST = Comparator.comparing(
                    (Map.Entry<Naming, Long> naming) -> naming.getKey().provisional())
            .thenComparing(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .thenComparing(naming -> naming.getKey().type().name())
            .thenComparing(naming -> naming.getKey().name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final Map<Naming, Long> namings = new HashMap<>();
    private long mentions;
    private long articles;
    private long mentionsWithoutCopies;
    private long articlesWithoutCopies;
    private @Nullable PartialDate first;
    private @Nullable PartialDate last;

    private record Naming(boolean provisional, ActorType type, String name) {}

    void add(Said said) {
        Actor actor = said.actor();
        PartialDate date = said.published();
        namings.merge(new Naming(actor.provisional(), actor.type(), actor.name()), 1L, Long::sum);
        mentions += said.mentions();
        articles++;
        if (!said.copy()) {
            mentionsWithoutCopies += said.mentions();
            articlesWithoutCopies++;
        }
        first = first == null || date.compareTo(first) < 0 ? date : first;
        last = last == null || date.compareTo(last) > 0 ? date : last;
    }

    ActorMonth row(ActorMonthKey key) {
        if (first == null || last == null) {
            throw new IllegalStateException("the actor month " + key + " has no articles");
        }
        Naming best = namings.entrySet().stream().min(BEST_FIRST).orElseThrow().getKey();
        return new ActorMonth(
                key.actor(),
                best.name(),
                best.type(),
                key.month(),
                mentions,
                articles,
                first,
                last,
                mentionsWithoutCopies,
                articlesWithoutCopies);
    }
}
