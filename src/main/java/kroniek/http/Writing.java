package kroniek.http;

import java.util.function.LongSupplier;
import kroniek.inbox.ArticleWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writing over HTTP.
 *
 * @param access who may
 * @param writer what writes; null where nobody may
 * @param nanos a clock that never goes back, in nanoseconds
 */
public record Writing(WriteAccess access, @Nullable ArticleWriter writer, LongSupplier nanos) {

    /** Nobody may write. */
    public static Writing off() {
        return new Writing(WriteAccess.nobody(), null, () -> 0);
    }
}
