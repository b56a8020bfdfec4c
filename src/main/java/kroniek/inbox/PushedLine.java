package kroniek.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of one line of articles: it is either written whole, or not at all.
 *
 * @param number the line, from 1
 * @param written what was written; null where nothing was
 * @param failure why nothing was, or may not have been; null where it is written
 */
public record PushedLine(
        long number, @Nullable Written written, @Nullable NotTakenException failure) {}
