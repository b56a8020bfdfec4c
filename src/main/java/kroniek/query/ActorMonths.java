package kroniek.query;

import static java.util.Comparator.comparingLong;
import static java.util.Comparator.reverseOrder;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import org.jspecify.annotations.Nullable;

/** The questions readers ask about actor months. Thread-safe where its table is. */
public final class ActorMonths {

    /**
     * Most mentions first, then most articles, then the actor's id by code point, then the latest month: a total order, for an actor
     * has one row a month.
     */
    static final Comparator<ActorMonth> MOST_MENTIONED_FIRST = comparingLong(ActorMonth::mentions)
            .reversed()
            .thenComparing(comparingLong(ActorMonth::articles).reversed())
            .thenComparing(ActorMonth::actor, ActorMonths::byCodePoint)
            .thenComparing(ActorMonth::month, reverseOrder());

    private final Table<ActorMonth> table;

    /** Answers from a table that has one row for each actor and month. */
    public ActorMonths(Table<ActorMonth> table) {
        this.table = table;
    }

    /**
     * Returns if a question asked now would be answered.
     *
     * @throws UnavailableException if it would be refused
     */
    public void requireAnswerable() {
        table.requireComplete();
    }

    /**
     * The actor months mentioned most, in one pass over the table that keeps {@code limit} rows and one total for each month.
     *
     * @param limit how many rows at most; at least 1
     * @throws UnavailableException if a row could be missing
     */
    public Ranking mostMentioned(Selection selection, int limit) {
        Pass pass = new Pass(selection, limit);
        table.forEach(pass::add);
        return pass.ranking();
    }

    /** UTF-8 sorts as code points do; {@link String#compareTo} sorts as UTF-16 does, which differs beyond U+D7FF. */
    private static int byCodePoint(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Which actor months are asked for.
     *
     * @param month those of one month, or null for all
     * @param type those of one type of actor, or null for all
     */
    public record Selection(
            @Nullable YearMonth month, @Nullable ActorType type) {

        private boolean has(ActorMonth row) {
            return (month == null || month.equals(row.month())) && (type == null || type == row.type());
        }
    }

    /**
     * The answer: the rows mentioned most, and what they were chosen from.
     *
     * @param months every month that has a row, whatever was selected, newest first
     * @param selected how many rows were selected, of which {@code items} are the first
     * @param items the rows: mentions descending, then articles descending, then actor id by code point, then month descending
     */
    public record Ranking(List<MonthTotals> months, long selected, List<ActorMonth> items) {}

    /**
     * What adds up over the actors of one month. Articles do not: one article counts for every actor in it.
     *
     * @param month the month
     * @param actors how many actors were mentioned
     * @param mentions how often, all together
     */
    public record MonthTotals(YearMonth month, long actors, long mentions) {

        private MonthTotals plus(MonthTotals other) {
            return new MonthTotals(month, actors + other.actors, mentions + other.mentions);
        }
    }

    private static final class Pass {

        private final Selection selection;
        private final int limit;
        private final TreeMap<YearMonth, MonthTotals> months = new TreeMap<>(reverseOrder());
        private final PriorityQueue<ActorMonth> leastMentionedFirst =
                new PriorityQueue<>(MOST_MENTIONED_FIRST.reversed());
        private long selected;

        private Pass(Selection selection, int limit) {
            if (limit < 1) {
                throw new IllegalArgumentException("limit must be at least 1, not " + limit);
            }
            this.selection = selection;
            this.limit = limit;
        }

        private void add(ActorMonth row) {
            months.merge(row.month(), new MonthTotals(row.month(), 1, row.mentions()), MonthTotals::plus);
            if (!selection.has(row)) {
                return;
            }
            selected++;
            leastMentionedFirst.add(row);
            if (leastMentionedFirst.size() > limit) {
                leastMentionedFirst.remove();
            }
        }

        private Ranking ranking() {
            List<ActorMonth> items = new ArrayList<>(leastMentionedFirst);
            items.sort(MOST_MENTIONED_FIRST);
            return new Ranking(List.copyOf(months.values()), selected, List.copyOf(items));
        }
    }
}
