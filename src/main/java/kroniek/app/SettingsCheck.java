package kroniek.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kroniek.app.Settings.Given;
import kroniek.app.Settings.HttpAddress;
import kroniek.app.Settings.Write;
import kroniek.connect.ArticleSourceConfig;
import kroniek.inbox.ArticleWriter;
import kroniek.topic.Catalogue;
import org.jspecify.annotations.Nullable;

/** Turns what was said into settings, and gathers all that is wrong with it. */
final class SettingsCheck {

    /** What is done with files, by what the file connector calls it; it checks the values. */
    private static final Map<String, String> OF_FILES = Map.of(
            Settings.AFTER_PUBLISHING, ArticleSourceConfig.AFTER_PUBLISHING,
            Settings.ARCHIVE, ArticleSourceConfig.ARCHIVE_FOLDER,
            Settings.REJECTED, ArticleSourceConfig.REJECTED_FOLDER,
            Settings.AFTER_VANISHING, ArticleSourceConfig.AFTER_VANISHING);

    private static final Pattern PREFIX_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORT = 8080;

    private final Given given;
    private final Map<String, String> values;
    private final List<String> mistakes = new ArrayList<>();

    SettingsCheck(Given given) {
        this.given = given;
        this.values = given.values();
    }

    /** @throws UserError that names every mistake, and where it was made */
    Settings settings() {
        checkKeys();
        String bootstrap = values.get(Settings.BOOTSTRAP);
        Path articles = bootstrap == null || values.containsKey(Settings.ARTICLES) ? folder() : null;
        Settings settings = new Settings(
                articles,
                new OwnActors(
                        path(Settings.ACTORS, Settings.beside("config/actors").toString()),
                        values.containsKey(Settings.ACTORS)),
                path(Settings.DATA, ".kroniek"),
                http(),
                write(),
                bootstrap,
                prefix(),
                count(Settings.PARTITIONS, 1000, 0),
                count(Settings.REPLICATION, 100, 0),
                kafka(),
                streams(),
                passedOn(PassedOn.PRODUCER),
                worker(),
                connector(articles));
        if (!mistakes.isEmpty()) {
            String separator = mistakes.size() == 1 ? " " : "\n  - ";
            throw new UserError("the settings are not right:" + separator + String.join(separator, mistakes));
        }
        return settings;
    }

    private void mistake(String key, String what) {
        mistakes.add("%s (%s)".formatted(what, given.place(key)));
    }

    private void checkKeys() {
        for (String key : values.keySet()) {
            if (!Setting.KEYS.contains(key) && PassedOn.of(key).isEmpty()) {
                mistake(
                        key,
                        "there is no setting '%s'%s"
                                .formatted(
                                        key,
                                        Nearest.to(key, Setting.KEYS)
                                                .map("; did you mean '%s'?"::formatted)
                                                .orElseGet(SettingsCheck::known)));
            }
        }
    }

    private static String known() {
        List<String> known = new ArrayList<>(Setting.KEYS);
        for (PassedOn kind : PassedOn.values()) {
            known.add(kind.beginning() + "*");
        }
        return "; there are " + String.join(", ", known);
    }

    private Path folder() {
        return path(Settings.ARTICLES, Settings.samples().toString());
    }

    private Path path(String key, String otherwise) {
        String value = values.getOrDefault(key, otherwise);
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            mistake(key, key + " is no path: " + value);
            return Path.of(otherwise);
        }
    }

    private HttpAddress http() {
        boolean option = given.place(Settings.HTTP).equals(Settings.OF_OPTIONS);
        String port = option ? null : values.get(Settings.HTTP_PORT);
        String value = values.get(Settings.HTTP);
        HttpAddress address = value == null ? new HttpAddress(LOOPBACK, PORT, false) : address(value);
        return port == null
                ? address
                : new HttpAddress(address.host(), port(Settings.HTTP_PORT, port, "a port", port), true);
    }

    private HttpAddress address(String value) {
        int colon = value.lastIndexOf(':');
        String host = colon > 0 ? value.substring(0, colon) : LOOPBACK;
        String port = colon > 0 ? value.substring(colon + 1) : "";
        return new HttpAddress(host, port(Settings.HTTP, port, "HOST:PORT with a port", value), true);
    }

    private int port(String key, String port, String form, String said) {
        if (port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535) {
            return Integer.parseInt(port);
        }
        mistake(key, "%s is %s from 0 (any free one) to 65535, not '%s'".formatted(key, form, said));
        return 0;
    }

    private Write write() {
        Path token = values.containsKey(Settings.WRITE_TOKEN_FILE) ? path(Settings.WRITE_TOKEN_FILE, "") : null;
        boolean loopback = yes(Settings.WRITE_LOOPBACK);
        if (token != null || loopback) {
            checkTimesOfWriting();
        }
        return new Write(token, loopback, count(Settings.WRITE_RATE, 100_000, 100));
    }

    /** Kafka's own producer refuses to be made where these do not fit together, long after the start. */
    private void checkTimesOfWriting() {
        long linger = millis("linger.ms", 0);
        long request = millis("request.timeout.ms", ArticleWriter.REQUEST_TIMEOUT_MS);
        long delivery = millis("delivery.timeout.ms", ArticleWriter.DELIVERY_TIMEOUT_MS);
        if (linger + request > delivery) {
            mistake(
                    Stream.of("request.timeout.ms", "delivery.timeout.ms", "linger.ms")
                            .map(this::saidOf)
                            .filter(values::containsKey)
                            .findFirst()
                            .orElseThrow(),
                    ("while articles may be written over HTTP, producer.delivery.timeout.ms (%d) must be at least"
                                    + " producer.request.timeout.ms (%d) and producer.linger.ms (%d) together; set it to %d, or"
                                    + " make these shorter")
                            .formatted(delivery, request, linger, linger + request));
        }
    }

    /** A time that the producer has which writes what is pushed; one that is no number is complained of elsewhere. */
    private long millis(String name, long otherwise) {
        String value = values.getOrDefault(saidOf(name), "");
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : otherwise;
    }

    /** The setting that decides something about that producer. */
    private String saidOf(String name) {
        String own = PassedOn.PRODUCER.beginning() + name;
        return values.containsKey(own) ? own : PassedOn.KAFKA.beginning() + name;
    }

    private boolean yes(String key) {
        String value = values.getOrDefault(key, "false");
        if (!value.equals("true") && !value.equals("false")) {
            mistake(key, key + " is true or false, not '" + value + "'");
        }
        return value.equals("true");
    }

    private String prefix() {
        String value = values.getOrDefault(Settings.PREFIX, Catalogue.DEFAULT_PREFIX);
        if (!PREFIX_FORM.matcher(value).matches()) {
            mistake(
                    Settings.PREFIX,
                    "%s is up to 100 letters, digits, '.', '_' and '-', not '%s'".formatted(Settings.PREFIX, value));
        }
        return value;
    }

    /** A whole number from 1 to {@code most}; {@code otherwise} where nothing is said. */
    private int count(String key, int most, int otherwise) {
        String value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[1-9]\\d{0,6}") && Integer.parseInt(value) <= most) {
            return Integer.parseInt(value);
        }
        mistake(key, "%s is a whole number from 1 to %d, not '%s'".formatted(key, most, value));
        return otherwise;
    }

    private Map<String, String> passedOn(PassedOn kind) {
        Map<String, String> settings = kind.in(values);
        kind.check(settings, this::mistake);
        return settings;
    }

    /** What every client is told. The embedded broker asks for no login, and a client that tried one would wait in vain. */
    private Map<String, String> kafka() {
        Map<String, String> kafka = passedOn(PassedOn.KAFKA);
        if (!values.containsKey(Settings.BOOTSTRAP)) {
            kafka.keySet()
                    .forEach(name -> mistake(
                            PassedOn.KAFKA.beginning() + name,
                            "%s%s is for a cluster; give that with %s, or leave it out"
                                    .formatted(PassedOn.KAFKA.beginning(), name, Settings.BOOTSTRAP)));
        }
        return kafka;
    }

    private Map<String, String> streams() {
        Map<String, String> streams = new TreeMap<>(passedOn(PassedOn.STREAMS));
        PassedOn.KAFKA.in(values).forEach(streams::putIfAbsent);
        PassedOn.PRODUCER.in(values).forEach((name, value) -> streams.putIfAbsent("producer." + name, value));
        passedOn(PassedOn.CONSUMER).forEach((name, value) -> streams.putIfAbsent("consumer." + name, value));
        String threads = streams.getOrDefault("num.stream.threads", "1");
        if (!threads.matches("[1-9]\\d{0,2}")) {
            mistake(
                    "streams.num.stream.threads",
                    "streams.num.stream.threads is a whole number from 1, not '%s'".formatted(threads));
        }
        return streams;
    }

    private Map<String, String> worker() {
        Map<String, String> worker = new TreeMap<>(passedOn(PassedOn.CONNECT));
        PassedOn.PRODUCER.in(values).forEach((name, value) -> worker.putIfAbsent("producer." + name, value));
        // Connect hands its own clients what stands alone, those of a connector only what has their name before it.
        PassedOn.KAFKA.in(values).forEach((name, value) -> {
            for (String client : List.of("", "producer.", "consumer.", "admin.")) {
                worker.putIfAbsent(client + name, value);
            }
        });
        return worker;
    }

    private Map<String, String> connector(@Nullable Path articles) {
        Map<String, String> connector = new TreeMap<>(PassedOn.CONNECTOR.in(values));
        OF_FILES.forEach((key, name) -> {
            if (!values.containsKey(key)) {
                return;
            }
            if (articles == null) {
                mistake(key, key + " is for a folder that is watched; give one with " + Settings.ARTICLES);
            }
            boolean folder = key.equals(Settings.ARCHIVE) || key.equals(Settings.REJECTED);
            connector.put(
                    name,
                    folder ? path(key, "").toAbsolutePath().normalize().toString() : values.getOrDefault(key, ""));
        });
        if (articles != null && !connector.isEmpty()) {
            checkConnector(articles, connector);
        }
        for (PassedOn kind : List.of(PassedOn.CONSUMER, PassedOn.KAFKA)) {
            kind.in(values)
                    .forEach((name, value) -> connector.putIfAbsent(ArticleSourceConfig.FILES_CONSUMER + name, value));
        }
        return connector;
    }

    /** The connector checks its own, with stand-ins for what it is told when Kafka runs. */
    private void checkConnector(Path articles, Map<String, String> connector) {
        Map<String, String> whole = new TreeMap<>(connector);
        whole.put(ArticleSourceConfig.FOLDER, articles.toAbsolutePath().toString());
        whole.put(ArticleSourceConfig.TOPIC, "articles");
        whole.put(ArticleSourceConfig.REJECTED_TOPIC, "rejected");
        whole.put(ArticleSourceConfig.FILES_TOPIC, "files");
        whole.put(ArticleSourceConfig.FILES_BOOTSTRAP, "none:1");
        // Nothing is left out here: a null stands for a value that was complained of already.
        ArticleSourceConfig.mistakes(whole).stream()
                .filter(what -> !what.startsWith("Invalid value null"))
                .forEach(what -> mistakes.add("the file connector: " + what));
    }
}
