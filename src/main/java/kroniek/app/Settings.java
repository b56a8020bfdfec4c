package kroniek.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import kroniek.language.Language;
import kroniek.topic.Catalogue;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What the program runs with: the defaults, under the settings file, under the environment, under the options of the command line.
 *
 * @param articles the folder to watch; null where none is given and a cluster is used, for then others may feed it
 * @param actors the folder of the user's own actors
 * @param data the data directory
 * @param http where the page is served
 * @param write who may write articles over HTTP
 * @param bootstrapServers the cluster, or null for the embedded broker
 * @param prefix what topics, application id and Connect ids begin with
 * @param partitions how many partitions topics are created with, or 0 for what each declares
 * @param replication how many copies of every topic there are to be, or 0 for what the cluster makes by default
 * @param kafka what every client of Kafka is told beside where it is, in Kafka's own keys: how to log in, above all
 * @param streams further settings of Kafka Streams, in its own keys
 * @param producer further settings of the producer that writes what is pushed, in its own keys
 * @param worker further settings of the embedded Connect worker, in Connect's own keys
 * @param connector further settings of the file connector
 */
record Settings(
        @Nullable Path articles,
        OwnActors actors,
        Path data,
        HttpAddress http,
        Write write,
        @Nullable String bootstrapServers,
        String prefix,
        int partitions,
        int replication,
        Map<String, String> kafka,
        Map<String, String> streams,
        Map<String, String> producer,
        Map<String, String> worker,
        Map<String, String> connector) {

    static final String ARTICLES = "articles.dir";
    static final String ACTORS = "actors.dir";
    static final String DATA = "data.dir";
    static final String HTTP = "http.address";
    static final String HTTP_PORT = "http.port";
    static final String WRITE_TOKEN_FILE = "http.write.token.file";
    static final String WRITE_LOOPBACK = "http.write.loopback";
    static final String WRITE_RATE = "http.write.rate";
    static final String BOOTSTRAP = "bootstrap.servers";
    static final String PREFIX = "prefix";
    static final String PARTITIONS = "topics.partitions";
    static final String REPLICATION = "topics.replication";

    static final String AFTER_PUBLISHING = "after.publishing";
    static final String ARCHIVE = "archive.dir";
    static final String REJECTED = "rejected.dir";
    static final String AFTER_VANISHING = "after.vanishing";

    /** Where an option was said. */
    static final String OF_OPTIONS = "the command line";

    /**
     * Puts the settings together.
     *
     * @param file the settings file, or null
     * @param environment the variables of the environment, of which those that begin with {@code KRONIEK_} count
     * @param options what the command line says, by key
     * @throws UserError naming every mistake at once
     */
    static Settings of(@Nullable Path file, Map<String, String> environment, Map<String, String> options) {
        Given given = new Given();
        if (file != null) {
            read(file).forEach((key, value) -> given.put(key, value, file.toString()));
        }
        environment.forEach((variable, value) -> {
            if (Setting.isVariable(variable) && !value.isBlank()) {
                given.put(Setting.key(variable), value.strip(), variable);
            }
        });
        options.forEach((key, value) -> given.put(key, value, OF_OPTIONS));
        return new SettingsCheck(given).settings();
    }

    /** Without an environment. */
    static Settings of(@Nullable Path file, Map<String, String> options) {
        return of(file, Map.of(), options);
    }

    /** What somebody said, and where. */
    static final class Given {

        private final Map<String, String> values = new TreeMap<>();
        private final Map<String, String> places = new TreeMap<>();

        private void put(String key, String value, String place) {
            values.put(key, value);
            places.put(key, place);
        }

        /** The values by key. */
        Map<String, String> values() {
            return values;
        }

        /** Where a key was said: the settings file, a variable, the command line. */
        String place(String key) {
            return places.getOrDefault(key, "the defaults");
        }
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("cannot read the settings file " + file + " (" + e + ")", e);
        }
        Map<String, String> values = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            String value = properties.getProperty(key).strip();
            if (!value.isEmpty()) {
                values.put(key, value);
            }
        }
        return values;
    }

    /** How clients reach the Kafka that listens there. */
    Connection connection(String servers) {
        return new Connection(servers, kafka);
    }

    /** The topics of this deployment. */
    Topics topics() {
        return new Topics(Catalogue.load(), prefix, partitions, replication);
    }

    /**
     * Compiles the language with the user's own actors.
     *
     * @throws UserError for a row that is wrong, naming file and line and what to do
     */
    Language language() {
        return OwnActors.language(actors.files());
    }

    /** Whether the articles are the samples that come with the program. */
    boolean readsSamples() {
        return articles != null && articles.equals(samples());
    }

    /** The samples that come with the program. */
    static Path samples() {
        return beside("samples");
    }

    /** A path beside the program. */
    static Path beside(String path) {
        return Path.of(System.getProperty("kroniek.home", "")).resolve(path);
    }

    /**
     * An address to listen on.
     *
     * @param host a host name or address
     * @param port a port, 0 for any free one
     * @param fixed whether the user asked for it; otherwise the next free port will do
     */
    record HttpAddress(String host, int port, boolean fixed) {}

    /**
     * Who may write articles over HTTP.
     *
     * @param tokenFile the file whose content a writer must show; null where there is none
     * @param loopback whether whoever is on this machine may write without it
     * @param rate how many articles a second, in the long run
     */
    record Write(@Nullable Path tokenFile, boolean loopback, int rate) {}
}
