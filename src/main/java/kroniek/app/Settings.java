package kroniek.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kroniek.connect.ArticleSourceConfig;
import kroniek.language.Language;
import kroniek.topic.Catalogue;
import kroniek.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What the program runs with: the defaults, under the settings file, under the options of the command line.
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
 * @param streams further settings of Kafka Streams, in its own keys
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
        Map<String, String> streams,
        Map<String, String> worker,
        Map<String, String> connector) {

    static final String ARTICLES = "articles.dir";
    static final String ACTORS = "actors.dir";
    static final String DATA = "data.dir";
    static final String HTTP = "http.address";
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

    /** What is done with files, by what the file connector calls it; it checks the values. */
    private static final Map<String, String> OF_FILES = Map.of(
            AFTER_PUBLISHING, ArticleSourceConfig.AFTER_PUBLISHING,
            ARCHIVE, ArticleSourceConfig.ARCHIVE_FOLDER,
            REJECTED, ArticleSourceConfig.REJECTED_FOLDER,
            AFTER_VANISHING, ArticleSourceConfig.AFTER_VANISHING);

    static final List<String> KEYS = List.of(
            ARTICLES,
            AFTER_PUBLISHING,
            ARCHIVE,
            REJECTED,
            AFTER_VANISHING,
            ACTORS,
            DATA,
            HTTP,
            WRITE_TOKEN_FILE,
            WRITE_LOOPBACK,
            WRITE_RATE,
            BOOTSTRAP,
            PREFIX,
            PARTITIONS,
            REPLICATION);
    private static final List<String> PASSED_THROUGH = List.of("streams.", "worker.", "connector.");
    static final String ACTORS_OPTION =
            "folder of your own actors and names, *.tsv (default: config/actors beside the program)";

    private static final Pattern PREFIX_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /**
     * Puts the settings together.
     *
     * @param file the settings file, or null
     * @param options what the command line says, by key
     * @throws UserError naming every mistake at once
     */
    static Settings of(@Nullable Path file, Map<String, String> options) {
        Map<String, String> values = new TreeMap<>();
        if (file != null) {
            values.putAll(read(file));
        }
        values.putAll(options);
        return new Checked(file == null ? "the command line" : "the command line and " + file, values).settings();
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

    private static Path samples() {
        return beside("samples");
    }

    /** A path beside the program. */
    private static Path beside(String path) {
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

    /** Turns texts into settings and gathers what is wrong with them. */
    private static final class Checked {

        private final String source;
        private final Map<String, String> values;
        private final List<String> mistakes = new ArrayList<>();

        Checked(String source, Map<String, String> values) {
            this.source = source;
            this.values = values;
        }

        Settings settings() {
            for (String key : values.keySet()) {
                if (!KEYS.contains(key) && PASSED_THROUGH.stream().noneMatch(key::startsWith)) {
                    mistakes.add("there is no setting '" + key + "' (there are " + String.join(", ", KEYS)
                            + ", and whatever begins with " + String.join(", ", PASSED_THROUGH) + ")");
                }
            }
            String bootstrap = values.get(BOOTSTRAP);
            Path articles = bootstrap == null || values.containsKey(ARTICLES) ? folder() : null;
            Settings settings = new Settings(
                    articles,
                    new OwnActors(path(ACTORS, beside("config/actors").toString()), values.containsKey(ACTORS)),
                    path(DATA, ".kroniek"),
                    http(),
                    new Write(
                            values.containsKey(WRITE_TOKEN_FILE) ? path(WRITE_TOKEN_FILE, "") : null,
                            yes(WRITE_LOOPBACK),
                            count(WRITE_RATE, 100_000, 100)),
                    bootstrap,
                    prefix(),
                    count(PARTITIONS, 1000, 0),
                    count(REPLICATION, 100, 0),
                    passedThrough("streams."),
                    passedThrough("worker."),
                    connector(articles));
            String threads = values.getOrDefault("streams.num.stream.threads", "1");
            if (!threads.matches("[1-9]\\d{0,2}")) {
                mistakes.add("streams.num.stream.threads is a whole number from 1, not '" + threads + "'");
            }
            if (!mistakes.isEmpty()) {
                throw new UserError("in " + source + ": " + String.join("; ", mistakes));
            }
            return settings;
        }

        private Path folder() {
            return path(ARTICLES, samples().toString());
        }

        private Path path(String key, String otherwise) {
            String value = values.getOrDefault(key, otherwise);
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                mistakes.add(key + " is no path: " + value);
                return Path.of(otherwise);
            }
        }

        private HttpAddress http() {
            String value = values.getOrDefault(HTTP, "127.0.0.1:8080");
            int colon = value.lastIndexOf(':');
            try {
                int port = Integer.parseInt(value.substring(colon + 1));
                if (colon > 0 && port >= 0 && port <= 65535) {
                    return new HttpAddress(value.substring(0, colon), port, values.containsKey(HTTP));
                }
            } catch (NumberFormatException noPort) {
                // The complaint below says what is expected.
            }
            mistakes.add(HTTP + " is HOST:PORT with a port from 0 (any free one) to 65535, not '" + value + "'");
            return new HttpAddress("127.0.0.1", 0, true);
        }

        private String prefix() {
            String value = values.getOrDefault(PREFIX, Catalogue.DEFAULT_PREFIX);
            if (!PREFIX_FORM.matcher(value).matches()) {
                mistakes.add(PREFIX + " is up to 100 letters, digits, '.', '_' and '-', not '" + value + "'");
            }
            return value;
        }

        private boolean yes(String key) {
            String value = values.getOrDefault(key, "false");
            if (!value.equals("true") && !value.equals("false")) {
                mistakes.add(key + " is true or false, not '" + value + "'");
            }
            return value.equals("true");
        }

        /** A whole number from 1 to {@code most}; {@code otherwise} where nothing is said. */
        private int count(String key, int most, int otherwise) {
            String value = values.get(key);
            if (value == null) {
                return otherwise;
            }
            try {
                int count = Integer.parseInt(value);
                if (count >= 1 && count <= most) {
                    return count;
                }
            } catch (NumberFormatException noNumber) {
                // The complaint below says what is expected.
            }
            mistakes.add(key + " is a whole number from 1 to " + most + ", not '" + value + "'");
            return 0;
        }

        private Map<String, String> connector(@Nullable Path articles) {
            Map<String, String> connector = passedThrough("connector.");
            OF_FILES.forEach((key, name) -> {
                if (!values.containsKey(key)) {
                    return;
                }
                if (articles == null) {
                    mistakes.add(key + " is for a folder that is watched; give one with " + ARTICLES);
                }
                boolean folder = key.equals(ARCHIVE) || key.equals(REJECTED);
                connector.put(
                        name,
                        folder ? path(key, "").toAbsolutePath().normalize().toString() : values.getOrDefault(key, ""));
            });
            return connector;
        }

        private Map<String, String> passedThrough(String beginning) {
            Map<String, String> found = new TreeMap<>();
            values.forEach((key, value) -> {
                if (key.startsWith(beginning)) {
                    found.put(key.substring(beginning.length()), value);
                }
            });
            return found;
        }
    }
}
