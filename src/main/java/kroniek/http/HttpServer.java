package kroniek.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kroniek.domain.Reconciliation;
import kroniek.query.Local;
import kroniek.query.Readers;
import kroniek.query.Shards;
import kroniek.query.feed.Feed;
import kroniek.query.feed.Form;
import org.jspecify.annotations.Nullable;

/**
 * The page and its API; every failure is a {@link Problem}.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code /}</td><td>the page, and its style, scripts and icon beside it: {@link StaticFile}</td></tr>
 * <tr><td>{@code /api/v1/months}, {@code /actors}, {@code /actor-months}, {@code /articles}, {@code /rejections} and others</td>
 *     <td>the counts and what proves them: {@link ApiRoutes}</td></tr>
 * <tr><td>{@code POST /api/v1/articles}, {@code PUT} and {@code DELETE /api/v1/article}</td>
 *     <td>articles that are pushed, where that is switched on: {@link WriteRoutes}</td></tr>
 * <tr><td>{@code /api/v1/stream}</td><td>what changes, while it does: {@link StreamRoute}</td></tr>
 * <tr><td>{@code /api/v1/status}, {@code /api/v1/digest}</td><td>whether the counts reconcile: {@link StatusHandler}</td></tr>
 * <tr><td>{@code /openapi.json}, {@code /api}</td><td>the API's description, and a page that shows it: {@link OpenApi}</td></tr>
 * <tr><td>{@code /health}</td><td>200, or 503 where the counts do not reconcile</td></tr>
 * <tr><td>{@code /metrics}</td><td>what Prometheus reads</td></tr>
 * <tr><td>{@code /internal/v1/ask}</td><td>for other instances: {@link InternalRoute}</td></tr>
 * <tr><td>{@code /health/live}</td><td>200 while the process serves</td></tr>
 * <tr><td>{@code /health/ready}</td><td>200 while questions can be answered, else 503 with the reason</td></tr>
 * </table>
 *
 * <p>A server that listens on the loopback interface answers only requests for a loopback name, so that a foreign site whose name is
 * made to resolve here (DNS rebinding) cannot read it through the reader's browser.
 */
public final class HttpServer implements AutoCloseable {

    private final Settings settings;
    private @Nullable ServerSocketChannel channel;
    private @Nullable Javalin javalin;
    private @Nullable Feed feed;

    /** Makes a server that does not listen yet. */
    public HttpServer(Settings settings) {
        this.settings = settings;
    }

    /**
     * What is served.
     *
     * @param readers what readers ask
     * @param here what other instances ask
     * @param reconciliation the figures that must agree, as they are known now
     * @param about what else the status says, as it is known now
     * @param writing who may write, and what does it
     * @param feed makes the feed of changes, in the form that it is told; closed with the server
     * @param metrics the metrics as Prometheus reads them
     */
    public record Sources(
            Readers readers,
            Local here,
            Supplier<Optional<Reconciliation>> reconciliation,
            Supplier<About> about,
            Writing writing,
            Function<Form, Feed> feed,
            Supplier<String> metrics) {

        /** What is only read, and has no metrics. */
        public Sources(
                Readers readers,
                Local here,
                Supplier<Optional<Reconciliation>> reconciliation,
                Supplier<About> about,
                Function<Form, Feed> feed) {
            this(readers, here, reconciliation, about, Writing.off(), feed, () -> "");
        }
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
     * Starts to listen; once. Whoever connects waits until it serves.
     *
     * @throws IOException if it cannot listen there; the message says where, why and what to do
     */
    public void listen() throws IOException {
        // Not left to Javalin, which would log a port in use with its stack trace before it says so.
        channel = bound();
    }

    /** The port that it listens on. */
    public int port() {
        return Objects.requireNonNull(channel, "does not listen").socket().getLocalPort();
    }

    /** Starts to serve; once, and where it listens. */
    public void serve(Sources sources) {
        ServerSocketChannel listening = Objects.requireNonNull(channel, "does not listen");
        Feed changes = sources.feed().apply(new Frames());
        feed = changes;
        javalin = Javalin.create(config -> configure(config, listening, sources, changes))
                .start();
    }

    /** Stops listening; requests under way are ended. A second call finds nothing to do. */
    @Override
    public void close() {
        try {
            if (feed != null) {
                feed.close();
                feed = null;
            }
            if (javalin != null) {
                javalin.stop();
                javalin = null;
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the address is not given back", e);
        }
    }

    private ServerSocketChannel bound() throws IOException {
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

    private List<Route> routes(Sources sources, Feed changes) {
        Shards shards = sources.readers().shards();
        List<Route> routes = new ArrayList<>(StaticFile.page());
        routes.addAll(StaticFile.apiPage());
        routes.addAll(List.of(
                Route.knowing(List.of(), OpenApi.PATH, new OpenApi()),
                Route.knowing(List.of(), "/health/live", ctx -> Json.answer(ctx, Map.of("status", "live"))),
                Route.knowing(List.of(), "/health/ready", ctx -> ready(ctx, shards))));
        routes.add(Route.knowing(List.of(), MetricsRoute.PATH, new MetricsRoute(sources.metrics())));
        routes.addAll(new ApiRoutes(sources.readers(), settings.samples()).routes());
        routes.add(new StreamRoute(changes).route());
        routes.addAll(new StatusHandler(sources.reconciliation(), sources.about()).routes());
        return routes;
    }

    private static void ready(Context ctx, Shards shards) {
        shards.requireAnswerable();
        Json.answer(ctx, Map.of("status", "ready"));
    }

    private void configure(JavalinConfig config, ServerSocketChannel listening, Sources sources, Feed changes) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        Jetty.configure(config.jetty, listening);
        List<Route> routes = routes(sources, changes);
        config.routes.before(this::prepare);
        for (Route route : routes) {
            config.routes.get(route.path(), route.handler());
            // Javalin would answer 200 to a HEAD of its own accord, also for one that is not ready.
            config.routes.head(route.path(), route.handler());
        }
        new WriteRoutes(sources.writing()).addTo(config.routes);
        config.routes.post(InternalRoute.PATH, new InternalRoute(sources.here()));
        Failures.answerWithProblems(config.routes, routes);
    }

    private void prepare(Context ctx) {
        // Kept, but asked for again each time: the page and what it shows change with the program and the news.
        ctx.header(Header.CACHE_CONTROL, "no-cache").header(Header.VARY, Header.ACCEPT_ENCODING);
        if (WriteAccess.LOOPBACK.contains(settings.host())
                && !WriteAccess.LOOPBACK.contains(ctx.req().getServerName().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(new Problem(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "This server listens for this machine only; address it as localhost or 127.0.0.1."));
        }
    }
}
