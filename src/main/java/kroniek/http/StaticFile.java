package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A file of the page, read from the class path once, and sent again only to a browser that does not have it. */
final class StaticFile implements Handler {

    /** The script of the page is made of modules, which the browser fetches as they are: nothing is built. */
    private static final List<String> SCRIPTS = List.of(
            "actor",
            "address",
            "api",
            "article",
            "charts",
            "compare",
            "dom",
            "figure",
            "format",
            "kroniek",
            "overview",
            "reasons",
            "search",
            "words");

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

    /** The page at {@code /}, and all its files beside it. */
    static List<Route> page() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route("/", new StaticFile("index.html", "text/html; charset=utf-8")),
                new Route("/kroniek.css", new StaticFile("kroniek.css", "text/css; charset=utf-8")),
                new Route("/icon.svg", new StaticFile("icon.svg", "image/svg+xml"))));
        for (String script : SCRIPTS) {
            String name = script + ".js";
            routes.add(new Route("/" + name, new StaticFile(name, "text/javascript; charset=utf-8")));
        }
        return routes;
    }

    /** The page that shows what the API is, at {@code /api}. */
    static List<Route> apiPage() {
        return List.of(
                new Route("/api", new StaticFile("openapi.html", "text/html; charset=utf-8")),
                new Route("/openapi.css", new StaticFile("openapi.css", "text/css; charset=utf-8")),
                new Route("/openapi.js", new StaticFile("openapi.js", "text/javascript; charset=utf-8")));
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
