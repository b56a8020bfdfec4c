package kroniek.stream;

import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Rejection;
import kroniek.language.DatedArticle;

/**
 * The newest version of an article on its way through the topology: what it has become so far. Every version reaches the ledger,
 * whatever became of it, for only the ledger can take back what the version before it contributed.
 */
sealed interface Version extends LedgerInput {

    /** Read, its dates not yet looked for. */
    record Accepted(Article article, byte[] bytes) implements Version {}

    /** Its dates found, its actors not yet looked for. */
    record Dated(DatedArticle article, byte[] bytes) implements Version {}

    /** Everything found. */
    record Annotated(AnnotatedArticle article, byte[] bytes) implements Version {}

    /** It could not be used. */
    record Rejected(Rejection rejection, byte[] bytes) implements Version {}

    /**
     * The program failed on it.
     *
     * @param step the operator that failed
     * @param error the exception and where it was thrown
     */
    record Failed(String id, String step, String error, byte[] bytes) implements Version {}

    /** A null value in the raw topic: the article is taken back. */
    record Withdrawn() implements Version {}
}
