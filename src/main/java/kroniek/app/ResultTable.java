package kroniek.app;

import java.io.PrintStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import kroniek.check.Digest;
import kroniek.domain.ActorMonth;

/** The actor months as the terminal shows them. */
final class ResultTable {

    private static final int ROWS_A_MONTH = 8;
    private static final int MONTHS = 12;
    private static final int NAME_WIDTH = 38;

    private static final Comparator<ActorMonth> ORDER = Comparator.comparing(ActorMonth::month)
            .thenComparing(Comparator.comparingLong(ActorMonth::mentions).reversed())
            .thenComparing(Comparator.comparingLong(ActorMonth::articles).reversed())
            .thenComparing(ActorMonth::actor);

    private ResultTable() {}

    /** By month, in it the most mentioned first; ties by articles, then by id. */
    static List<ActorMonth> sorted(Collection<ActorMonth> rows) {
        return rows.stream().sorted(ORDER).toList();
    }

    /** One JSON object a line: the canonical form of a row, of which the digest is made. */
    static void json(List<ActorMonth> rows, PrintStream out) {
        rows.forEach(row -> out.println(Digest.canonical(row)));
    }

    /** The most mentioned actors of the latest months, oldest month first. */
    static void print(List<ActorMonth> rows, PrintStream out) {
        if (rows.isEmpty()) {
            out.println("Nobody is mentioned yet.");
            return;
        }
        Map<YearMonth, List<ActorMonth>> months = new TreeMap<>();
        rows.forEach(row ->
                months.computeIfAbsent(row.month(), month -> new ArrayList<>()).add(row));
        int hidden = Math.max(0, months.size() - MONTHS);
        out.println("Most mentioned by month of publication"
                + (hidden == 0 ? "" : " (the latest %d of %d months)".formatted(MONTHS, months.size())));
        months.entrySet().stream().skip(hidden).forEach(month -> print(month.getKey(), month.getValue(), out));
    }

    private static void print(YearMonth month, List<ActorMonth> rows, PrintStream out) {
        out.println();
        out.printf(Locale.ROOT, "%-9s%s  %-12s  %8s  %8s%n", month, pad("actor"), "kind", "mentions", "articles");
        for (ActorMonth row : rows.subList(0, Math.min(ROWS_A_MONTH, rows.size()))) {
            out.printf(
                    Locale.ROOT,
                    "%-9s%s  %-12s  %8d  %8d%n",
                    "",
                    pad(row.name()),
                    row.type().name().toLowerCase(Locale.ROOT),
                    row.mentions(),
                    row.articles());
        }
        if (rows.size() > ROWS_A_MONTH) {
            out.printf(Locale.ROOT, "%-9s… and %d more%n", "", rows.size() - ROWS_A_MONTH);
        }
    }

    /** A name from an article in a fixed width: without control characters, cut where it is too long. */
    static String pad(String name) {
        StringBuilder shown = new StringBuilder();
        name.codePoints().limit(NAME_WIDTH).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        int length = shown.codePointCount(0, shown.length());
        return shown + " ".repeat(NAME_WIDTH - length);
    }
}
