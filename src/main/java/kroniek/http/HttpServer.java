package kroniek.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kroniek.domain.Reconciliation;
import kroniek.query.ActorMonths;
import org.jspecify.annotations.Nullable;

/**
 * The page and its API. Reads only; every failure is a {@link Problem}.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code /}</td><td>the page, and its style, script and icon beside it</td></tr>
 * <tr><td>{@code /api/v1/actor-months}</td><td>the actor months mentioned most: {@link ActorMonthsHandler}</td></tr>
 * <tr><td>{@code /api/v1/status}, {@code /api/v1/digest}</td><td>whether the counts reconcile: {@link StatusHandler}</td></tr>
 * <tr><td>{@code /health}</td><td>200, or 503 where the counts do not reconcile</td></tr>
 * <tr><td>{@code /health/live}</td><td>200 while the process serves</td></tr>
 * <tr><td>{@code /health/ready}</td><td>200 while questions can be answered, else 503 with the reason</td></tr>
 * </table>
 *
 * <p>A server that listens on the loopback interface answers only requests for a loopback name, so that a foreign site whose name is
 * made to resolve here (DNS rebinding) cannot read it through the reader's browser.
 */
public final class HttpServer implements AutoCloseable {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Settings settings;
    private final ActorMonths actorMonths;
    private final Supplier<Optional<Reconciliation>> reconciliation;
    private @Nullable Javalin javalin;

    /**
     * Makes a server that does not listen yet.
     *
     * @param reconciliation the figures that must agree, as they are known now
     */
    public HttpServer(Settings settings, ActorMonths actorMonths, Supplier<Optional<Reconciliation>> reconciliation) {
        this.settings = settings;
        this.actorMonths = actorMonths;
        this.reconciliation = reconciliation;
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
     * Starts to listen; once.
     *
     * @return where it listens
     * @throws IOException if it cannot listen there; the message says where, why and what to do
     */
    public InetSocketAddress start() throws IOException {
        // Not left to Javalin, which would log a port in use with its stack trace before it says so.
        ServerSocketChannel channel = listen();
        javalin = Javalin.create(config -> configure(config, channel)).start();
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** Stops listening; requests under way are ended. */
    @Override
    public void close() {
        if (javalin != null) {
            javalin.stop();
        }
    }

    private ServerSocketChannel listen() throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return channel.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException | UnresolvedAddressException refused) {
            channel.close();
            String why = refused.getMessage() == null ? "no such host" : refused.getMessage();
            throw new IOException(
                    "cannot listen on %s port %d (%s): stop what listens there, or choose another host or port"
                            .formatted(settings.host(), settings.port(), why),
                    refused);
        }
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                new Route("/", new StaticFile("index.html", "text/html; charset=utf-8")),
                new Route("/kroniek.css", new StaticFile("kroniek.css", "text/css; charset=utf-8")),
                new Route("/kroniek.js", new StaticFile("kroniek.js", "text/javascript; charset=utf-8")),
                new Route("/icon.svg", new StaticFile("icon.svg", "image/svg+xml")),
                new ActorMonthsHandler(actorMonths, settings.samples()).route(),
                Route.knowing(List.of(), "/health/live", ctx -> Json.answer(ctx, Map.of("status", "live"))),
                Route.knowing(List.of(), "/health/ready", this::ready)));
        routes.addAll(new StatusHandler(reconciliation).routes());
        return routes;
    }

    private void ready(Context ctx) {
        actorMonths.requireAnswerable();
        Json.answer(ctx, Map.of("status", "ready"));
    }

    private void configure(JavalinConfig config, ServerSocketChannel channel) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        Jetty.configure(config.jetty, channel);
        List<Route> routes = routes();
        config.routes.before(this::prepare);
        for (Route route : routes) {
            config.routes.get(route.path(), route.handler());
            // Javalin would answer 200 to a HEAD of its own accord, also for one that is not ready.
            config.routes.head(route.path(), route.handler());
        }
        Failures.answerWithProblems(config.routes, routes);
    }

    private void prepare(Context ctx) {
        // Kept, but asked for again each time: the page and what it shows change with the program and the news.
        ctx.header(Header.CACHE_CONTROL, "no-cache").header(Header.VARY, Header.ACCEPT_ENCODING);
        if (LOOPBACK.contains(settings.host())
                && !LOOPBACK.contains(ctx.req().getServerName().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(new Problem(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This server listens for this machine only; address it as localhost or 127.0.0.1."));
        }
    }
}
