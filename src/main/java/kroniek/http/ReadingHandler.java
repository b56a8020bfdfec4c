package kroniek.http;

import io.javalin.http.Context;
import kroniek.query.Reading;

/** What answers a request out of a reading. */
@FunctionalInterface
interface ReadingHandler {

    void handle(Context ctx, Reading reading);
}
