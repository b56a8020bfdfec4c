package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
        this.entityTag = Tagged.tag(content);
    }

    @Override
    public void handle(Context ctx) {
        Tagged.answer(ctx, contentType, content, entityTag);
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
