package kroniek.evaluate;

/**
 * How many were right, of how many in gold and how many found. Shares are between 0 and 1, and NaN where there is
 * nothing to divide by.
 *
 * @param right found and right
 * @param gold how many should be found
 * @param found how many were found
 */
public record Score(int right, int gold, int found) {

    static final Score NONE = new Score(0, 0, 0);

    /** The share of what was found that is right. */
    public double precision() {
        return (double) right / found;
    }

    /** The share of gold that was found. */
    public double recall() {
        return (double) right / gold;
    }

    /** The harmonic mean of precision and recall: 2 · right / (gold + found). */
    public double f1() {
        return 2.0 * right / (gold + found);
    }

    Score plus(Score other) {
        return new Score(right + other.right, gold + other.gold, found + other.found);
    }
}
