package kroniek.evaluate;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/**
 * How far the counts per actor and month are off, over all texts together: the sum of |gold − found| over actor
 * and month, to be compared with the sum of gold.
 */
public final class CountError {

    /** What gold counts less what was found. */
    private final Map<Key, Integer> differences = new HashMap<>();

    private int gold;

    CountError() {}

    private record Key(String actor, YearMonth month) {}

    void addGold(String actor, YearMonth month) {
        gold++;
        differences.merge(new Key(actor, month), 1, Integer::sum);
    }

    void addFound(String actor, YearMonth month) {
        differences.merge(new Key(actor, month), -1, Integer::sum);
    }

    /** The sum of |gold − found|, in mentions. */
    public int off() {
        return differences.values().stream().mapToInt(Math::abs).sum();
    }

    /** The sum of gold, in mentions. */
    public int gold() {
        return gold;
    }

    /** {@link #off()} over {@link #gold()}: 0 is perfect, finding nothing gives 1, it may be more; NaN without gold. */
    public double error() {
        return (double) off() / gold;
    }
}
