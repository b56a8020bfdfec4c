package kroniek.query;

import static kroniek.topic.Summaries.ofRejection;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.Rise;
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
public sealed interface Question
        permits AboutActor,
                Top,
                Question.Totals,
                Question.Rises,
                Question.MonthSums,
                Question.MonthArticles,
                Question.Articles,
                Question.Summaries,
                Question.OneArticle,
                Question.Rejections,
                Question.Names {

    /** Which topic the stores that it is put to are partitioned like. */
    Like topic();

    /** The one of so many partitions that it concerns; empty where it concerns all. */
    default OptionalInt partition(int partitions) {
        return OptionalInt.empty();
    }

    /** What the stores of one partition answer. */
    List<Row> in(Partition stores);

    /** What the stores of some partitions answer: the rows of each, or the first of all, if the question is for no more. */
    default List<Row> in(List<Partition> partitions) {
        List<Row> rows = new ArrayList<>();
        partitions.forEach(stores -> rows.addAll(in(stores)));
        return rows;
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
            Months.require(from);
            Months.require(to);
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
                        ReadStore.ACTOR_MONTHS,
                        Months.first(prefix, from),
                        Months.end(prefix, to),
                        (key, row) -> months.add(row));
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
            Months.require(Objects.requireNonNull(month, "month"));
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

    /**
     * What adds up over the actor months of a month, as {@link ReadStore#MONTH_SUMS} has it.
     *
     * @param month of one month; null for all
     */
    record MonthSums(@Nullable String month) implements Question {

        /** Checks its part. */
        public MonthSums {
            Months.require(month);
        }

        @Override
        public Like topic() {
            return Like.MENTIONS;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            String prefix = month == null ? null : month + "|";
            String end = prefix == null ? null : Keys.end(prefix);
            stores.range(ReadStore.MONTH_SUMS, prefix, end, (key, sum) -> rows.add(Row.of(key, sum)));
            return rows;
        }
    }

    /**
     * How many annotated articles a month has.
     *
     * @param month of one month; null for all
     */
    record MonthArticles(@Nullable String month) implements Question {

        /** Checks its part. */
        public MonthArticles {
            Months.require(month);
        }

        @Override
        public Like topic() {
            return Like.ARTICLES;
        }

        @Override
        public List<Row> in(Partition stores) {
            List<Row> rows = new ArrayList<>();
            String end = month == null ? null : Months.end("", month);
            stores.range(ReadStore.MONTH_ARTICLES, month, end, (key, count) -> rows.add(Row.of(key, count)));
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
            Months.require(month);
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
                        rows.add(Row.of(key, ReadStore.ARTICLES_BY_MONTH.bytes(article)));
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
                    rows.add(Row.of(key, ReadStore.ARTICLES_BY_MONTH.bytes(summary)));
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
            return article == null ? List.of() : List.of(Row.of(id, article));
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
                rows.add(Row.of(key, ofRejection(rejection)));
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
