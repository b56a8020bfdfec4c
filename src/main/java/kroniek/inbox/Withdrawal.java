package kroniek.inbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of the wish to withdraw an article.
 *
 * @param id the article, or the key of the rejection of a record that is none
 * @param outcome what became of it
 * @param file the file of the watched folder that the article was in; null where another producer wrote it, or where there is none
 */
public record Withdrawal(
        String id, Outcome outcome, @Nullable String file) {

    /** What became of it. */
    public enum Outcome {
        /** It was in the raw topic and is withdrawn now. */
        WITHDRAWN,
        /** It was withdrawn before. */
        WITHDRAWN_BEFORE,
        /** The raw topic has no article of that id. */
        NOT_IN_RAW
    }
}
