package kroniek.query;

import org.jspecify.annotations.Nullable;

/** Stores that stand still at a position. */
public final class FixedFreshness implements Freshness {

    private final Position reflected;

    /** Thrown instead of waiting for a position that is not reflected, where there is one. */
    public volatile @Nullable RuntimeException failure;

    /** @param reflected the position, as it is written */
    public FixedFreshness(String reflected) {
        this.reflected = Position.parse(reflected).orElseThrow();
    }

    @Override
    public Position reflected() {
        return reflected;
    }

    @Override
    public Position await(Position least) {
        RuntimeException thrown = failure;
        if (!reflected.covers(least) && thrown != null) {
            throw thrown;
        }
        return reflected;
    }
}
