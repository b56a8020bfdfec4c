package kroniek.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list: a field of its items in JSON, a column in CSV.
 *
 * @param name its name
 * @param json the value of an item: what {@link Json} writes
 * @param csv the same for a cell: a text, a number or null
 */
record Column<T>(String name, Function<T, @Nullable Object> json, Function<T, @Nullable Object> csv) {

    static <T> Column<T> of(String name, Function<T, @Nullable Object> value) {
        return new Column<>(name, value, value);
    }
}
