package kroniek.app;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting of the program's own. {@code config/kroniek.properties} says what each means; a test holds that file, {@code docs/settings.md} and this list
 * together.
 *
 * @param key its name in the settings file
 * @param option the option of {@code ./kroniek run} for it; null where there is none
 * @param otherwise what holds where nothing is said, as the settings file shows it; empty where that is nothing
 */
record Setting(String key, @Nullable String option, String otherwise) {

    private static final String ENVIRONMENT = "KRONIEK_";

    /** All of them, as the settings file has them. */
    static final List<Setting> ALL = List.of(
            new Setting(Settings.ARTICLES, "--articles", "samples"),
            new Setting(Settings.AFTER_PUBLISHING, "--after-publishing", "keep"),
            new Setting(Settings.ARCHIVE, "--archive", ""),
            new Setting(Settings.REJECTED, "--rejected", ""),
            new Setting(Settings.AFTER_VANISHING, "--after-vanishing", "keep"),
            new Setting(Settings.ACTORS, "--actors", "config/actors"),
            new Setting(Settings.DATA, "--data", ".kroniek"),
            new Setting(Settings.HTTP, "--http", "127.0.0.1:8080"),
            new Setting(Settings.HTTP_PORT, null, ""),
            new Setting(Settings.WRITE_TOKEN_FILE, null, ""),
            new Setting(Settings.WRITE_LOOPBACK, null, "false"),
            new Setting(Settings.WRITE_RATE, null, "100"),
            new Setting(Settings.BOOTSTRAP, "--bootstrap-servers", ""),
            new Setting(Settings.PREFIX, "--prefix", "kroniek"),
            new Setting(Settings.PARTITIONS, null, ""),
            new Setting(Settings.REPLICATION, null, ""));

    /** The names of all of them. */
    static final List<String> KEYS = ALL.stream().map(Setting::key).toList();

    /** The variable of the environment that says the same: {@code KRONIEK_HTTP_PORT} for {@code http.port}. */
    String variable() {
        return variable(key);
    }

    /** The variable for a setting that is passed on: {@code KRONIEK_STREAMS_NUM_STREAM_THREADS}. */
    static String variable(String key) {
        return ENVIRONMENT + key.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    /** The setting that a variable of this program names. A variable has no dots, so every underscore stands for one. */
    static String key(String variable) {
        return variable.substring(ENVIRONMENT.length()).toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** Whether a variable is meant for this program's settings: not for the log, nor for the script that starts it. */
    static boolean isVariable(String name) {
        return name.startsWith(ENVIRONMENT)
                && !List.of("KRONIEK_LOG", "KRONIEK_JAVA_OPTS").contains(name);
    }
}
