package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/**
 * What answers a GET of one path.
 *
 * @param path the path
 * @param handler the answer
 */
record Route(String path, Handler handler) {

    /** What stands in the path of a request at a place in braces. */
    static String part(Context ctx, String name) {
        return ctx.pathParam(name);
    }

    /** A route that refuses every query parameter that is not {@code known}. */
    static Route knowing(List<Parameter<?>> known, String path, Handler handler) {
        return new Route(path, ctx -> {
            Parameter.requireKnown(ctx, known);
            handler.handle(ctx);
        });
    }
}
