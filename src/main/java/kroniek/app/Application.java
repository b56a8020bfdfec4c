package kroniek.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kroniek.connect.ArticleSourceConfig;
import kroniek.connect.SourceProgress;
import kroniek.http.HttpPeers;
import kroniek.http.HttpServer;
import kroniek.http.WriteAccess;
import kroniek.http.Writing;
import kroniek.inbox.ArticleWriter;
import kroniek.inbox.RateLimit;
import kroniek.language.Language;
import kroniek.language.text.DataFile;
import kroniek.query.Aliases;
import kroniek.query.GroupFreshness;
import kroniek.query.GroupShards;
import kroniek.query.Instance;
import kroniek.query.LocalShards;
import kroniek.query.Readers;
import kroniek.query.Shards;
import kroniek.query.StreamsOwners;
import kroniek.query.feed.Feed;
import kroniek.query.feed.KafkaLog;
import kroniek.stream.Backlog;
import kroniek.stream.Pipeline;
import kroniek.stream.StreamsSettings;
import kroniek.topic.ReadStore.Like;
import kroniek.topic.TopicAdmin;
import kroniek.topic.TopicAdmin.Drift;
import kroniek.topic.Topics;
import kroniek.topic.UnreadableRecordException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * The program as a whole: broker (where none is given), topics, streams, page, connector (where there is a folder), started in this
 * order and stopped in the opposite one.
 */
final class Application implements AutoCloseable {

    private static final int PORTS_TO_TRY = 20;

    private final Parts parts;
    private final Topics topics;
    private final Connection connection;
    private final Pipeline pipeline;
    private final Backlog backlog;
    private final String page;
    private final @Nullable EmbeddedConnect connect;

    private Application(
            Parts parts,
            Topics topics,
            Connection connection,
            Pipeline pipeline,
            String page,
            @Nullable EmbeddedConnect connect) {
        this.parts = parts;
        this.topics = topics;
        this.connection = connection;
        this.pipeline = pipeline;
        this.page = page;
        this.connect = connect;
        this.backlog = parts.add(new Backlog(connection.impatient(), topics));
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
        return connection.client();
    }

    /** Where its Kafka listens. */
    String bootstrapServers() {
        return connection.bootstrapServers();
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
     * no committed record waits before any step of the topology. Nobody knows while Kafka does not answer, and then it is not so.
     */
    boolean isIdleSince(long scansBegunBefore) {
        boolean published = connect == null
                || progress().map(p -> p.isSettledSince(scansBegunBefore)).orElse(false);
        try {
            return published && pipeline.running() && backlog.isEmpty();
        } catch (RetriableException unknown) {
            return false;
        }
    }

    /** How much has still to be counted, in words for people. */
    String leftToCount() {
        try {
            return "at most %d records to count (streams: %s)".formatted(backlog.atMost(), pipeline.state());
        } catch (RetriableException unknown) {
            return "Kafka does not tell how much is left to count; asking again";
        }
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
            WriteAccess access = WriteToken.access(settings.write());
            DataDirectory data = parts.add(DataDirectory.open(settings.data()));
            Connection connection = settings.connection(broker(data, topics));
            int rawPartitions = createTopics(connection, topics);
            HttpServer server = parts.add(listen());
            Instance self = self(server);
            Metrics metrics = parts.add(new Metrics());
            Pipeline pipeline = parts.add(new Pipeline(
                    streams(data, topics, connection.bootstrapServers(), self),
                    rawPartitions,
                    language,
                    Clock.systemUTC(),
                    metrics.watcher()));
            // Stopped before the streams that it asks; its address, which they tell the group, was needed before them.
            parts.add(server);
            Bookkeeper bookkeeper = parts.add(new Bookkeeper(
                    connection.impatient(),
                    topics,
                    () -> articles == null ? Optional.empty() : SourceProgress.of(CONNECTOR)));
            parts.add(Figures.show(bookkeeper::last, topics.prefix()));
            AboutProgram about = parts.add(new AboutProgram(connection.client(), topics, language, Clock.systemUTC()));
            metrics.show(pipeline.streams(), bookkeeper::last, about::now);
            LocalShards here = new LocalShards(pipeline.streams());
            Shards shards = new GroupShards(
                    self, new StreamsOwners(pipeline.streams()), partitions(topics), here, new HttpPeers());
            GroupFreshness freshness = parts.add(GroupFreshness.on(connection.impatient(), topics));
            server.serve(new HttpServer.Sources(
                    new Readers(shards, freshness, new Aliases(language.names())),
                    here,
                    bookkeeper::last,
                    about::now,
                    writing(access, topics, connection),
                    form -> new Feed(new KafkaLog(connection.impatient(), topics), Clock.systemUTC(), form),
                    metrics::text));
            String page = "http://%s:%d/".formatted(settings.http().host(), self.port());
            data.announcePage(page);
            pipeline.start();
            EmbeddedConnect connect =
                    articles == null ? null : parts.add(connect(data, topics, connection.bootstrapServers(), articles));
            return new Application(parts, topics, connection, pipeline, page, connect);
        }

        private Writing writing(WriteAccess access, Topics topics, Connection connection) {
            if (!access.isOpen()) {
                return Writing.off();
            }
            RateLimit rate = new RateLimit(settings.write().rate(), System::nanoTime);
            Map<String, Object> client = connection.client();
            client.putAll(settings.producer());
            return new Writing(access, parts.add(ArticleWriter.connect(client, topics, rate)), System::nanoTime);
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
                parts.add(new BrokerWatch(settings.connection(given), console::say));
                return given;
            }
            console.say("starting Kafka on the data in " + settings.data() + " …");
            EmbeddedKafka broker = parts.add(Cluster.embedded(data, topics));
            console.say("Kafka listens on " + broker.bootstrapServers());
            return broker.bootstrapServers();
        }

        private int createTopics(Connection connection, Topics topics) {
            try (Admin admin = connection.admin()) {
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

        private StreamsSettings streams(DataDirectory data, Topics topics, String bootstrapServers, Instance self) {
            String instance = settings.bootstrapServers() == null ? data.instanceId() : null;
            Map<String, String> overrides = new TreeMap<>(settings.streams());
            overrides.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self.host() + ":" + self.port());
            return new StreamsSettings(bootstrapServers, topics, data.streams(), instance, overrides);
        }

        /** How many partitions the stores have, which are those of their topics. */
        private static Map<Like, Integer> partitions(Topics topics) {
            return Map.of(
                    Like.MENTIONS, topics.mentions().partitions(),
                    Like.ARTICLES, topics.articles().partitions(),
                    Like.REJECTED, topics.rejected().partitions());
        }

        /** A server that listens where the settings say, or, where they do not, on the first port that is free. */
        private HttpServer listen() {
            Settings.HttpAddress wanted = settings.http();
            int last = wanted.fixed() ? wanted.port() : wanted.port() + PORTS_TO_TRY;
            for (int port = wanted.port(); ; port++) {
                HttpServer server =
                        new HttpServer(new HttpServer.Settings(wanted.host(), port, settings.readsSamples()));
                try {
                    server.listen();
                    return server;
                } catch (IOException taken) {
                    if (port >= last) {
                        throw new UserError(taken.getMessage() + " (--http HOST:PORT; port 0 means any)", taken);
                    }
                }
            }
        }

        /** This instance as the others reach it: what the user says, else where it listens. */
        private Instance self(HttpServer server) {
            String said = settings.streams().get(StreamsConfig.APPLICATION_SERVER_CONFIG);
            if (said == null) {
                return new Instance(reachable(settings.http().host()), server.port());
            }
            HostInfo given = HostInfo.buildFromEndpoint(said);
            return new Instance(given.host(), given.port());
        }

        private static String reachable(String host) {
            try {
                boolean any = InetAddress.getByName(host).isAnyLocalAddress();
                return any ? InetAddress.getLocalHost().getHostName() : host;
            } catch (UnknownHostException unnamed) {
                return InetAddress.getLoopbackAddress().getHostAddress();
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
            if (topics.replication() != 0) {
                for (String storage : List.of("config", "offset", "status")) {
                    worker.putIfAbsent(storage + ".storage.replication.factor", Integer.toString(topics.replication()));
                }
            }
            String group = topics.prefix() + "-connect-" + data.instanceId();
            Map<String, String> connector = new TreeMap<>(connectorSettings(topics, articles));
            connector.put(ArticleSourceConfig.FILES_BOOTSTRAP, bootstrapServers);
            connector.put(ArticleSourceConfig.FILES_OWNER, group);
            console.say("reading articles from " + articles);
            return EmbeddedConnect.start(bootstrapServers, group, worker, CONNECTOR, connector);
        }

        /** What the connector is told, but for what is known only when Kafka runs. */
        private Map<String, String> connectorSettings(Topics topics, Path articles) {
            Map<String, String> connector = new TreeMap<>(settings.connector());
            connector.put("name", CONNECTOR);
            connector.put("connector.class", "kroniek.connect.ArticleSourceConnector");
            connector.put("tasks.max", "1");
            connector.put(ArticleSourceConfig.FOLDER, articles.toAbsolutePath().toString());
            connector.put(ArticleSourceConfig.TOPIC, topics.articlesRaw().name());
            connector.put(ArticleSourceConfig.REJECTED_TOPIC, topics.rejected().name());
            connector.put(ArticleSourceConfig.FILES_TOPIC, topics.files().name());
            connector.put("exactly.once.support", "required");
            return connector;
        }
    }
}
