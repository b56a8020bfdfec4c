package kroniek.http;

import static java.util.stream.Collectors.joining;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import java.util.List;
import java.util.Map;
import kroniek.query.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which {@link Problem} answers which failure of a route. */
final class Failures {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private Failures() {}

    static void answerWithProblems(RoutesConfig javalin, List<Route> routes) {
        String paths = routes.stream().map(Route::path).collect(joining(", "));
        javalin.exception(
                ProblemException.class, (failure, ctx) -> failure.problem().answer(ctx));
        javalin.exception(UnavailableException.class, Failures::unavailable);
        javalin.exception(EndpointNotFound.class, (failure, ctx) -> new Problem(
                        HttpStatus.NOT_FOUND, "Nothing is at this path; there is: %s.".formatted(paths))
                .answer(ctx));
        javalin.exception(MethodNotAllowedResponse.class, (failure, ctx) -> {
            String allowed = failure.getDetails().getOrDefault("availableMethods", "GET, HEAD");
            ctx.header(Header.ALLOW, allowed);
            new Problem(HttpStatus.METHOD_NOT_ALLOWED, "This path takes %s.".formatted(allowed)).answer(ctx);
        });
        javalin.exception(HttpResponseException.class, Failures::refused);
        javalin.exception(Exception.class, Failures::failed);
    }

    private static void unavailable(UnavailableException failure, Context ctx) {
        ctx.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
        Map<String, String> members = Map.of("reason", failure.reason().name());
        new Problem(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(failure.getMessage()), members).answer(ctx);
    }

    private static void refused(HttpResponseException failure, Context ctx) {
        new Problem(HttpStatus.forStatus(failure.getStatus()), String.valueOf(failure.getMessage())).answer(ctx);
    }

    private static void failed(Exception failure, Context ctx) {
        log.error("{} {} failed", ctx.method(), ctx.path(), failure);
        new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "This is a fault of Kroniek; its log says which.").answer(ctx);
    }
}
