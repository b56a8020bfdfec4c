package kroniek.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.runtime.distributed.DistributedConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings that are passed on to Kafka's own parts. Each is held to what that part knows, so that a slip of the pen, a value that is
 * none, or one that the program's promises rest on is refused before anything starts.
 */
enum PassedOn {
    /** For every client of Kafka, those of the commands that only look included: what all kinds of clients know. */
    KAFKA("kafka."),
    /** For Kafka Streams. */
    STREAMS("streams."),
    /** For the producers of Streams, of the connector, and the one that writes what is pushed. */
    PRODUCER("producer."),
    /** For the consumers of Streams, and the one that the connector reads topics back with. */
    CONSUMER("consumer."),
    /** For the embedded Connect worker. */
    CONNECT("connect."),
    /** For the file connector, which checks its settings itself. */
    CONNECTOR("connector.");

    private static final ConfigDef OF_PRODUCERS = ProducerConfig.configDef();
    private static final ConfigDef OF_CONSUMERS = ConsumerConfig.configDef();
    private static final ConfigDef OF_ADMINS = AdminClientConfig.configDef();
    private static final ConfigDef OF_STREAMS = StreamsConfig.configDef();

    /** What the program decides itself, since what it promises rests on it, or another setting says it. */
    private static final Set<String> OURS = Set.of(
            "bootstrap.servers",
            "application.id",
            "state.dir",
            "processing.guarantee",
            "processing.exception.handler",
            "production.exception.handler",
            "deserialization.exception.handler",
            "ensure.explicit.internal.resource.naming",
            "transactional.id",
            "enable.idempotence",
            "acks",
            "max.request.size",
            "partitioner.class",
            "partitioner.ignore.keys",
            "key.serializer",
            "value.serializer",
            "key.deserializer",
            "value.deserializer",
            "group.id",
            "group.instance.id",
            "group.protocol",
            "isolation.level",
            "auto.offset.reset",
            "enable.auto.commit",
            "exactly.once.source.support",
            "config.storage.topic",
            "offset.storage.topic",
            "status.storage.topic",
            "key.converter",
            "value.converter",
            "header.converter");

    private static final Pattern OF_STORAGE = Pattern.compile("(config|offset|status)\\.storage\\.(?!topic$).+");

    private final String beginning;

    PassedOn(String beginning) {
        this.beginning = beginning;
    }

    /** What such a setting begins with. */
    String beginning() {
        return beginning;
    }

    /** Which of them a setting is, if it is one. */
    static Optional<PassedOn> of(String key) {
        for (PassedOn kind : values()) {
            if (key.startsWith(kind.beginning)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Those of a kind among all settings, without what they begin with. */
    Map<String, String> in(Map<String, String> settings) {
        Map<String, String> found = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(beginning)) {
                found.put(key.substring(beginning.length()), value);
            }
        });
        return found;
    }

    /**
     * Looks for what is wrong with the settings of a kind, but for those of the file connector.
     *
     * @param settings without what they begin with
     * @param mistake is told of each, with the setting as it was said
     */
    void check(Map<String, String> settings, BiConsumer<String, String> mistake) {
        switch (this) {
            case KAFKA -> hold(beginning, settings, ofAll(), mistake);
            case STREAMS -> checkStreams(new TreeMap<>(settings), mistake);
            case PRODUCER -> hold(beginning, settings, OF_PRODUCERS, mistake);
            case CONSUMER -> hold(beginning, settings, OF_CONSUMERS, mistake);
            case CONNECT -> checkConnect(new TreeMap<>(settings), mistake);
            case CONNECTOR -> {}
        }
    }

    /** What producers, consumers and admin clients all know. */
    private static ConfigDef ofAll() {
        ConfigDef all = new ConfigDef();
        OF_ADMINS.configKeys().values().stream()
                .filter(key -> OF_PRODUCERS.names().contains(key.name)
                        && OF_CONSUMERS.names().contains(key.name))
                .forEach(all::define);
        return all;
    }

    private static final Set<String> FORGETS = Set.of("cleanup.policy", "retention.ms", "retention.bytes");

    private void checkStreams(Map<String, String> settings, BiConsumer<String, String> mistake) {
        for (String clients : List.of("main.consumer.", "restore.consumer.", "global.consumer.", "consumer.")) {
            hold(beginning + clients, taken(settings, clients), OF_CONSUMERS, mistake);
        }
        hold(beginning + "producer.", taken(settings, "producer."), OF_PRODUCERS, mistake);
        hold(beginning + "admin.", taken(settings, "admin."), OF_ADMINS, mistake);
        // Of topics the broker knows what there is; but what a changelog forgets is counted anew.
        taken(settings, "topic.").keySet().stream().filter(FORGETS::contains).forEach(name -> {
            String said = beginning + "topic." + name;
            mistake.accept(said, said + ": changelogs must keep whatever stands in a store; leave it out");
        });
        hold(beginning, settings, OF_STREAMS, mistake);
    }

    private void checkConnect(Map<String, String> settings, BiConsumer<String, String> mistake) {
        hold(beginning + "producer.", taken(settings, "producer."), OF_PRODUCERS, mistake);
        hold(beginning + "consumer.", taken(settings, "consumer."), OF_CONSUMERS, mistake);
        hold(beginning + "admin.", taken(settings, "admin."), OF_ADMINS, mistake);
        Map<String, String> ofWorker = new TreeMap<>(settings);
        ofWorker.keySet().removeIf(name -> OF_STORAGE.matcher(name).matches());
        checkNames(beginning, ofWorker, worker(Map.of()).values().keySet(), mistake);
        ofWorker.forEach((name, value) -> {
            try {
                worker(Map.of(name, value));
            } catch (ConfigException e) {
                mistake.accept(beginning + name, beginning + name + ": " + e.getMessage());
            }
        });
    }

    /** A worker's settings, with a stand-in for each that it must have. */
    private static DistributedConfig worker(Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(own);
        for (String needed : List.of(
                "bootstrap.servers",
                "group.id",
                "config.storage.topic",
                "offset.storage.topic",
                "status.storage.topic")) {
            settings.put(needed, "none:1");
        }
        settings.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
        settings.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        return new DistributedConfig(settings);
    }

    /** Takes the settings with such a beginning out of a map. */
    private static Map<String, String> taken(Map<String, String> settings, String beginning) {
        Map<String, String> found = new TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(beginning)) {
                found.put(key.substring(beginning.length()), value);
            }
        });
        found.keySet().forEach(key -> settings.remove(beginning + key));
        return found;
    }

    private static void hold(
            String beginning, Map<String, String> settings, ConfigDef known, BiConsumer<String, String> mistake) {
        checkNames(beginning, settings, known.names(), mistake);
        for (ConfigValue value : known.validate(settings)) {
            if (settings.containsKey(value.name()) && !OURS.contains(value.name())) {
                String key = beginning + value.name();
                // A second message would say that what is no value is none.
                value.errorMessages().stream().limit(1).forEach(what -> mistake.accept(key, key + ": " + what));
            }
        }
    }

    private static void checkNames(
            String beginning, Map<String, String> settings, Set<String> known, BiConsumer<String, String> mistake) {
        for (String name : settings.keySet()) {
            String key = beginning + name;
            if (OURS.contains(name)) {
                mistake.accept(
                        key,
                        key + " is not to be set: what the program promises rests on it, or another setting says it");
            } else if (!known.contains(name)) {
                List<String> whole = known.stream().map(one -> beginning + one).toList();
                mistake.accept(key, "there is no setting '%s'%s".formatted(key, Nearest.asked(key, whole)));
            }
        }
    }
}
