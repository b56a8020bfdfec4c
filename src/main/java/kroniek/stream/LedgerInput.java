package kroniek.stream;

import kroniek.domain.Original;
import org.jspecify.annotations.Nullable;

/** What reaches the ledger about an article. */
sealed interface LedgerInput permits Version, LedgerInput.Proposal {

    /**
     * What one band says of it now.
     *
     * @param band which
     * @param original the article that this one is a copy of, for all that the band knows; null where it knows none
     */
    record Proposal(String band, @Nullable Original original) implements LedgerInput {

        /** The name of no band: what it says is that the article's own value can be read again. */
        static final String AGAIN = "again";
    }
}
