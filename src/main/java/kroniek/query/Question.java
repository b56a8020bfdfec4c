package kroniek.query;

import static kroniek.topic.Summaries.ofRejection;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.PartialDate;
import kroniek.domain.Rise;
import kroniek.domain.Together;
import kroniek.topic.ActorPartitioner;
import kroniek.topic.DefaultPartition;
import kroniek.topic.RankKey;
import kroniek.topic.ReadStore;
import kroniek.topic.ReadStore.Like;
import kroniek.topic.Sort;
import org.jspecify.annotations.Nullable;

/**
 * A question that each partition answers for itself, with rows whose {@link Row#order} puts them in one order over all partitions. Its parts are
 * plain values, because it travels to other instances. Months are written {@code 2018-02}. It cannot be made of what no reader may ask: a missing part,
 * more rows than a page has, a month that is none.
 */
public sealed interface Question {

    /** Which topic the stores that it is put to are partitioned like. */
    Like topic();

    /** The one of so many partitions that it concerns; empty where it concerns all. */
    default OptionalInt partition(int partitions) {
        return OptionalInt.empty();
    }

    /** What the stores of one partition answer. */
    List<Row> in(Partition stores);

    /** The partition of an actor, among so many. */
    private static OptionalInt ofActor(String actor, int partitions) {
        return OptionalInt.of(ActorPartitioner.partition(actor.getBytes(StandardCharsets.UTF_8), partitions));
    }

    /** The first key of an actor from a month on. */
    private static String first(String prefix, @Nullable String from) {
        return from == null ? prefix : prefix + from;
    }

    /** A key behind all of an actor up to a month; whatever stands behind the month begins with a bar. */
    private static String end(String prefix, @Nullable String to) {
        return to == null ? Keys.end(prefix) : Keys.end(prefix + to + "|");
    }

    private static Row row(String order, byte[] value) {
        return new Row(order, value, 0);
    }

    private static Row row(String order, long number) {
        return new Row(order, new byte[0], number);
    }

    /** @throws IllegalArgumentException if that is no month */
    private static void requireActorAndMonths(String actor, @Nullable String from, @Nullable String to) {
        Objects.requireNonNull(actor, "actor");
        requireMonth(from);
        requireMonth(to);
    }

    private static void requireMonth(@Nullable String month) {
        if (month != null
                && PartialDate.parse(month).filter(date -> date.day() == null).isEmpty()) {
            throw new IllegalArgumentException("no month: " + month);
        }
    }

    /**
     * The months of an actor, earliest first: one range of one partition.
     *
     * @param from the first month, or null
     * @param to the last month, or null
     */
    record Timeline(
            String actor, @Nullable String from, @Nullable String to) implements Question {

        /** Checks its parts. */
        public Timeline {
            requireActorAndMonths(actor, from, to);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public OptionalInt partition(int partitions) {
            return ofActor(actor, partitions);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            List<Row> rows = new ArrayList<>();
            stores.range(
                    ReadStore.ACTOR_MONTHS,
                    first(prefix, from),
                    end(prefix, to),
                    (key, row) -> rows.add(Question.row(row.month().toString(), ReadStore.ACTOR_MONTHS.bytes(row))));
            return rows;
        }
    }

    /**
     * The actors with which an actor has the most articles in common over some months: one range of one partition. The value is what they
     * have in common.
     *
     * @param from the first month, or null
     * @param to the last month, or null
     * @param limit how many at most
     */
    record Pairs(
            String actor, @Nullable String from, @Nullable String to, int limit) implements Question {

        /** Checks its parts. */
        public Pairs {
            requireActorAndMonths(actor, from, to);
            Page.requireRows(limit);
        }

        private static final Comparator<Map.Entry<String, Together>> MOST_FIRST = Comparator.comparing(
                        (Map.Entry<String, Together> pair) -> pair.getValue().articles())
                .thenComparing(pair -> pair.getValue().sentences())
                .reversed()
                .thenComparing(Map.Entry::getKey, Keys.ORDER);

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public OptionalInt partition(int partitions) {
            return ofActor(actor, partitions);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            int others = prefix.length() + "2018-02|".length();
            Map<String, Together> pairs = new HashMap<>();
            stores.range(ReadStore.ACTOR_PAIRS, first(prefix, from), end(prefix, to), (key, together) -> {
                pairs.merge(key.substring(others), together, Together::plus);
                return true;
            });
            return pairs.entrySet().stream()
                    .sorted(MOST_FIRST)
                    .limit(limit)
                    .map(pair -> Question.row(pair.getKey(), ReadStore.ACTOR_PAIRS.bytes(pair.getValue())))
                    .toList();
        }
    }

    /**
     * Some actors over some months, each as the latest of them; the number is the sum of its articles. Each partition answers for those that
     * it has.
     *
     * @param from the first month, or null
     * @param to the last month, or null
     */
    record Totals(
            List<String> actors,
            @Nullable String from,
            @Nullable String to) implements Question {

        /** Copies the list. */
        public Totals {
            actors = List.copyOf(actors);
            requireMonth(from);
            requireMonth(to);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            for (String actor : actors) {
                List<ActorMonth> months = new ArrayList<>();
                String prefix = actor + "|";
                stores.range(
                        ReadStore.ACTOR_MONTHS, first(prefix, from), end(prefix, to), (key, row) -> months.add(row));
                if (!months.isEmpty()) {
                    ActorMonth latest = months.get(months.size() - 1);
                    long articles =
                            months.stream().mapToLong(ActorMonth::articles).sum();
                    rows.add(new Row(actor, ReadStore.ACTOR_MONTHS.bytes(latest), articles));
                }
            }
            return rows;
        }
    }

    /**
     * How many mentions of an actor are of which month, by month of publication and month that is spoken of: one range of one partition.
     *
     * @param from the first month of publication, or null
     * @param to the last, or null
     */
    record MentionedMonths(
            String actor, @Nullable String from, @Nullable String to) implements Question {

        /** Checks its parts. */
        public MentionedMonths {
            requireActorAndMonths(actor, from, to);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public OptionalInt partition(int partitions) {
            return ofActor(actor, partitions);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            List<Row> rows = new ArrayList<>();
            stores.range(
                    ReadStore.ACTOR_MONTHS_MENTIONED,
                    first(prefix, from),
                    end(prefix, to),
                    (key, mentions) -> rows.add(Question.row(key.substring(prefix.length()), mentions)));
            return rows;
        }
    }

    /**
     * What articles say of an actor, by month and article id.
     *
     * @param month those of one month, or null
     * @param after the order of the row that the page stands behind, or null
     * @param limit how many at most
     */
    record Evidence(
            String actor, @Nullable String month, @Nullable String after, int limit) implements Question {

        /** Checks its parts. */
        public Evidence {
            Objects.requireNonNull(actor);
            requireMonth(month);
            Page.requireRows(limit);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public OptionalInt partition(int partitions) {
            return ofActor(actor, partitions);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            String selected = month == null ? prefix : prefix + month + "|";
            @Nullable String first = after == null ? selected : Keys.later(selected, Keys.after(prefix + after));
            List<Row> rows = new ArrayList<>();
            stores.range(ReadStore.EVIDENCE, first, Keys.end(selected), (key, said) -> {
                rows.add(Question.row(key.substring(prefix.length()), ReadStore.EVIDENCE.bytes(said)));
                return rows.size() < limit;
            });
            return rows;
        }
    }

    /**
     * The first actor months of the rankings of some months, as one ranking; the number is the change from the month before. It reads so many
     * places of each ranking as there are rows to answer with, and no more.
     *
     * @param after the order of the row that the page stands behind, or null
     * @param limit how many at most
     */
    record Top(
            Sort sort,
            List<String> months,
            List<ActorType> types,
            @Nullable String after,
            int limit) implements Question {

        /** Copies the lists, and checks the parts. */
        public Top {
            Objects.requireNonNull(sort);
            months = List.copyOf(months);
            months.forEach(Question::requireMonth);
            types = List.copyOf(types);
            Page.requireRows(limit);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            String behind = after;
            int missing = limit;
            // A row may be gone by the time its place is looked at; what stands behind takes it, or the page would seem
            // the last.
            while (missing > 0) {
                List<String> places = places(stores, behind, missing);
                places.forEach(order -> add(stores, order, rows));
                boolean last = places.size() < missing;
                missing = last ? 0 : limit - rows.size();
                behind = last ? null : places.get(places.size() - 1);
            }
            return rows;
        }

        /** The first places behind one of them, or of all. */
        private List<String> places(Partition stores, @Nullable String behind, int most) {
            PriorityQueue<String> last = new PriorityQueue<>(Keys.ORDER.reversed());
            for (String month : months) {
                for (ActorType type : types) {
                    collect(stores, month, RankKey.prefix(sort, YearMonth.parse(month), type), behind, most, last);
                }
            }
            return last.stream().sorted(Keys.ORDER).toList();
        }

        /** Among equals of several months, the earliest stands first; {@link Keys#LOWEST} keeps them in the order of their places. */
        private static void collect(
                Partition stores,
                String month,
                String prefix,
                @Nullable String behind,
                int most,
                PriorityQueue<String> last) {
            String place = behind == null ? "" : behind.split(String.valueOf(Keys.LOWEST), 2)[0];
            stores.range(ReadStore.RANKS, prefix + place, Keys.end(prefix), (key, nothing) -> {
                String order = RankKey.place(key, prefix) + Keys.LOWEST + month;
                if (behind != null && Keys.ORDER.compare(order, behind) <= 0) {
                    return true;
                }
                last.add(order);
                return last.size() <= most || !order.equals(last.remove());
            });
        }

        private static void add(Partition stores, String order, List<Row> rows) {
            int end = order.indexOf(Keys.LOWEST);
            String actor = RankKey.actor(order.substring(0, end));
            YearMonth month = YearMonth.parse(order.substring(end + 1));
            ActorMonth row = stores.get(ReadStore.ACTOR_MONTHS, actor + "|" + month);
            if (row != null) {
                ActorMonth before = stores.get(ReadStore.ACTOR_MONTHS, actor + "|" + month.minusMonths(1));
                rows.add(new Row(
                        order,
                        ReadStore.ACTOR_MONTHS.bytes(row),
                        row.mentions() - (before == null ? 0 : before.mentions())));
            }
        }
    }

    /**
     * The actor months of a month whose share of the articles has risen most; the number is their articles of the months before. It looks at
     * every actor of the month that has enough articles.
     *
     * @param all how many articles the month has
     * @param allBefore how many the months before have together
     * @param after the order of the row that the page stands behind, or null
     * @param limit how many at most
     */
    record Rises(
            String month,
            List<ActorType> types,
            long all,
            long allBefore,
            @Nullable String after,
            int limit) implements Question {

        /** Copies the list. */
        public Rises {
            types = List.copyOf(types);
            requireMonth(Objects.requireNonNull(month, "month"));
            Page.requireRows(limit);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            for (ActorType type : types) {
                String prefix = RankKey.prefix(Sort.ARTICLES, YearMonth.parse(month), type);
                stores.range(ReadStore.RANKS, prefix, Keys.end(prefix), (key, nothing) -> {
                    String actor = RankKey.actor(RankKey.place(key, prefix));
                    ActorMonth row = stores.get(ReadStore.ACTOR_MONTHS, actor + "|" + month);
                    if (row != null && row.articles() >= Rise.LEAST_ARTICLES) {
                        add(stores, row, rows);
                    }
                    return row == null || row.articles() >= Rise.LEAST_ARTICLES;
                });
            }
            rows.sort(ORDER);
            return rows.subList(0, Math.min(limit, rows.size()));
        }

        private void add(Partition stores, ActorMonth row, List<Row> rows) {
            String prefix = row.actor() + "|";
            List<ActorMonth> history = new ArrayList<>();
            stores.range(
                    ReadStore.ACTOR_MONTHS,
                    prefix + row.month().minusMonths(Rise.MONTHS),
                    prefix + row.month(),
                    (key, earlier) -> history.add(earlier));
            long before = history.stream().mapToLong(ActorMonth::articles).sum();
            String order = RankKey.ofRise(row, before);
            boolean behind = after == null || Keys.ORDER.compare(order, after) > 0;
            if (behind && row.articles() * allBefore > (before + 1) * all) {
                rows.add(new Row(order, ReadStore.ACTOR_MONTHS.bytes(row), before));
            }
        }
    }

    /** What adds up over the actor months of every month, as {@link ReadStore#MONTH_SUMS} has it. */
    record MonthSums() implements Question {

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            stores.range(ReadStore.MONTH_SUMS, null, null, (key, sum) -> rows.add(Question.row(key, sum)));
            return rows;
        }
    }

    /** How many annotated articles every month has. */
    record MonthArticles() implements Question {

        @Override
        public Like topic() {
            return Like.ARTICLES;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            stores.range(ReadStore.MONTH_ARTICLES, null, null, (month, count) -> rows.add(Question.row(month, count)));
            return rows;
        }
    }

    /**
     * The summaries of articles, by month and id.
     *
     * @param month those of one month, or null
     * @param after the order of the row that the page stands behind, or null
     * @param limit how many at most
     */
    record Articles(@Nullable String month, @Nullable String after, int limit) implements Question {

        /** Checks its parts. */
        public Articles {
            requireMonth(month);
            Page.requireRows(limit);
        }

        @Override
        public Like topic() {
            return Like.ARTICLES;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            String first = month == null ? null : month + "|";
            String end = month == null ? null : Keys.end(month + "|");
            stores.range(
                    ReadStore.ARTICLES_BY_MONTH,
                    Keys.later(first, after == null ? null : Keys.after(after)),
                    end,
                    (key, article) -> {
                        rows.add(Question.row(key, ReadStore.ARTICLES_BY_MONTH.bytes(article)));
                        return rows.size() < limit;
                    });
            return rows;
        }
    }

    /**
     * The summaries of some articles; each partition answers for those that it has.
     *
     * @param keys {@code <month>|<article id>}
     */
    record Summaries(List<String> keys) implements Question {

        /** Copies the list. */
        public Summaries {
            keys = List.copyOf(keys);
        }

        @Override
        public Like topic() {
            return Like.ARTICLES;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            for (String key : keys) {
                var summary = stores.get(ReadStore.ARTICLES_BY_MONTH, key);
                if (summary != null) {
                    rows.add(Question.row(key, ReadStore.ARTICLES_BY_MONTH.bytes(summary)));
                }
            }
            return rows;
        }
    }

    /** One annotated article: the value that the topic of articles has for an id, or no row. */
    record OneArticle(String id) implements Question {

        /** Checks its part. */
        public OneArticle {
            Objects.requireNonNull(id);
        }

        @Override
        public Like topic() {
            return Like.ARTICLES;
        }

        @Override
        public OptionalInt partition(int partitions) {
            return OptionalInt.of(DefaultPartition.of(id.getBytes(StandardCharsets.UTF_8), partitions));
        }

        @Override
        public List<Row> in(Partition stores) {
            byte[] article = stores.get(ReadStore.ARTICLES, id);
            return article == null ? List.of() : List.of(Question.row(id, article));
        }
    }

    /**
     * Rejections by key.
     *
     * @param after the key that the page stands behind, or null
     * @param limit how many at most
     */
    record Rejections(@Nullable String after, int limit) implements Question {

        /** Checks its part. */
        public Rejections {
            Page.requireRows(limit);
        }

        @Override
        public Like topic() {
            return Like.REJECTED;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            stores.range(ReadStore.REJECTED, after == null ? null : Keys.after(after), null, (key, rejection) -> {
                rows.add(Question.row(key, ofRejection(rejection)));
                return rows.size() < limit;
            });
            return rows;
        }
    }

    /** Actors by a name: {@link NameSearch}. */
    record Names(NameSearch search, List<NameSearch.Alias> aliases) implements Question {

        /** Copies the list, and checks the parts. */
        public Names {
            Objects.requireNonNull(search);
            aliases = List.copyOf(aliases);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public List<Row> in(Partition stores) {
            return search.in(stores, aliases);
        }
    }

    /** Rows of several partitions in one order. */
    Comparator<Row> ORDER = Comparator.comparing(Row::order, Keys.ORDER);
}
