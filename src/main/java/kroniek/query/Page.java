package kroniek.query;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items its items
 * @param next what the next part is asked for with; null where this is the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** So many items has a page at most. */
    public static final int MOST = 1000;

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Sees to it that a question, which may come from anywhere, is for no more rows than a page has, and one that tells whether there is another.
     *
     * @throws IllegalArgumentException if it is not
     */
    static void requireRows(int limit) {
        if (limit < 1 || limit > MOST + 1) {
            throw new IllegalArgumentException("limit must be from 1 to %d; it is %d".formatted(MOST + 1, limit));
        }
    }

    /** The first {@code limit} of more rows, for which {@code limit} and one were asked for. */
    static <T> Page<T> of(List<Row> rows, int limit, Function<Row, T> item) {
        List<Row> first = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? first.get(limit - 1).order() : null;
        return new Page<>(first.stream().map(item).toList(), next);
    }
}
