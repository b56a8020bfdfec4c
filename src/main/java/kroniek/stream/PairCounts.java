package kroniek.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kroniek.domain.ActorPair;
import kroniek.domain.ArticleMentions.Companion;
import kroniek.domain.Together;
import kroniek.topic.ActorMonthKey;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Who is mentioned with whom in a month, kept by difference. Every pair stands under both its actors, each counted from the
 * contributions of that actor alone.
 *
 * @param store the pairs by {@code <actor>|<month>|<other>}
 */
record PairCounts(KeyValueStore<String, Together> store) {

    /**
     * Moves the pairs of an actor month by what one article said before and says now.
     *
     * @param changed is told every pair that is another now; one that has nothing in common any more with {@link Together#NONE}
     */
    void move(ActorMonthKey key, List<Companion> before, List<Companion> now, Consumer<ActorPair> changed) {
        Map<String, Together> differences = new HashMap<>();
        now.forEach(companion -> differences.put(companion.actor(), said(companion)));
        before.forEach(companion ->
                differences.merge(companion.actor(), Together.NONE.minus(said(companion)), Together::plus));
        differences.forEach((other, difference) -> {
            if (!difference.equals(Together.NONE)) {
                changed.accept(new ActorPair(key.actor(), key.month(), other, shift(key + "|" + other, difference)));
            }
        });
    }

    private static Together said(Companion companion) {
        return new Together(1, companion.sentences());
    }

    private Together shift(String key, Together difference) {
        Together stood = store.get(key);
        Together now = stood == null ? difference : stood.plus(difference);
        if (now.articles() < 0 || now.sentences() < 0 || (now.articles() == 0 && now.sentences() > 0)) {
            throw new IllegalStateException("taken back more often than added: " + key);
        }
        @Nullable Together kept = now.equals(Together.NONE) ? null : now;
        store.put(key, kept);
        return now;
    }
}
