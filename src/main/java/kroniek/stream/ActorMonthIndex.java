package kroniek.stream;

import java.util.Objects;
import java.util.Set;
import kroniek.domain.ActorMonth;
import kroniek.stream.Spread.Naming;
import kroniek.topic.ActorMonthKey;
import kroniek.topic.NameKey;
import kroniek.topic.RankKey;
import kroniek.topic.ReadStore;
import kroniek.topic.Sort;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What makes actor months quick to find: their places in the rankings of their month, the sums of the month, and the names they show. All is
 * moved by difference with each change of a row, so that it is at any time what would be made of the rows as they stand.
 *
 * <p>Ranks and names are read in ranges, so their stores have no cache: until the next commit Kafka Streams 4.3.1 may hand over a deleted key
 * of a cached store.
 */
final class ActorMonthIndex {

    private static final byte[] NOTHING = {};

    private final KeyValueStore<String, ActorMonth> rows;
    private final KeyValueStore<String, byte[]> ranks;
    private final Counters sums;
    private final Counters names;

    private ActorMonthIndex(
            KeyValueStore<String, ActorMonth> rows,
            KeyValueStore<String, byte[]> ranks,
            Counters sums,
            Counters names) {
        this.rows = rows;
        this.ranks = ranks;
        this.sums = sums;
        this.names = names;
    }

    /** The index in the stores of a task. */
    static ActorMonthIndex in(ProcessorContext<?, ?> context) {
        return new ActorMonthIndex(
                context.getStateStore(ReadStore.ACTOR_MONTHS.name()),
                context.getStateStore(ReadStore.RANKS.name()),
                new Counters(context.getStateStore(ReadStore.MONTH_SUMS.name())),
                new Counters(context.getStateStore(ReadStore.NAMES.name())));
    }

    /** The stores that it needs besides the rows. */
    static Set<StoreBuilder<?>> stores(Stores stores) {
        return Set.of(
                stores.keyValue(ReadStore.RANKS),
                stores.keyValue(ReadStore.MONTH_SUMS),
                stores.keyValue(ReadStore.NAMES));
    }

    /** Makes the index where there are rows and none of it: state of a version of the program that had no index. */
    void complete() {
        if (isEmpty(ranks) && !isEmpty(rows)) {
            try (KeyValueIterator<String, ActorMonth> all = rows.all()) {
                // Looked up again, for the store is cached.
                all.forEachRemaining(entry -> add(rows.get(entry.key)));
            }
        }
    }

    private static boolean isEmpty(KeyValueStore<String, ?> store) {
        try (KeyValueIterator<String, ?> all = store.all()) {
            return !all.hasNext();
        }
    }

    private void add(@Nullable ActorMonth row) {
        if (row != null) {
            count(row, 1);
            long earlier =
                    mentions(rows.get(new ActorMonthKey(row.actor(), row.month().minusMonths(1)).toString()));
            for (Sort sort : Sort.values()) {
                rerank(null, place(sort, row, earlier));
            }
        }
    }

    /** Moves what a row stands for; called after the row itself was put. */
    void move(ActorMonthKey key, @Nullable ActorMonth before, @Nullable ActorMonth now) {
        if (before != null && now != null && naming(before).equals(naming(now))) {
            sums.shift(sumOf(now) + "mentions", now.mentions() - before.mentions());
            sums.shift(sumOf(now) + "copies", inCopies(now) - inCopies(before));
        } else {
            count(before, -1);
            count(now, 1);
        }
        long earlier = mentions(rows.get(key.plusMonths(-1).toString()));
        for (Sort sort : Sort.values()) {
            rerank(place(sort, before, earlier), place(sort, now, earlier));
        }
        if (mentions(before) != mentions(now)) {
            ActorMonth next = rows.get(key.plusMonths(1).toString());
            rerank(place(Sort.CHANGE, next, mentions(before)), place(Sort.CHANGE, next, mentions(now)));
        }
    }

    /** Adds a row to the sums and names, or takes it back. */
    private void count(@Nullable ActorMonth row, int sign) {
        if (row != null) {
            sums.shift(sumOf(row) + "actors", sign);
            sums.shift(sumOf(row) + "mentions", sign * row.mentions());
            sums.shift(sumOf(row) + "copies", sign * inCopies(row));
            NameKey.of(row).forEach(name -> names.shift(name, sign));
        }
    }

    private void rerank(@Nullable String before, @Nullable String now) {
        if (Objects.equals(before, now)) {
            return;
        }
        if (before != null) {
            put(before, null);
        }
        if (now != null) {
            put(now, NOTHING);
        }
    }

    /** Not {@link KeyValueStore#delete}, which reads what it deletes. */
    private void put(String place, byte @Nullable [] value) {
        ranks.put(place, value);
    }

    private static String sumOf(ActorMonth row) {
        return row.month() + "|" + row.type().name() + "|";
    }

    private static long inCopies(ActorMonth row) {
        return row.mentions() - row.mentionsWithoutCopies();
    }

    private static Naming naming(ActorMonth row) {
        return new Naming(row.type(), row.name());
    }

    private static @Nullable String place(Sort sort, @Nullable ActorMonth row, long earlier) {
        return row == null ? null : RankKey.of(sort, row, row.mentions() - earlier);
    }

    private static long mentions(@Nullable ActorMonth row) {
        return row == null ? 0 : row.mentions();
    }
}
