package kroniek.http;

import kroniek.inbox.ArticleWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writing over HTTP.
 *
 * @param access who may
 * @param writer what writes; null where nobody may
 */
public record Writing(WriteAccess access, @Nullable ArticleWriter writer) {

    /** Nobody may write. */
    public static Writing off() {
        return new Writing(WriteAccess.nobody(), null);
    }
}
