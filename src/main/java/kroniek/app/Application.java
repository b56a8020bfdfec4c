package kroniek.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kroniek.connect.SourceProgress;
import kroniek.http.HttpServer;
import kroniek.language.Language;
import kroniek.language.text.DataFile;
import kroniek.query.ActorMonths;
import kroniek.query.StreamsTable;
import kroniek.stream.Backlog;
import kroniek.stream.Pipeline;
import kroniek.stream.StreamsSettings;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicAdmin.Drift;
import kroniek.topic.Topics;
import kroniek.topic.UnreadableRecordException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/**
 * The program as a whole: broker (where none is given), topics, streams, page, connector (where there is a folder), started in this
 * order and stopped in the opposite one.
 */
final class Application implements AutoCloseable {

    private static final int PORTS_TO_TRY = 20;

    private final Parts parts;
    private final Topics topics;
    private final String bootstrapServers;
    private final Pipeline pipeline;
    private final Backlog backlog;
    private final String page;
    private final @Nullable EmbeddedConnect connect;

    private Application(
            Parts parts,
            Topics topics,
            String bootstrapServers,
            Pipeline pipeline,
            String page,
            @Nullable EmbeddedConnect connect) {
        this.parts = parts;
        this.topics = topics;
        this.bootstrapServers = bootstrapServers;
        this.pipeline = pipeline;
        this.page = page;
        this.connect = connect;
        this.backlog = parts.add(new Backlog(client(), topics));
    }

    /**
     * Starts everything; what was started is stopped again where a later part fails.
     *
     * @throws UserError for what the user can mend
     */
    static Application start(Settings settings, Console console) {
        Parts parts = new Parts();
        try {
            return new Starter(settings, console, parts).start();
        } catch (RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    /** The topics it works on. */
    Topics topics() {
        return topics;
    }

    /** Settings of a client of its Kafka. */
    Map<String, Object> client() {
        return Cluster.client(bootstrapServers);
    }

    /** Where its Kafka listens. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** The address of its page. */
    String page() {
        return page;
    }

    /** How far the connector is; empty while it starts, or where there is none. */
    Optional<SourceProgress> progress() {
        return connect == null ? Optional.empty() : SourceProgress.of(Starter.CONNECTOR);
    }

    /** Whether everything that the folder holds has been counted: {@link #isIdleSince} the start. */
    boolean isIdle() {
        return isIdleSince(0);
    }

    /**
     * Whether everything found has been counted: the connector has ended a scan begun after so many others with nothing left to publish, and
     * no committed record waits before any step of the topology.
     */
    boolean isIdleSince(long scansBegunBefore) {
        boolean published = connect == null
                || progress().map(p -> p.isSettledSince(scansBegunBefore)).orElse(false);
        return published && pipeline.running() && backlog.isEmpty();
    }

    /** How much has still to be counted, in words for people. */
    String leftToCount() {
        return "at most %d records to count (streams: %s)".formatted(backlog.atMost(), pipeline.state());
    }

    /** Why it cannot go on, if something has failed for good. */
    Optional<String> failure() {
        Optional<String> streams = pipeline.failure().map(failure -> "the streams stopped: " + rootOf(failure));
        return streams.isPresent() || connect == null
                ? streams
                : connect.failure().map(failure -> "the file connector stopped: " + failure);
    }

    /** What was first to go wrong, as far as it says where. */
    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof UnreadableRecordException)) {
            root = root.getCause();
        }
        return root;
    }

    @Override
    public void close() {
        parts.close();
    }

    /** Starts the parts one after the other. */
    private record Starter(Settings settings, Console console, Parts parts) {

        static final String CONNECTOR = "articles";

        Application start() {
            Path articles = settings.articles();
            if (articles != null && !Files.isDirectory(articles)) {
                throw new UserError("there is no folder %s to read articles from; give one with --articles DIR"
                        .formatted(articles));
            }
            Language language = language();
            Topics topics = settings.topics();
            DataDirectory data = parts.add(DataDirectory.open(settings.data()));
            String bootstrapServers = broker(data, topics);
            int rawPartitions = createTopics(bootstrapServers, topics);
            Pipeline pipeline = parts.add(
                    new Pipeline(streams(data, topics, bootstrapServers), rawPartitions, language, Clock.systemUTC()));
            Cluster.requireReadableState(pipeline, bootstrapServers);
            Bookkeeper bookkeeper = parts.add(new Bookkeeper(
                    Cluster.client(bootstrapServers),
                    topics,
                    () -> articles == null ? Optional.empty() : SourceProgress.of(CONNECTOR)));
            parts.add(Figures.show(bookkeeper::last, topics.prefix()));
            String page = servePage(pipeline, topics, bookkeeper);
            data.announcePage(page);
            pipeline.start();
            EmbeddedConnect connect =
                    articles == null ? null : parts.add(connect(data, topics, bootstrapServers, articles));
            return new Application(parts, topics, bootstrapServers, pipeline, page, connect);
        }

        private Language language() {
            List<DataFile> own = settings.actors().files();
            Language language = OwnActors.language(own);
            int rows = own.stream().mapToInt(file -> file.lines().size()).sum();
            if (rows > 0) {
                console.say("own actors and names: %d rows from %s"
                        .formatted(rows, settings.actors().folder()));
            }
            return language;
        }

        private String broker(DataDirectory data, Topics topics) {
            String given = settings.bootstrapServers();
            if (given != null) {
                console.say("using the cluster at " + given);
                return given;
            }
            console.say("starting Kafka on the data in " + settings.data() + " …");
            EmbeddedKafka broker = parts.add(Cluster.embedded(data, topics));
            console.say("Kafka listens on " + broker.bootstrapServers());
            return broker.bootstrapServers();
        }

        private int createTopics(String bootstrapServers, Topics topics) {
            try (Admin admin = Cluster.admin(bootstrapServers)) {
                TopicAdmin topicAdmin = new TopicAdmin(admin, topics);
                topicAdmin.create();
                for (Drift drift : topicAdmin.check()) {
                    if (drift.fatal()) {
                        throw new UserError("topic " + drift);
                    }
                    console.say("warning: topic " + drift);
                }
                return topicAdmin.partitions(topics.articlesRaw().name()).orElseThrow();
            }
        }

        private StreamsSettings streams(DataDirectory data, Topics topics, String bootstrapServers) {
            String instance = settings.bootstrapServers() == null ? data.instanceId() : null;
            return new StreamsSettings(bootstrapServers, topics, data.streams(), instance, settings.streams());
        }

        private String servePage(Pipeline pipeline, Topics topics, Bookkeeper bookkeeper) {
            ActorMonths actorMonths = new ActorMonths(new StreamsTable<>(
                    pipeline.streams(), Pipeline.ACTOR_MONTHS, topics.mentions().partitions()));
            Settings.HttpAddress wanted = settings.http();
            int last = wanted.fixed() ? wanted.port() : wanted.port() + PORTS_TO_TRY;
            for (int port = wanted.port(); ; port++) {
                HttpServer server = new HttpServer(
                        new HttpServer.Settings(wanted.host(), port, settings.readsSamples()),
                        actorMonths,
                        bookkeeper::last);
                try {
                    InetSocketAddress address = server.start();
                    parts.add(server);
                    return "http://%s:%d/".formatted(wanted.host(), address.getPort());
                } catch (IOException taken) {
                    server.close();
                    if (port >= last) {
                        throw new UserError(taken.getMessage() + " (--http HOST:PORT; port 0 means any)", taken);
                    }
                }
            }
        }

        private EmbeddedConnect connect(DataDirectory data, Topics topics, String bootstrapServers, Path articles) {
            Map<String, String> worker = new TreeMap<>(settings.worker());
            int maxRecord = topics.catalogue().maxRecordBytes();
            worker.put("producer.max.request.size", Integer.toString(maxRecord));
            worker.put("producer.buffer.memory", Long.toString(4L * maxRecord));
            worker.putIfAbsent("producer.compression.type", "lz4");
            // After a kill in mid-transaction the next worker waits until the broker has given that transaction up.
            worker.putIfAbsent("producer.transaction.timeout.ms", "10000");
            Map<String, String> connector = new TreeMap<>(settings.connector());
            connector.put("name", CONNECTOR);
            connector.put("connector.class", "kroniek.connect.ArticleSourceConnector");
            connector.put("tasks.max", "1");
            connector.put("folder", articles.toAbsolutePath().toString());
            connector.put("topic", topics.articlesRaw().name());
            connector.put("rejected.topic", topics.rejected().name());
            connector.put("exactly.once.support", "required");
            String group = topics.prefix() + "-connect-" + data.instanceId();
            console.say("reading articles from " + articles);
            return EmbeddedConnect.start(bootstrapServers, group, worker, CONNECTOR, connector);
        }
    }
}
