package kroniek.stream;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ArticleMentions.Mentioned;
import kroniek.topic.ActorMonthKey;

/**
 * Which months the sentences speak of that mention an actor, kept by difference.
 *
 * @param counters the numbers of mentions by {@code <actor>|<month>|<mentioned month>}
 */
record MentionedCounts(Counters counters) {

    /**
     * Moves the mentioned months of an actor month by what one article said before and says now.
     *
     * @param changed is told every row that is another now; one that is gone has no mentions
     */
    void move(ActorMonthKey key, List<Mentioned> before, List<Mentioned> now, Consumer<ActorMonthMentioned> changed) {
        SortedMap<String, Integer> differences = new TreeMap<>();
        now.forEach(said -> differences.merge(ActorMonthMentioned.code(said.month()), said.mentions(), Integer::sum));
        before.forEach(
                said -> differences.merge(ActorMonthMentioned.code(said.month()), -said.mentions(), Integer::sum));
        differences.forEach((mentioned, difference) -> {
            if (difference != 0) {
                long mentions = counters.shift(key + "|" + mentioned, difference);
                changed.accept(new ActorMonthMentioned(
                        key.actor(), key.month(), ActorMonthMentioned.parse(mentioned), mentions));
            }
        });
    }
}
