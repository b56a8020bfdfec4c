package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kroniek.domain.ActorMonth;
import kroniek.domain.ArticleMentions;
import kroniek.domain.Rise;
import kroniek.topic.ActorMonthKey;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Which actor months are rises. A month's articles move its own and those of the months that have it in their history, so all of them are
 * looked at again: one range of at most two years of one actor.
 *
 * @param rows the actor months, cached: what a range hands over is looked up again
 * @param evidence what articles say, by {@code <actor>|<month>|<article id>}
 * @param rises the rises that stand, by {@code <actor>|<month>}
 */
record Rises(
        KeyValueStore<String, ActorMonth> rows,
        KeyValueStore<String, ArticleMentions> evidence,
        KeyValueStore<String, Rise> rises) {

    /** Keys of later years would not be in order. */
    private static final YearMonth LAST_MONTH = YearMonth.of(9999, 12);

    /**
     * Looks again at a month of an actor that has changed.
     *
     * @param article the article that changed it
     * @param changed is told every rise that is another now, by its key; null for one that is none any more
     */
    void follow(ActorMonthKey key, String article, BiConsumer<String, @Nullable Rise> changed) {
        NavigableMap<YearMonth, ActorMonth> around = rows(key, 0, Rise.MONTHS);
        // Most actors have few articles: nothing near is a rise, or was one but for this month.
        if (around.values().stream().anyMatch(Rise::hasEnough)) {
            around.putAll(rows(key, -Rise.MONTHS, -1));
        }
        look(key, article, around.get(key.month()), around, changed);
        around.tailMap(key.month(), false).values().stream()
                .filter(Rise::hasEnough)
                .forEach(row -> look(new ActorMonthKey(key.actor(), row.month()), null, row, around, changed));
    }

    /** The months of an actor from so many behind one, to so many behind it. */
    private NavigableMap<YearMonth, ActorMonth> rows(ActorMonthKey key, int from, int to) {
        NavigableMap<YearMonth, ActorMonth> found = new TreeMap<>();
        YearMonth last = key.month().plusMonths(to);
        // Looked up after the range is closed: a look loads into the cache, and may push out what the range has still
        // to hand over.
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ActorMonth> range = rows.range(
                key.plusMonths(from).toString(),
                new ActorMonthKey(key.actor(), last.isAfter(LAST_MONTH) ? LAST_MONTH : last).toString())) {
            range.forEachRemaining(row -> keys.add(row.key));
        }
        for (String one : keys) {
            ActorMonth row = rows.get(one);
            if (row != null) {
                found.put(row.month(), row);
            }
        }
        return found;
    }

    /** @param article the article of that month that changed; null where only the history did */
    private void look(
            ActorMonthKey key,
            @Nullable String article,
            @Nullable ActorMonth row,
            NavigableMap<YearMonth, ActorMonth> around,
            BiConsumer<String, @Nullable Rise> changed) {
        Rise stood = rises.get(key.toString());
        Rise stands = row == null ? null : rise(key, article, row, stood, around);
        if (!Objects.equals(stood, stands)) {
            rises.put(key.toString(), stands);
            changed.accept(key.toString(), stands);
        }
    }

    /** Null where it is none. The history of a month behind the changed one begins within what was read. */
    private @Nullable Rise rise(
            ActorMonthKey key,
            @Nullable String article,
            ActorMonth row,
            @Nullable Rise stood,
            NavigableMap<YearMonth, ActorMonth> around) {
        long before = around.subMap(key.month().minusMonths(Rise.MONTHS), true, key.month(), false).values().stream()
                .mapToLong(ActorMonth::articles)
                .sum();
        if (!Rise.is(row.articles(), before)) {
            return null;
        }
        List<String> first = stood != null && isBehind(article, stood.evidence()) ? stood.evidence() : first(key);
        return new Rise(row.actor(), row.name(), row.type(), row.month(), row.articles(), before, first);
    }

    /** Whether articles that stand first stay so whatever became of this one: as many as can be, and all before it. */
    private static boolean isBehind(@Nullable String article, List<String> first) {
        return article == null
                || (first.size() == Rise.MOST_EVIDENCE
                        && Arrays.compareUnsigned(
                                        article.getBytes(StandardCharsets.UTF_8),
                                        first.get(first.size() - 1).getBytes(StandardCharsets.UTF_8))
                                > 0);
    }

    private List<String> first(ActorMonthKey key) {
        String prefix = key + "|";
        List<String> articles = new ArrayList<>();
        try (KeyValueIterator<String, ArticleMentions> range = evidence.range(prefix, key + "}")) {
            while (range.hasNext() && articles.size() < Rise.MOST_EVIDENCE) {
                KeyValue<String, ArticleMentions> next = range.next();
                articles.add(next.key.substring(prefix.length()));
            }
        }
        return articles;
    }
}
