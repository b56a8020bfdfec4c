package kroniek.connect;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    /** The pause between two scans. */
    public static final String POLL_INTERVAL_MS = "poll.interval.ms";

    /** The most records in a batch. */
    public static final String BATCH_MAX_RECORDS = "batch.max.records";

    /** The most bytes in a batch. */
    public static final String BATCH_MAX_BYTES = "batch.max.bytes";

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
        List<String> mistakes = new ArrayList<>();
        for (ConfigValue value : validate(properties)) {
            mistakes.addAll(value.errorMessages());
        }
        if (!mistakes.isEmpty()) {
            throw new ConfigException("The article source cannot start:\n- " + String.join("\n- ", mistakes));
        }
        return new ArticleSourceConfig(new AbstractConfig(DEFINITION, properties, false));
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

    Duration minimumAge() {
        return Duration.ofMillis(values.getLong(MINIMUM_AGE_MS));
    }

    /**
     * How long a file must have been left alone, by the settings of a connector or else by default.
     *
     * @throws ConfigException if it is no number
     */
    public static Duration minimumAge(Map<String, String> properties) {
        Object millis = properties.containsKey(MINIMUM_AGE_MS)
                ? ConfigDef.parseType(MINIMUM_AGE_MS, properties.get(MINIMUM_AGE_MS), ConfigDef.Type.LONG)
                : DEFINITION.defaultValues().get(MINIMUM_AGE_MS);
        return Duration.ofMillis((Long) Objects.requireNonNull(millis));
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
                        MINIMUM_AGE_MS,
                        ConfigDef.Type.LONG,
                        1000L,
                        Range.between(0, 86_400_000),
                        Importance.MEDIUM,
                        "How long, in milliseconds, a file must not have been modified before it is read, so that one"
                                + " that is being written waits. At least as long as the file system's clock is coarse"
                                + " (2000 on FAT).")
                .define(
                        POLL_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        500L,
                        Range.between(1, 60_000),
                        Importance.MEDIUM,
                        "The pause, in milliseconds, between two scans of the folder; where a scan takes long, the"
                                + " pause is four times as long as the scan took.")
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

    private static void checkTopic(String name, @Nullable Object value) {
        if (value == null || !TOPIC_NAME.matcher(value.toString()).matches()) {
            throw new ConfigException(name, value, "It must be 1 to 249 of the characters a-z A-Z 0-9 . _ -");
        }
    }
}
