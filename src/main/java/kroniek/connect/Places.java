package kroniek.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kroniek.connect.AfterPublishing.Wish;
import org.apache.kafka.connect.errors.ConnectException;

/** Where the watched folder and the folders that files go to lie: none within another, whatever symbolic links lead there. */
final class Places {

    private Places() {}

    /** What is wrong with a setting beside the others, if anything; one that is wrong in itself is not looked at. */
    static Optional<String> mistake(String setting, Map<String, String> properties) {
        return switch (setting) {
            case ArticleSourceConfig.ARCHIVE_FOLDER ->
                archive(properties).or(() -> nested(setting, properties, properties.getOrDefault(setting, "")));
            case ArticleSourceConfig.REJECTED_FOLDER ->
                nested(setting, properties, properties.getOrDefault(setting, ""));
            case ArticleSourceConfig.AFTER_PUBLISHING -> skipping(properties);
            default -> Optional.empty();
        };
    }

    private static boolean wants(Map<String, String> properties, Wish wish) {
        return wish.code().equals(properties.get(ArticleSourceConfig.AFTER_PUBLISHING));
    }

    private static Optional<String> archive(Map<String, String> properties) {
        boolean moves = wants(properties, Wish.MOVE) || wants(properties, Wish.MOVE_BY_DATE);
        boolean named =
                !properties.getOrDefault(ArticleSourceConfig.ARCHIVE_FOLDER, "").isEmpty();
        if (moves && !named) {
            return Optional.of("after.publishing is " + properties.get(ArticleSourceConfig.AFTER_PUBLISHING)
                    + ", so archive.folder must say where to");
        }
        return named && !moves
                ? Optional.of("archive.folder is given, but nothing is moved there: set after.publishing to move or"
                        + " move-by-date, or leave archive.folder out")
                : Optional.empty();
    }

    /** A record that Connect skips is not committed, and then its file must not go. */
    private static Optional<String> skipping(Map<String, String> properties) {
        boolean touches =
                wants(properties, Wish.MOVE) || wants(properties, Wish.MOVE_BY_DATE) || wants(properties, Wish.DELETE);
        return touches && "all".equals(properties.get("errors.tolerance"))
                ? Optional.of("errors.tolerance=all lets Connect skip articles, so after.publishing can only be keep")
                : Optional.empty();
    }

    private static Optional<String> nested(String setting, Map<String, String> properties, String value) {
        String folder = properties.getOrDefault(ArticleSourceConfig.FOLDER, "");
        try {
            Path target = Path.of(value);
            Path watched = Path.of(folder);
            return target.isAbsolute() && watched.isAbsolute()
                    ? nested(setting, real(target), real(watched))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // said where paths are checked
        }
    }

    private static Optional<String> nested(String setting, Path target, Path watched) {
        if (target.startsWith(watched)) {
            return Optional.of(setting + " (" + target + ") lies in the watched folder (" + watched
                    + "), so that what is put there would be read again: name a folder outside it");
        }
        return watched.startsWith(target)
                ? Optional.of("the watched folder (" + watched + ") lies in " + setting + " (" + target
                        + "), so that what is put there might be read again: name a folder beside it")
                : Optional.empty();
    }

    /** Where a path really leads, as far as it is there. */
    private static Path real(Path path) {
        Path normal = path.normalize();
        Path there = normal;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            return there.toRealPath().resolve(there.relativize(normal));
        } catch (IOException e) {
            return normal; // it has just gone; said when it is used
        }
    }

    /**
     * A folder that files go to, made if it is missing.
     *
     * @param watched the watched folder, real
     * @throws ConnectException if it cannot be used
     */
    static Path made(String setting, Path target, Path watched) {
        try {
            Files.createDirectories(real(target));
            Path made = target.toRealPath();
            nested(setting, made, watched).ifPresent(mistake -> {
                throw new ConnectException(mistake);
            });
            if (!Files.isWritable(made)) {
                throw new ConnectException("The folder " + made + " (setting " + setting
                        + ") cannot be written to: give the program's user the right to.");
            }
            return made;
        } catch (IOException e) {
            throw new ConnectException(
                    "The folder " + target + " (setting " + setting + ") can neither be found nor made ("
                            + Faults.message(e) + ").",
                    e);
        }
    }
}
