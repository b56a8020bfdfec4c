package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;

/** A file of the page, read from the class path once, and sent again only to a browser that does not have it. */
final class StaticFile implements Handler {

    private final byte[] content;
    private final String contentType;
    private final String entityTag;

    /**
     * @param name the file's name in this package's resources
     * @param contentType its media type
     */
    StaticFile(String name, String contentType) {
        this.content = read(name);
        this.contentType = contentType;
        // Weak, because the same file may be sent compressed or not.
        this.entityTag = "W/\"%08x\"".formatted(checksum(content));
    }

    @Override
    public void handle(Context ctx) {
        ctx.header(Header.ETAG, entityTag);
        if (entityTag.equals(ctx.header(Header.IF_NONE_MATCH))) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(contentType).result(content);
        }
    }

    private static long checksum(byte[] content) {
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        return checksum.getValue();
    }

    private static byte[] read(String name) {
        try (InputStream in = StaticFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException("not on the class path: kroniek/http/" + name);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
