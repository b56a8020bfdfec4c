package kroniek.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same figures overall, by type and by theme. A pair belongs to the type that gold gives it, a false positive
 * to the type that was found, so that the types add up to the whole.
 */
public final class Breakdown<T extends Figures<T>> {

    private T overall;
    private final SortedMap<String, T> byType = new TreeMap<>();
    private final SortedMap<String, T> byTheme = new TreeMap<>();

    Breakdown(T none) {
        overall = none;
    }

    void add(String type, String theme, T figures) {
        overall = overall.plus(figures);
        byType.merge(type, figures, Figures::plus);
        byTheme.merge(theme, figures, Figures::plus);
    }

    /** Of all texts. */
    public T overall() {
        return overall;
    }

    /** By {@code DATE}, {@code PERSON} and so on; a type that occurs nowhere is missing. */
    public SortedMap<String, T> byType() {
        return Collections.unmodifiableSortedMap(byType);
    }

    /**
     * By the name of the gold file without {@code .jsonl}; a theme with nothing in gold and nothing found is
     * missing.
     */
    public SortedMap<String, T> byTheme() {
        return Collections.unmodifiableSortedMap(byTheme);
    }
}
