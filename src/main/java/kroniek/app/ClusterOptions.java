package kroniek.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that needs Kafka. */
final class ClusterOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "data directory of the embedded broker and the state (default: .kroniek)")
    private @Nullable String data;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "LIST",
            description = "host:port,… of a cluster; without it an embedded broker is used")
    private @Nullable String bootstrapServers;

    @Option(names = "--config", paramLabel = "FILE", description = "settings file, see config/kroniek.properties")
    private @Nullable Path config;

    @Option(
            names = "--prefix",
            paramLabel = "P",
            description = "what topics, application id and Connect ids begin with (default: kroniek)")
    private @Nullable String prefix;

    /** The settings that these options and the command's own make. */
    Settings settings(Map<String, @Nullable String> own) {
        Map<String, String> options = new HashMap<>();
        put(options, Settings.DATA, data);
        put(options, Settings.BOOTSTRAP, bootstrapServers);
        put(options, Settings.PREFIX, prefix);
        own.forEach((key, value) -> put(options, key, value));
        return Settings.of(config, System.getenv(), options);
    }

    private static void put(Map<String, String> options, String key, @Nullable String value) {
        if (value != null) {
            options.put(key, value);
        }
    }
}
