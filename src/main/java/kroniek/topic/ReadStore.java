package kroniek.topic;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.domain.Rise;
import kroniek.domain.Together;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A store of the topology that readers ask. Keys are strings; their order is that of their bytes.
 *
 * @param <V> its values
 * @param name its name in the topology
 * @param serde the serde of its values
 * @param topic which topic it is partitioned like
 * @param cached whether it has a cache, because the same keys change with every article, so that they are written once per commit. Until
 *     then a range of such a store may hand over deleted keys (Kafka Streams 4.3.1), and what it hands over is looked up again.
 */
public record ReadStore<V>(String name, Serde<V> serde, Like topic, boolean cached) {

    /** What every article says of every actor: {@code <actor>|<month>|<article id>}. */
    public static final ReadStore<ArticleMentions> EVIDENCE =
            new ReadStore<>("evidence", Values.ARTICLE_MENTIONS, Like.MENTIONS, false);

    /** The visible rows: {@code <actor>|<month>}. */
    public static final ReadStore<ActorMonth> ACTOR_MONTHS =
            new ReadStore<>("actor-months", Values.ACTOR_MONTH, Like.MENTIONS, true);

    /** What two actors have in common in a month, under both: {@code <actor>|<month>|<other>}. */
    public static final ReadStore<Together> ACTOR_PAIRS =
            new ReadStore<>("actor-pairs", TogetherSerde.SERDE, Like.MENTIONS, false);

    /** How many mentions there are of a month that the sentence speaks of: {@code <actor>|<month>|<mentioned month or open>}. */
    public static final ReadStore<Long> ACTOR_MONTHS_MENTIONED =
            new ReadStore<>("actor-months-mentioned", Serdes.Long(), Like.MENTIONS, true);

    /** The actor months that are rises: {@code <actor>|<month>}. */
    public static final ReadStore<Rise> RISES = new ReadStore<>("rises", Values.RISE, Like.MENTIONS, true);

    /** The rows of every month in order of mentions, articles and change: {@link RankKey}; values are empty. */
    public static final ReadStore<byte[]> RANKS =
            new ReadStore<>("actor-month-ranks", Serdes.ByteArray(), Like.MENTIONS, false);

    /** What adds up over the rows of a month: {@code <month>|<type>|actors}, {@code …|mentions} and {@code …|copies}, mentions in these. */
    public static final ReadStore<Long> MONTH_SUMS = new ReadStore<>("month-sums", Serdes.Long(), Like.MENTIONS, true);

    /** The names of the visible rows, each with the number of rows that show it: {@link NameKey}. */
    public static final ReadStore<Long> NAMES = new ReadStore<>("actor-names", Serdes.Long(), Like.MENTIONS, false);

    /** The topic of articles, by id: its values as they are. */
    public static final ReadStore<byte[]> ARTICLES =
            new ReadStore<>("articles", Serdes.ByteArray(), Like.ARTICLES, false);

    /** The annotated articles of every month: {@code <month>|<article id>}. */
    public static final ReadStore<ArticleSummary> ARTICLES_BY_MONTH =
            new ReadStore<>("articles-by-month", Summaries.SERDE, Like.ARTICLES, false);

    /** What a key ends with that counts copies alone. */
    public static final String COPIES = "|copies";

    /** How many annotated articles every month has, {@code <month>}, and how many of them are copies, {@code <month>|copies}. */
    public static final ReadStore<Long> MONTH_ARTICLES =
            new ReadStore<>("month-articles", Serdes.Long(), Like.ARTICLES, true);

    /** The topic of rejections, by key: its values as they are. */
    public static final ReadStore<byte[]> REJECTED =
            new ReadStore<>("rejected", Serdes.ByteArray(), Like.REJECTED, false);

    /** A value as the store has it. */
    public byte[] bytes(V value) {
        return serde.serializer().serialize("", value);
    }

    /** One of the stores that are partitioned like a topic: where one partition of them is, all are. */
    public static ReadStore<?> oneLike(Like topic) {
        return switch (topic) {
            case MENTIONS -> ACTOR_MONTHS;
            case ARTICLES -> ARTICLES;
            case REJECTED -> REJECTED;
        };
    }

    /** All stores that are partitioned like a topic; each is restored for itself. */
    public static List<ReadStore<?>> allLike(Like topic) {
        return Stream.<ReadStore<?>>of(
                        EVIDENCE,
                        ACTOR_MONTHS,
                        ACTOR_PAIRS,
                        ACTOR_MONTHS_MENTIONED,
                        RISES,
                        RANKS,
                        MONTH_SUMS,
                        NAMES,
                        ARTICLES,
                        ARTICLES_BY_MONTH,
                        MONTH_ARTICLES,
                        REJECTED)
                .filter(store -> store.topic() == topic)
                .toList();
    }

    /** The topics that stores are partitioned like. */
    public enum Like {
        /** By actor. */
        MENTIONS,
        /** By article id. */
        ARTICLES,
        /** By the key of the rejection. */
        REJECTED;

        /** The topic's name below the prefix: {@code mentions}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
