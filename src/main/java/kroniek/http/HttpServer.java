package kroniek.http;

import static java.util.stream.Collectors.joining;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.JettyConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kroniek.query.ActorMonths;
import kroniek.query.UnavailableException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The page and its API. Reads only; every failure is a {@link Problem}.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code /}</td><td>the page, and its style, script and icon beside it</td></tr>
 * <tr><td>{@code /api/v1/actor-months}</td><td>the actor months mentioned most: {@link ActorMonthsHandler}</td></tr>
 * <tr><td>{@code /health/live}</td><td>200 while the process serves</td></tr>
 * <tr><td>{@code /health/ready}</td><td>200 while questions can be answered, else 503 with the reason</td></tr>
 * </table>
 *
 * <p>A server that listens on the loopback interface answers only requests for a loopback name, so that a foreign site whose name is
 * made to resolve here (DNS rebinding) cannot read it through the reader's browser.
 */
public final class HttpServer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final int MOST_THREADS = 16;

    private final Settings settings;
    private final ActorMonths actorMonths;
    private final Javalin javalin;

    /** Makes a server that does not listen yet. */
    public HttpServer(Settings settings, ActorMonths actorMonths) {
        this.settings = settings;
        this.actorMonths = actorMonths;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * What the operator decides.
     *
     * @param host the name or address to listen on
     * @param port the port to listen on; 0 for any that is free
     * @param samples whether the articles are the samples that come with the program; readers are told
     */
    public record Settings(String host, int port, boolean samples) {}

    /**
     * Starts to listen.
     *
     * @return where it listens
     * @throws IOException if it cannot listen there; the message says where, why and what to do
     */
    public InetSocketAddress start() throws IOException {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinException failed) {
            throw new IOException(
                    "cannot listen on %s port %d (%s): stop what listens there, or choose another host or port"
                            .formatted(settings.host(), settings.port(), failed.getMessage()),
                    failed);
        }
        return new InetSocketAddress(settings.host(), javalin.port());
    }

    /** Stops listening; requests under way are ended. */
    @Override
    public void close() {
        javalin.stop();
    }

    private List<Route> routes() {
        return List.of(
                new Route("/", new StaticFile("index.html", "text/html; charset=utf-8")),
                new Route("/kroniek.css", new StaticFile("kroniek.css", "text/css; charset=utf-8")),
                new Route("/kroniek.js", new StaticFile("kroniek.js", "text/javascript; charset=utf-8")),
                new Route("/icon.svg", new StaticFile("icon.svg", "image/svg+xml")),
                new ActorMonthsHandler(actorMonths, settings.samples()).route(),
                Route.knowing(List.of(), "/health/live", ctx -> Json.answer(ctx, Map.of("status", "live"))),
                Route.knowing(List.of(), "/health/ready", this::ready));
    }

    private void ready(Context ctx) {
        actorMonths.requireAnswerable();
        Json.answer(ctx, Map.of("status", "ready"));
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        configure(config.jetty);
        List<Route> routes = routes();
        config.routes.before(this::prepare);
        for (Route route : routes) {
            config.routes.get(route.path(), route.handler());
            // Javalin would answer 200 to a HEAD of its own accord, also for one that is not ready.
            config.routes.head(route.path(), route.handler());
        }
        configureFailures(config.routes, routes);
    }

    private static void configure(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        jetty.threadPool = threads;
        jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
        jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.addCustomizer((request, responseHeaders) -> {
                SecurityHeaders.put(responseHeaders);
                return request;
            });
        });
    }

    private void prepare(Context ctx) {
        // Kept, but asked for again each time: the page and what it shows change with the program and the news.
        ctx.header(Header.CACHE_CONTROL, "no-cache");
        if (LOOPBACK.contains(settings.host())
                && !LOOPBACK.contains(ctx.req().getServerName().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(new Problem(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This server listens for this machine only; address it as localhost or 127.0.0.1."));
        }
    }

    private static void configureFailures(RoutesConfig javalin, List<Route> routes) {
        String paths = routes.stream().map(Route::path).collect(joining(", "));
        javalin.exception(
                ProblemException.class, (failure, ctx) -> failure.problem().answer(ctx));
        javalin.exception(UnavailableException.class, HttpServer::unavailable);
        javalin.exception(EndpointNotFound.class, (failure, ctx) -> new Problem(
                        HttpStatus.NOT_FOUND, "Nothing is at this path; there is: %s.".formatted(paths))
                .answer(ctx));
        javalin.exception(MethodNotAllowedResponse.class, (failure, ctx) -> {
            ctx.header(Header.ALLOW, "GET, HEAD");
            new Problem(HttpStatus.METHOD_NOT_ALLOWED, "Kroniek is read with GET.").answer(ctx);
        });
        javalin.exception(HttpResponseException.class, HttpServer::refused);
        javalin.exception(Exception.class, HttpServer::failed);
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
