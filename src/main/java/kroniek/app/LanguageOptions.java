package kroniek.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that read Dutch without Kafka. */
final class LanguageOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "settings file, see config/kroniek.properties")
    private @Nullable Path config;

    @Mixin
    private final ActorsOption actors = new ActorsOption();

    /** The settings that these options make. */
    Settings settings() {
        return Settings.of(config, System.getenv(), actors.said());
    }
}
