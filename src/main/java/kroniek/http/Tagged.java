package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** An answer with an entity tag, which is sent again only to a reader that does not have it. */
final class Tagged {

    private Tagged() {}

    static void answer(Context ctx, String contentType, byte[] content) {
        answer(ctx, contentType, content, tag(content));
    }

    static void answer(Context ctx, String contentType, byte[] content, String tag) {
        ctx.header(Header.ETAG, tag);
        if (has(ctx, tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(contentType).result(content);
        }
    }

    /** The tag of a content. Weak, because the same may be sent compressed or not. */
    static String tag(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return "W/\"%08x-%x\"".formatted(checksum.getValue(), content.length);
    }

    private static boolean has(Context ctx, String tag) {
        String known = ctx.header(Header.IF_NONE_MATCH);
        return known != null && Arrays.asList(known.split("\\s*,\\s*")).contains(tag);
    }
}
