package kroniek.query;

import java.util.function.Consumer;

/**
 * Every row of one store, over all its partitions, or a refusal.
 *
 * @param <V> a row
 */
public interface Table<V> {

    /**
     * Returns if {@link #forEach} would hand over every row now. Cheap: reads no rows.
     *
     * @throws UnavailableException if a row could be missing
     */
    void requireComplete();

    /**
     * Hands over every row once, in no order that means anything. A row is as it stands when it is read; rows of one pass need not be
     * of one instant.
     *
     * @throws UnavailableException if a row could be missing, perhaps after some were handed over: what was made of those is then
     *     worthless
     */
    void forEach(Consumer<? super V> reader);
}
