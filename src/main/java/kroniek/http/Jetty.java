package kroniek.http;

import io.javalin.config.JettyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ServerSocketChannel;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** How the web server below the routes is set up: threads for readers and other instances, a channel that listens already, guarded responses. */
final class Jetty {

    private static final int MOST_THREADS = 64;

    private Jetty() {}

    static void configure(JettyConfig jetty, ServerSocketChannel channel) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        jetty.threadPool = threads;
        jetty.modifyServer(server -> server.setErrorHandler(new JettyErrors()));
        jetty.addConnector((server, http) -> connector(server, http, channel));
        jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.addCustomizer((request, responseHeaders) -> {
                SecurityHeaders.put(responseHeaders);
                return request;
            });
        });
    }

    private static Connector connector(Server server, HttpConfiguration http, ServerSocketChannel channel) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        try {
            connector.open(channel);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return connector;
    }
}
