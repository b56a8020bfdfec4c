package kroniek.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of every command that reads Dutch: where the user's own actors are. */
final class ActorsOption {

    @Option(
            names = "--actors",
            paramLabel = "DIR",
            description = "folder of your own actors and names, *.tsv (default: config/actors beside the program)")
    private @Nullable String folder;

    /** What it says, by the key of the setting; empty where it was not given. */
    Map<String, String> said() {
        return folder == null ? Map.of() : Map.of(Settings.ACTORS, folder);
    }
}
