package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Map;
import kroniek.query.Local;

/**
 * What other instances ask of this one: {@code POST /internal/v1/ask}, answered from the stores that are here, or refused. Reads only, and no more than
 * the API shows to everybody; it is no part of the API, and may change with every version.
 */
final class InternalRoute implements Handler {

    static final String PATH = "/internal/v1/ask";

    private final Local here;

    InternalRoute(Local here) {
        this.here = here;
    }

    @Override
    public void handle(Context ctx) {
        Wire.Asked asked = asked(ctx);
        ctx.contentType(Json.CONTENT_TYPE)
                .result(Wire.bytes(here.answer(asked.question(), asked.partitions(), asked.standby())));
    }

    private static Wire.Asked asked(Context ctx) {
        try {
            return Wire.asked(ctx.bodyAsBytes());
        } catch (IOException unknown) {
            throw new ProblemException(new Problem(
                    HttpStatus.BAD_REQUEST,
                    "This is no question that this version of Kroniek knows and readers may ask; run the same version"
                            + " on all instances.",
                    Map.of("parameter", "body")));
        }
    }
}
