package kroniek.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kroniek.domain.ActorMonth;

/**
 * How the count of one actor has moved, over all months.
 *
 * @param actor the actor's id
 * @param name the name shown in its latest month, as it is now or, where nothing is counted any more, was
 * @param before mentions
 * @param after mentions
 * @param months how many of its months have moved
 */
record Shift(String actor, String name, long before, long after, int months) {

    private static final Comparator<Shift> ORDER = Comparator.comparingLong(
                    (Shift shift) -> -Math.abs(shift.difference()))
            .thenComparing(Shift::actor);

    long difference() {
        return after - before;
    }

    /** Every actor of whom anything has moved, the largest difference first. */
    static List<Shift> between(Map<String, ActorMonth> before, Map<String, ActorMonth> after) {
        Map<String, ActorMonth> all = new TreeMap<>(before);
        all.putAll(after);
        Map<String, Shift> shifts = new TreeMap<>();
        all.forEach((key, row) -> {
            ActorMonth then = before.get(key);
            ActorMonth now = after.get(key);
            Shift one = new Shift(
                    row.actor(),
                    row.name(),
                    then == null ? 0 : then.mentions(),
                    now == null ? 0 : now.mentions(),
                    row.equals(then) && row.equals(now) ? 0 : 1);
            shifts.merge(row.actor(), one, Shift::plus);
        });
        shifts.values().removeIf(shift -> shift.months() == 0);
        List<Shift> sorted = new ArrayList<>(shifts.values());
        sorted.sort(ORDER);
        return sorted;
    }

    private Shift plus(Shift other) {
        return new Shift(actor, other.name, before + other.before, after + other.after, months + other.months);
    }

    /** Prints a table of them. */
    static void print(List<Shift> shifts, PrintStream out) {
        if (shifts.isEmpty()) {
            out.println("No count has changed.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s  %8s  %8s  %10s  %14s%n",
                ResultTable.pad("actor"),
                "before",
                "after",
                "difference",
                "months changed");
        for (Shift shift : shifts) {
            out.printf(
                    Locale.ROOT,
                    "%s  %8d  %8d  %+10d  %14d%n",
                    ResultTable.pad(shift.name()),
                    shift.before(),
                    shift.after(),
                    shift.difference(),
                    shift.months());
        }
    }
}
