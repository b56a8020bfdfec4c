package kroniek.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import kroniek.domain.Together;
import kroniek.topic.ActorPartitioner;
import kroniek.topic.ReadStore;
import kroniek.topic.ReadStore.Like;
import org.jspecify.annotations.Nullable;

/** A question about one actor: all that there is of it lies in one partition. */
public sealed interface AboutActor extends Question {

    /** The id of the actor. */
    String actor();

    @Override
    default Like topic() {
        return Like.MENTIONS;
    }

    @Override
    default OptionalInt partition(int partitions) {
        return OptionalInt.of(ActorPartitioner.partition(actor().getBytes(StandardCharsets.UTF_8), partitions));
    }

    /**
     * The months of an actor, earliest first: one range of one partition.
     *
     * @param from the first month, or null
     * @param to the last month, or null
     */
    record Timeline(
            String actor, @Nullable String from, @Nullable String to) implements AboutActor {

        /** Checks its parts. */
        public Timeline {
            Objects.requireNonNull(actor);
            Months.require(from);
            Months.require(to);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            List<Row> rows = new ArrayList<>();
            stores.range(
                    ReadStore.ACTOR_MONTHS,
                    Months.first(prefix, from),
                    Months.end(prefix, to),
                    (key, row) -> rows.add(Row.of(row.month().toString(), ReadStore.ACTOR_MONTHS.bytes(row))));
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
            String actor, @Nullable String from, @Nullable String to, int limit) implements AboutActor {

        /** Checks its parts. */
        public Pairs {
            Objects.requireNonNull(actor);
            Months.require(from);
            Months.require(to);
            Page.requireRows(limit);
        }

        private static final Comparator<Map.Entry<String, Together>> MOST_FIRST = Comparator.comparing(
                        (Map.Entry<String, Together> pair) -> pair.getValue().articles())
                .thenComparing(pair -> pair.getValue().sentences())
                .reversed()
                .thenComparing(Map.Entry::getKey, Keys.ORDER);

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            int others = prefix.length() + "2018-02|".length();
            Map<String, Together> pairs = new HashMap<>();
            stores.range(ReadStore.ACTOR_PAIRS, Months.first(prefix, from), Months.end(prefix, to), (key, together) -> {
                pairs.merge(key.substring(others), together, Together::plus);
                return true;
            });
            return pairs.entrySet().stream()
                    .sorted(MOST_FIRST)
                    .limit(limit)
                    .map(pair -> Row.of(pair.getKey(), ReadStore.ACTOR_PAIRS.bytes(pair.getValue())))
                    .toList();
        }
    }

    /**
     * How many mentions of an actor are of which month, by month of publication and month that is spoken of: one range of one partition.
     *
     * @param from the first month of publication, or null
     * @param to the last, or null
     */
    record MentionedMonths(
            String actor, @Nullable String from, @Nullable String to) implements AboutActor {

        /** Checks its parts. */
        public MentionedMonths {
            Objects.requireNonNull(actor);
            Months.require(from);
            Months.require(to);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            List<Row> rows = new ArrayList<>();
            stores.range(
                    ReadStore.ACTOR_MONTHS_MENTIONED,
                    Months.first(prefix, from),
                    Months.end(prefix, to),
                    (key, mentions) -> rows.add(Row.of(key.substring(prefix.length()), mentions)));
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
            String actor, @Nullable String month, @Nullable String after, int limit) implements AboutActor {

        /** Checks its parts. */
        public Evidence {
            Objects.requireNonNull(actor);
            Months.require(month);
            Page.requireRows(limit);
        }

        @Override
        public List<Row> in(Partition stores) {
            String prefix = actor + "|";
            String selected = month == null ? prefix : prefix + month + "|";
            @Nullable String first = after == null ? selected : Keys.later(selected, Keys.after(prefix + after));
            List<Row> rows = new ArrayList<>();
            stores.range(ReadStore.EVIDENCE, first, Keys.end(selected), (key, said) -> {
                rows.add(Row.of(key.substring(prefix.length()), ReadStore.EVIDENCE.bytes(said)));
                return rows.size() < limit;
            });
            return rows;
        }
    }
}
