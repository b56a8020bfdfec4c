package kroniek.check;

import java.util.Comparator;

/**
 * Something that does not stand as it should.
 *
 * @param table where: a topic's name below the prefix, {@code ledger} or {@code folder}
 * @param key which row: {@code <actor>|<month>}, an article's id
 * @param expected what should stand there
 * @param found what stands there
 */
public record Difference(String table, String key, String expected, String found) implements Comparable<Difference> {

    /** Where nothing stands, or nothing should. */
    static final String NOTHING = "nothing";

    private static final Comparator<Difference> ORDER = Comparator.comparing(Difference::table)
            .thenComparing(Difference::key)
            .thenComparing(Difference::expected);

    @Override
    public int compareTo(Difference other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s %s: expected %s; found %s".formatted(table, key, expected, found);
    }
}
