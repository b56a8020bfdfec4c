package kroniek.evaluate;

/**
 * How many of some were right.
 *
 * @param right how many
 * @param of of how many
 */
public record Share(int right, int of) {

    static final Share NONE = new Share(0, 0);

    /** One that is right, or not. */
    static Share one(boolean right) {
        return new Share(right ? 1 : 0, 1);
    }

    /** The share, between 0 and 1; NaN of nothing. */
    public double accuracy() {
        return (double) right / of;
    }

    Share plus(Share other) {
        return new Share(right + other.right, of + other.of);
    }
}
