package kroniek.http;

import io.javalin.http.Context;
import kroniek.query.Position;

/** The header that says how far into the raw topic an answer reaches, at least. */
final class Positions {

    static final String HEADER = "Kroniek-Position";

    private Positions() {}

    /** Says it, where anything is known. */
    static void show(Context ctx, Position reflected) {
        if (!reflected.next().isEmpty()) {
            ctx.header(HEADER, reflected.toString());
        }
    }

    /** Takes it back. */
    static void hide(Context ctx) {
        ctx.res().setHeader(HEADER, null);
    }
}
