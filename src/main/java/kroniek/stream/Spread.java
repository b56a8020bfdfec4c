package kroniek.stream;

import java.util.ArrayList;
import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.PartialDate;
import kroniek.topic.ActorMonthKey;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The publication dates and the names of every actor month, each with the number of articles that has it: ordered multisets, so that a
 * smallest, a largest and a most frequent one can be found again after something was taken back. Keys: {@code <actor>|<month>|d|<date>}
 * and {@code <actor>|<month>|n|<rank><type>|<name>}.
 *
 * <p>What a range of a cached store hands over is looked up again before it is believed: until the next commit, Kafka Streams 4.3.1 may
 * hand over a key that was deleted ({@code AbstractMergedSortedCacheStoreIterator.hasNext} forgets a deletion in the cache when the key
 * is still to come in the store). It never leaves out one that is there.
 */
final class Spread {

    /** A name that a lexicon gives goes before one that was only seen. */
    private static final String LEXICON = "0";

    private static final String PROVISIONAL = "1";

    private final KeyValueStore<String, Long> store;
    private final Counters counters;

    Spread(KeyValueStore<String, Long> store) {
        this.store = store;
        this.counters = new Counters(store);
    }

    void add(ActorMonthKey key, ArticleMentions said) {
        counters.shift(dates(key) + said.published(), 1);
        counters.shift(names(key) + naming(said.actor()), 1);
    }

    void remove(ActorMonthKey key, ArticleMentions said) {
        counters.shift(dates(key) + said.published(), -1);
        counters.shift(names(key) + naming(said.actor()), -1);
    }

    PartialDate first(ActorMonthKey key) {
        try (KeyValueIterator<String, Long> all = store.range(dates(key), end(dates(key)))) {
            return date(key, all);
        }
    }

    PartialDate last(ActorMonthKey key) {
        try (KeyValueIterator<String, Long> all = store.reverseRange(dates(key), end(dates(key)))) {
            return date(key, all);
        }
    }

    /** The lexicon's name, else the name that most articles have; ties by code point, which is the order of the keys. */
    Naming naming(ActorMonthKey key) {
        String prefix = names(key);
        // Looked up after the range is closed: a look loads into the cache, and may push out what the range has still
        // to hand over.
        List<KeyValue<String, Long>> names = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = store.range(prefix, end(prefix))) {
            all.forEachRemaining(names::add);
        }
        KeyValue<String, Long> best = null;
        for (KeyValue<String, Long> next : names) {
            boolean better = best == null || (sameRank(prefix, best.key, next.key) && next.value > best.value);
            if (better && store.get(next.key) != null) {
                best = next;
            }
        }
        if (best == null) {
            throw new IllegalStateException("the actor month " + key + " has articles but no name");
        }
        int bar = best.key.indexOf('|', prefix.length());
        return new Naming(ActorType.valueOf(best.key.substring(prefix.length() + 1, bar)), best.key.substring(bar + 1));
    }

    private static boolean sameRank(String prefix, String a, String b) {
        return a.charAt(prefix.length()) == b.charAt(prefix.length());
    }

    private PartialDate date(ActorMonthKey key, KeyValueIterator<String, Long> dates) {
        while (dates.hasNext()) {
            String next = dates.next().key;
            if (store.get(next) != null) {
                return PartialDate.parse(next.substring(dates(key).length())).orElseThrow();
            }
        }
        throw new IllegalStateException("the actor month " + key + " has articles but no date");
    }

    private static String naming(Actor actor) {
        return (actor.provisional() ? PROVISIONAL : LEXICON) + actor.type().name() + "|" + actor.name();
    }

    private static String dates(ActorMonthKey key) {
        return key + "|d|";
    }

    private static String names(ActorMonthKey key) {
        return key + "|n|";
    }

    /** The first key after all that begin with {@code prefix}: its closing bar becomes the next character. */
    private static String end(String prefix) {
        return prefix.substring(0, prefix.length() - 1) + (char) ('|' + 1);
    }

    /** What an actor month shows of its actor. */
    record Naming(ActorType type, String name) {}
}
