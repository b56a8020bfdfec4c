package kroniek.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of commands that read Dutch without Kafka. */
final class LanguageOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "settings file, see config/kroniek.properties")
    private @Nullable Path config;

    @Option(names = "--actors", paramLabel = "DIR", description = Settings.ACTORS_OPTION)
    private @Nullable String actors;

    /** The settings that these options make. */
    Settings settings() {
        return Settings.of(config, System.getenv(), actors == null ? Map.of() : Map.of(Settings.ACTORS, actors));
    }
}
