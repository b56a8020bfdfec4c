package kroniek.evaluate;

import org.jspecify.annotations.Nullable;

/**
 * A span of gold beside the found span that stands for it. Without gold the found one is a false positive; without a
 * found one the gold is missed; never are both null.
 */
record Pair<G, F>(@Nullable G gold, @Nullable F found) {}
