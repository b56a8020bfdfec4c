package kroniek.stream;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.topic.NameKey;
import kroniek.topic.RankKey;
import kroniek.topic.Sort;

/** What the indexes of the tally must hold, made from all rows by sorting and adding them up. */
final class Indexes {

    private final Collection<ActorMonth> rows;
    private final Map<String, Long> mentions = new TreeMap<>();

    Indexes(Collection<ActorMonth> rows) {
        this.rows = rows;
        rows.forEach(row -> mentions.put(row.actor() + "|" + row.month(), row.mentions()));
    }

    /** The actors of every ranking, by {@code <sort>|<month>|<type>}. */
    Map<String, List<String>> rankings() {
        Map<String, List<String>> rankings = new TreeMap<>();
        for (Sort sort : Sort.values()) {
            rows.stream().sorted(order(sort)).forEach(row -> rankings.computeIfAbsent(
                            sort.code() + "|" + row.month() + "|" + row.type(), key -> new ArrayList<>())
                    .add(row.actor()));
        }
        return rankings;
    }

    /** The same, as they stand in the order of the keys of the store. */
    static Map<String, List<String>> rankings(List<String> keys) {
        Map<String, List<String>> rankings = new TreeMap<>();
        for (String key : keys) {
            String[] parts = key.split("\\|", 4);
            String prefix = RankKey.prefix(
                    Sort.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT)),
                    YearMonth.parse(parts[1]),
                    ActorType.valueOf(parts[2]));
            rankings.computeIfAbsent(parts[0] + "|" + parts[1] + "|" + parts[2], none -> new ArrayList<>())
                    .add(RankKey.actor(RankKey.place(key, prefix)));
        }
        return rankings;
    }

    private Comparator<ActorMonth> order(Sort sort) {
        Comparator<ActorMonth> byMentions = comparingLong(ActorMonth::mentions);
        Comparator<ActorMonth> byArticles = comparingLong(ActorMonth::articles);
        Comparator<ActorMonth> highest =
                switch (sort) {
                    case MENTIONS -> byMentions.thenComparing(byArticles);
                    case ARTICLES -> byArticles.thenComparing(byMentions);
                    case CHANGE -> comparingLong(this::change).thenComparing(byMentions);
                };
        return highest.reversed().thenComparing(comparing(ActorMonth::actor));
    }

    private long change(ActorMonth row) {
        String before = row.actor() + "|" + row.month().minusMonths(1);
        return row.mentions() - mentions.getOrDefault(before, 0L);
    }

    /** What adds up over the rows of every month. */
    Map<String, Long> sums() {
        Map<String, Long> sums = new TreeMap<>();
        rows.forEach(row -> {
            String month = row.month() + "|" + row.type();
            sums.merge(month + "|actors", 1L, Long::sum);
            sums.merge(month + "|mentions", row.mentions(), Long::sum);
            if (row.mentionsWithoutCopies() < row.mentions()) {
                sums.merge(month + "|copies", row.mentions() - row.mentionsWithoutCopies(), Long::sum);
            }
        });
        return sums;
    }

    /** How many rows show each name. */
    Map<String, Long> names() {
        Map<String, Long> names = new TreeMap<>();
        rows.forEach(row -> {
            Set<String> keys = new HashSet<>(NameKey.of(row));
            keys.forEach(key -> names.merge(key, 1L, Long::sum));
        });
        return names;
    }
}
