package kroniek.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.function.Supplier;

/** What Prometheus reads: {@code GET /metrics}, in its text format. */
final class MetricsRoute implements Handler {

    static final String PATH = "/metrics";

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> metrics;

    MetricsRoute(Supplier<String> metrics) {
        this.metrics = metrics;
    }

    @Override
    public void handle(Context ctx) {
        ctx.contentType(CONTENT_TYPE).result(metrics.get());
    }
}
