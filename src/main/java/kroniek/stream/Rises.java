package kroniek.stream;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * looked at again.
 */
final class Rises {

    /** Of so many actors the articles of every month are kept in memory; of others they are read from the rows again. */
    private static final int MOST_ACTORS = 1000;

    private final KeyValueStore<String, ActorMonth> rows;
    private final KeyValueStore<String, ArticleMentions> evidence;
    private final KeyValueStore<String, Rise> rises;
    private final Map<String, NavigableMap<YearMonth, Long>> articles = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, NavigableMap<YearMonth, Long>> eldest) {
            return size() > MOST_ACTORS;
        }
    };

    /**
     * @param rows the actor months, cached: what a range hands over is looked up again. Nobody else changes them while this is used
     * @param evidence what articles say, by {@code <actor>|<month>|<article id>}
     * @param rises the rises that stand, by {@code <actor>|<month>}
     */
    Rises(
            KeyValueStore<String, ActorMonth> rows,
            KeyValueStore<String, ArticleMentions> evidence,
            KeyValueStore<String, Rise> rises) {
        this.rows = rows;
        this.evidence = evidence;
        this.rises = rises;
    }

    /**
     * Looks again at a month of an actor that has changed.
     *
     * @param article the article that changed it
     * @param before the row as it stood
     * @param now as it stands, and was put
     * @param changed is told every rise that is another now, by its key; null for one that is none any more
     */
    void follow(
            ActorMonthKey key,
            String article,
            @Nullable ActorMonth before,
            @Nullable ActorMonth now,
            BiConsumer<String, @Nullable Rise> changed) {
        NavigableMap<YearMonth, Long> counts = articles.computeIfAbsent(key.actor(), this::read);
        if (now == null) {
            counts.remove(key.month());
        } else {
            counts.put(key.month(), now.articles());
        }
        if (hasEnough(before) || hasEnough(now)) {
            look(key, article, now, counts, changed);
        }
        if (count(before) != count(now)) {
            counts.subMap(key.month(), false, key.month().plusMonths(Rise.MONTHS), true)
                    .forEach((month, count) -> {
                        if (count >= Rise.LEAST_ARTICLES) {
                            ActorMonthKey later = new ActorMonthKey(key.actor(), month);
                            look(later, null, rows.get(later.toString()), counts, changed);
                        }
                    });
        }
    }

    private static boolean hasEnough(@Nullable ActorMonth row) {
        return count(row) >= Rise.LEAST_ARTICLES;
    }

    private static long count(@Nullable ActorMonth row) {
        return row == null ? 0 : row.articles();
    }

    /** The articles of every month of an actor. */
    private NavigableMap<YearMonth, Long> read(String actor) {
        // Looked up after the range is closed: a look loads into the cache, and may push out what the range has still
        // to hand over.
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, ActorMonth> range = rows.range(actor + "|", actor + "}")) {
            range.forEachRemaining(row -> keys.add(row.key));
        }
        NavigableMap<YearMonth, Long> counts = new TreeMap<>();
        for (String key : keys) {
            ActorMonth row = rows.get(key);
            if (row != null) {
                counts.put(row.month(), row.articles());
            }
        }
        return counts;
    }

    /** @param article the article of that month that changed; null where only the history did */
    private void look(
            ActorMonthKey key,
            @Nullable String article,
            @Nullable ActorMonth row,
            NavigableMap<YearMonth, Long> counts,
            BiConsumer<String, @Nullable Rise> changed) {
        Rise stood = rises.get(key.toString());
        Rise stands = row == null ? null : rise(key, article, row, stood, counts);
        if (!Objects.equals(stood, stands)) {
            rises.put(key.toString(), stands);
            changed.accept(key.toString(), stands);
        }
    }

    /** Null where it is none. */
    private @Nullable Rise rise(
            ActorMonthKey key,
            @Nullable String article,
            ActorMonth row,
            @Nullable Rise stood,
            NavigableMap<YearMonth, Long> counts) {
        long before = counts.subMap(key.month().minusMonths(Rise.MONTHS), true, key.month(), false).values().stream()
                .mapToLong(Long::longValue)
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
        List<String> first = new ArrayList<>();
        try (KeyValueIterator<String, ArticleMentions> range = evidence.range(prefix, key + "}")) {
            while (range.hasNext() && first.size() < Rise.MOST_EVIDENCE) {
                KeyValue<String, ArticleMentions> next = range.next();
                first.add(next.key.substring(prefix.length()));
            }
        }
        return first;
    }
}
