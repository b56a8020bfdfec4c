package kroniek.evaluate;

import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;

/**
 * One pair that is not wholly right.
 *
 * @param theme the name of the gold file without {@code .jsonl}
 * @param file the article's id
 * @param cause what is wrong
 * @param span where gold has it, or where it was found besides
 * @param context the span between brackets, with 20 characters on each side
 * @param gold what gold says, or null
 * @param found what was found, with its rule, or null
 */
public record Miss(
        String theme,
        String file,
        Cause cause,
        Span span,
        String context,
        @Nullable String gold,
        @Nullable String found) {}
