package kroniek.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import kroniek.connect.AfterPublishing.Wish;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** The settings of the connector, checked: those of its own, beside those that every Connect source has. */
public final class ArticleSourceConfig {

    /** The folder to watch. */
    public static final String FOLDER = "folder";

    /** The topic of raw articles. */
    public static final String TOPIC = "topic";

    /** The topic of rejections. */
    public static final String REJECTED_TOPIC = "rejected.topic";

    /** How long a file must have been left alone. */
    public static final String MINIMUM_AGE_MS = "minimum.age.ms";

    /** The same where it is in doubt whether the file is whole. */
    public static final String DOUBTFUL_AGE_MS = "doubtful.age.ms";

    /** The pause between two scans. */
    public static final String POLL_INTERVAL_MS = "poll.interval.ms";

    /** The most records in a batch. */
    public static final String BATCH_MAX_RECORDS = "batch.max.records";

    /** The most bytes in a batch. */
    public static final String BATCH_MAX_BYTES = "batch.max.bytes";

    /** The topic of files. */
    public static final String FILES_TOPIC = "files.topic";

    /** A name for whose files they are, where several connectors write to one topic of files. */
    public static final String FILES_OWNER = "files.owner";

    /** What the settings of the consumer that reads topics back begin with. */
    public static final String FILES_CONSUMER = "files.consumer.";

    /** Where that consumer finds Kafka. */
    public static final String FILES_BOOTSTRAP = FILES_CONSUMER + "bootstrap.servers";

    /** What is done with a published file. */
    public static final String AFTER_PUBLISHING = "after.publishing";

    /** Where published files are moved to. */
    public static final String ARCHIVE_FOLDER = "archive.folder";

    /** Where rejected files are copied to. */
    public static final String REJECTED_FOLDER = "rejected.folder";

    /** What is done with the articles of a file that vanished. */
    public static final String AFTER_VANISHING = "after.vanishing";

    /** The articles of a file that vanished stay. */
    static final String KEEP = "keep";

    /** The articles of a file that vanished are withdrawn. */
    static final String WITHDRAW = "withdraw";

    private static final Pattern TOPIC_NAME = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");

    /** The settings that Connect itself knows, so that a slip of the pen in one of ours is not taken for one of them. */
    private static final Set<String> OF_CONNECT = Set.of(
            "name",
            "connector.class",
            "connector.plugin.version",
            "tasks.max",
            "tasks.max.enforce",
            "task.class",
            "config.action.reload",
            "transforms",
            "predicates",
            "exactly.once.support",
            "offsets.storage.topic");

    private static final List<String> PREFIXES_OF_CONNECT = List.of(
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms.",
            "predicates.",
            "errors.",
            "topic.creation.",
            "transaction.boundary",
            "producer.override.",
            "consumer.override.",
            "admin.override.");

    /** What every setting means and may be. */
    static final ConfigDef DEFINITION = definition();

    private final AbstractConfig values;

    private ArticleSourceConfig(AbstractConfig values) {
        this.values = values;
    }

    /**
     * The settings in a connector's configuration.
     *
     * @throws ConfigException that names every mistake, one a line
     */
    static ArticleSourceConfig of(Map<String, String> properties) {
        List<String> mistakes = mistakes(properties);
        if (!mistakes.isEmpty()) {
            throw new ConfigException("The article source cannot start:\n- " + String.join("\n- ", mistakes));
        }
        return new ArticleSourceConfig(new AbstractConfig(DEFINITION, properties, false));
    }

    /** What is wrong with a connector's configuration, in words for a person; empty where nothing is. */
    public static List<String> mistakes(Map<String, String> properties) {
        List<String> mistakes = new ArrayList<>();
        for (ConfigValue value : validate(properties)) {
            mistakes.addAll(value.errorMessages());
        }
        return mistakes;
    }

    /** Every setting of this connector, and every unknown one, with its mistakes. */
    static List<ConfigValue> validate(Map<String, String> properties) {
        List<ConfigValue> values = new ArrayList<>(DEFINITION.validate(properties));
        String topic = properties.get(TOPIC);
        for (ConfigValue value : values) {
            if (value.name().equals(REJECTED_TOPIC) && topic != null && topic.equals(value.value())) {
                value.addErrorMessage("rejected.topic and topic are both " + topic + ": articles and rejections need"
                        + " a topic each");
            }
            if (value.name().equals(FILES_TOPIC)
                    && value.value() != null
                    && (value.value().equals(topic) || value.value().equals(properties.get(REJECTED_TOPIC)))) {
                value.addErrorMessage("files.topic is " + value.value() + ", which another setting has: files need a"
                        + " topic of their own");
            }
            Places.mistake(value.name(), properties).ifPresent(value::addErrorMessage);
        }
        for (String name : new TreeSet<>(properties.keySet())) {
            if (!isKnown(name)) {
                values.add(new ConfigValue(name, properties.get(name), List.of(), List.of(unknown(name))));
            }
        }
        return values;
    }

    private static boolean isKnown(String name) {
        return DEFINITION.names().contains(name)
                || OF_CONNECT.contains(name)
                || name.startsWith(FILES_CONSUMER)
                || PREFIXES_OF_CONNECT.stream().anyMatch(name::startsWith);
    }

    private static String unknown(String name) {
        return "There is no setting " + name + "; besides Connect's own there are "
                + String.join(", ", new TreeSet<>(DEFINITION.names()));
    }

    /** The watched folder, absolute. */
    Path folder() {
        return Path.of(values.getString(FOLDER));
    }

    String topic() {
        return values.getString(TOPIC);
    }

    String rejectedTopic() {
        return values.getString(REJECTED_TOPIC);
    }

    String filesTopic() {
        return values.getString(FILES_TOPIC);
    }

    /** The connector's own name. */
    String name() {
        return String.valueOf(values.originals().getOrDefault("name", ""));
    }

    /** Whose files they are: the connector's name where nothing else is said. */
    String filesOwner() {
        String owner = values.getString(FILES_OWNER);
        return owner.isEmpty() ? name() : owner;
    }

    /** Settings of the consumer that reads topics back. */
    Map<String, Object> filesConsumer() {
        return values.originalsWithPrefix(FILES_CONSUMER);
    }

    /** Whether the articles of a file that vanishes are withdrawn. */
    boolean withdraws() {
        return values.getString(AFTER_VANISHING).equals(WITHDRAW);
    }

    /**
     * What is done with files; makes the folders that are missing.
     *
     * @param folder the watched folder, real
     * @throws org.apache.kafka.connect.errors.ConnectException if a folder cannot be used
     */
    AfterPublishing afterPublishing(Path folder, BooleanSupplier stopped, Clock clock) {
        Wish wish = Wish.of(values.getString(AFTER_PUBLISHING));
        boolean moves = wish == Wish.MOVE || wish == Wish.MOVE_BY_DATE;
        return new AfterPublishing(
                folder,
                wish,
                moves ? shelf(ARCHIVE_FOLDER, folder, stopped) : null,
                shelf(REJECTED_FOLDER, folder, stopped),
                clock);
    }

    private @Nullable Shelf shelf(String name, Path folder, BooleanSupplier stopped) {
        String value = values.getString(name);
        return value.isEmpty() ? null : new Shelf(Places.made(name, Path.of(value), folder), folder, stopped);
    }

    /** When a file may be read. What is moved or deleted afterwards must be whole beyond doubt. */
    Quiet quiet() {
        boolean stays = values.getString(AFTER_PUBLISHING).equals(Wish.KEEP.code());
        return new Quiet(stays ? Duration.ofMillis(values.getLong(MINIMUM_AGE_MS)) : doubtfulAge(), doubtfulAge());
    }

    /** How long a file of which something is in doubt must have been left alone, or be missing. */
    Duration doubtfulAge() {
        return Duration.ofMillis(Math.max(values.getLong(MINIMUM_AGE_MS), values.getLong(DOUBTFUL_AGE_MS)));
    }

    /**
     * How long a file must have been left alone so that it is read for certain, by the settings of a connector or else by default.
     *
     * @throws ConfigException if that is no number
     */
    public static Duration certainAge(Map<String, String> properties) {
        return Duration.ofMillis(Math.max(millis(MINIMUM_AGE_MS, properties), millis(DOUBTFUL_AGE_MS, properties)));
    }

    private static long millis(String name, Map<String, String> properties) {
        Object millis = properties.containsKey(name)
                ? ConfigDef.parseType(name, properties.get(name), ConfigDef.Type.LONG)
                : DEFINITION.defaultValues().get(name);
        return (Long) Objects.requireNonNull(millis);
    }

    Duration pollInterval() {
        return Duration.ofMillis(values.getLong(POLL_INTERVAL_MS));
    }

    /** An empty batch within the limits. */
    Batch batch() {
        return new Batch(values.getInt(BATCH_MAX_RECORDS), values.getLong(BATCH_MAX_BYTES));
    }

    private static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        FOLDER,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(ArticleSourceConfig::checkFolder, () -> "an absolute path"),
                        Importance.HIGH,
                        "The folder whose articles are published, with everything below it: .txt is one article,"
                                + " .jsonl one a line, .gz either of them compressed. An absolute path on the machine that"
                                + " runs the task. Hidden and temporary files (.tmp, .part, ~) are left alone, symbolic"
                                + " links are not followed.")
                .define(
                        TOPIC,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(ArticleSourceConfig::checkTopic, () -> "a topic name"),
                        Importance.HIGH,
                        "The topic of raw articles: key article id, value the article's bytes as found.")
                .define(
                        REJECTED_TOPIC,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(ArticleSourceConfig::checkTopic, () -> "a topic name"),
                        Importance.HIGH,
                        "The topic for files and lines that yield no article: unreadable, over 16 MiB, broken gzip. "
                                + "Another one than topic.")
                .define(
                        FILES_TOPIC,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(ArticleSourceConfig::checkTopic, () -> "a topic name"),
                        Importance.HIGH,
                        "The topic that says of every file where it stands: key path, a table. Read back at start, to"
                                + " notice what vanished meanwhile.")
                .define(
                        FILES_BOOTSTRAP,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "The same Kafka as the worker's, for the consumer that reads back. Whatever else begins with "
                                + FILES_CONSUMER + " is a setting of that consumer, such as security.protocol.")
                .define(
                        FILES_OWNER,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with((name, value) -> {}, () -> "any name"),
                        Importance.LOW,
                        "Whose files they are, by a name that no other connector has that writes to the same topic of"
                                + " files. Empty: the connector's own name.")
                .define(
                        AFTER_PUBLISHING,
                        ConfigDef.Type.STRING,
                        Wish.KEEP.code(),
                        ConfigDef.ValidString.in(
                                Arrays.stream(Wish.values()).map(Wish::code).toArray(String[]::new)),
                        Importance.MEDIUM,
                        "What is done with a file once everything in it is committed, never before: keep, move (to"
                                + " archive.folder, under its path), move-by-date (under the day of publication and its"
                                + " path) or delete. A file that is rejected, or has a rejected line, stays.")
                .define(
                        ARCHIVE_FOLDER,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(ArticleSourceConfig::checkTarget, () -> "an absolute path"),
                        Importance.MEDIUM,
                        "Where published files are moved to: a folder outside the watched one, neither of them within"
                                + " the other. Nothing that lies there is overwritten.")
                .define(
                        REJECTED_FOLDER,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.LambdaValidator.with(ArticleSourceConfig::checkTarget, () -> "an absolute path"),
                        Importance.MEDIUM,
                        "Where rejected files are copied to, each with a text that says why; outside the watched folder."
                                + " Empty: they are not copied.")
                .define(
                        AFTER_VANISHING,
                        ConfigDef.Type.STRING,
                        KEEP,
                        ConfigDef.ValidString.in(KEEP, WITHDRAW),
                        Importance.MEDIUM,
                        "What is done with the articles of a file that vanishes by somebody else: keep, or withdraw"
                                + " (those that no other file has published since). Never done for a folder that vanishes"
                                + " as a whole, nor below one in which nothing is left.")
                .define(
                        MINIMUM_AGE_MS,
                        ConfigDef.Type.LONG,
                        250L,
                        Range.between(0, 86_400_000),
                        Importance.MEDIUM,
                        "How long, in milliseconds, a file must not have been modified before it is read, so that one"
                                + " that is being written waits.")
                .define(
                        DOUBTFUL_AGE_MS,
                        ConfigDef.Type.LONG,
                        1000L,
                        Range.between(0, 86_400_000),
                        Importance.MEDIUM,
                        "The same for a file that may not be whole: one that was written on while it waited, that is empty or"
                                + " has a multiple of 4096 bytes, as where a program writes piece by piece, or whose time"
                                + " of modification has no fraction of a second; and for every file that is to be moved or"
                                + " deleted. At least as long as the file system's clock is coarse (2000 on FAT). Also how"
                                + " long a file must be missing before it is taken for gone.")
                .define(
                        POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        500L,
                        Range.between(1, 60_000),
                        Importance.MEDIUM,
                        "The longest pause, in milliseconds, between two scans of the folder: one is made at once where"
                                + " the operating system says that something is new. Where a scan takes long, the pause"
                                + " is four times as long as the scan took.")
                .define(
                        BATCH_MAX_RECORDS,
                        ConfigDef.Type.INT,
                        1000,
                        Range.between(1, 100_000),
                        Importance.LOW,
                        "The most records handed to Connect at once: the size of a transaction.")
                .define(
                        BATCH_MAX_BYTES,
                        ConfigDef.Type.LONG,
                        8L * 1024 * 1024,
                        Range.between(1, 1024 * 1024 * 1024),
                        Importance.LOW,
                        "The most bytes handed to Connect at once; one larger article still goes, alone.");
    }

    private static void checkFolder(String name, @Nullable Object value) {
        try {
            if (value == null || !Path.of(value.toString()).isAbsolute()) {
                throw new ConfigException(name, value, "It must be an absolute path");
            }
        } catch (InvalidPathException e) {
            throw new ConfigException(name, value, "It is no path: " + e.getReason());
        }
    }

    private static void checkTarget(String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            checkFolder(name, value);
        }
    }

    private static void checkTopic(String name, @Nullable Object value) {
        if (value == null || !TOPIC_NAME.matcher(value.toString()).matches()) {
            throw new ConfigException(name, value, "It must be 1 to 249 of the characters a-z A-Z 0-9 . _ -");
        }
    }
}
