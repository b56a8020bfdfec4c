package kroniek.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kroniek.article.InputForm;
import org.jspecify.annotations.Nullable;

/**
 * One look at everything below the watched folder. Symbolic links are never followed, so there are no loops and nothing outside the
 * folder is read; one that bears the name of an article or leads to a folder is found with a fault, so that nobody misses it silently.
 */
final class FolderScan extends SimpleFileVisitor<Path> {

    private static final char UNDECODABLE = '\uFFFD';

    private final Path folder;
    private final int prefix;
    private final Consumer<Path> entering;
    private final BooleanSupplier stopped;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<String> unlisted = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();

    private FolderScan(Path folder, Consumer<Path> entering, BooleanSupplier stopped) {
        this.folder = folder;
        this.entering = entering;
        this.prefix = folder.toString().length() + (folder.getParent() == null ? 0 : 1);
        this.stopped = stopped;
    }

    /**
     * Scans the folder.
     *
     * @param folder absolute and real
     * @param entering told of every folder before it is listed
     * @param stopped asked at every file; once true, the scan breaks off and finds nothing
     * @throws IOException if the folder itself cannot be listed
     */
    static Found in(Path folder, Consumer<Path> entering, BooleanSupplier stopped) throws IOException {
        FolderScan scan = new FolderScan(folder, entering, stopped);
        Files.walkFileTree(folder, scan);
        return new Found(unambiguous(scan.files), scan.unlisted, scan.folders);
    }

    /**
     * Whether a file of exactly that name is there now. Also where a file system finds one under another spelling of its name (other
     * capitals, another composition of accents), the file is not there.
     *
     * @param folder the watched folder
     * @param path relative to it
     */
    static boolean isThere(Path folder, String path) {
        Path file = folder.resolve(path);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Path parent = folder;
        for (Path name : folder.relativize(file)) {
            if (!lists(parent, name.toString())) {
                return false;
            }
            parent = parent.resolve(name);
        }
        return true;
    }

    private static boolean lists(Path folder, String name) {
        try (Stream<Path> files = Files.list(folder)) {
            return isAmong(name, files.map(FolderScan::name));
        } catch (IOException | UncheckedIOException e) {
            return true; // nobody can tell, so nothing is taken for gone
        }
    }

    /** Whether one of the names that a folder lists is spelt exactly so. */
    static boolean isAmong(String name, Stream<String> listed) {
        return listed.anyMatch(name::equals);
    }

    /** In order, each path once: names that cannot be decoded may look the same. */
    private static List<FoundFile> unambiguous(List<FoundFile> files) {
        files.sort(Comparator.comparing(FoundFile::path).thenComparing(FoundFile::modified));
        List<FoundFile> found = new ArrayList<>(files.size());
        for (FoundFile file : files) {
            if (found.isEmpty() || !found.get(found.size() - 1).path().equals(file.path())) {
                found.add(file);
            }
        }
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        boolean skip = !directory.equals(folder) && InputForm.isTemporary(name(directory));
        if (skip) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        entering.accept(directory);
        folders.add(directory.equals(folder) ? "" : relative(directory));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (file.equals(folder)) {
            throw new NotDirectoryException(folder.toString());
        }
        if (stopped.getAsBoolean()) {
            return FileVisitResult.TERMINATE;
        }
        String name = name(file);
        Optional<InputForm> form = InputForm.of(name);
        if (!InputForm.isTemporary(name) && (form.isPresent() || leadsToFolder(file, attributes))) {
            add(file, form.orElse(null), attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean leadsToFolder(Path file, BasicFileAttributes attributes) {
        return attributes.isSymbolicLink() && Files.isDirectory(file);
    }

    private void add(Path file, @Nullable InputForm form, BasicFileAttributes attributes) {
        String path = relative(file);
        Instant modified = attributes.lastModifiedTime().toInstant();
        String fault = fault(path, attributes);
        files.add(
                fault == null
                        ? new FoundFile(path, form, attributes.size(), modified, null)
                        : new FoundFile(path, null, 0, modified, fault));
    }

    private static @Nullable String fault(String path, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "It is a symbolic link, and these are never followed: put the file or folder itself there.";
        }
        if (!attributes.isRegularFile()) {
            return "It is not a regular file: put a file of this name there, or rename it.";
        }
        if (path.indexOf(UNDECODABLE) >= 0) {
            return "Its name cannot be read in this program's character set: start it in a UTF-8 locale, or rename the"
                    + " file.";
        }
        return null;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
        if (file.equals(folder)) {
            throw e;
        }
        if (!(e instanceof NoSuchFileException) && !InputForm.isTemporary(name(file))) {
            unlisted(file, e);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
        if (e != null && directory.equals(folder)) {
            throw e;
        }
        if (e != null) {
            unlisted(directory, e);
        }
        return FileVisitResult.CONTINUE;
    }

    private void unlisted(Path file, IOException e) {
        String path = relative(file);
        unlisted.add(path);
        files.add(new FoundFile(path, null, 0, Instant.EPOCH, Faults.unreadable(e)));
    }

    private String relative(Path file) {
        String path = file.toString().substring(prefix);
        return folder.getFileSystem().getSeparator().equals("/") ? path : path.replace('\\', '/');
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /**
     * What a scan found.
     *
     * @param files by path, in code unit order
     * @param unlisted folders (or files) of which not even the attributes could be read: what lies below may be there or not
     * @param folders the folders that were looked into, the watched one as the empty path
     */
    record Found(List<FoundFile> files, List<String> unlisted, Set<String> folders) {

        /** Whether a path is certainly not there any more. */
        boolean isGone(String path) {
            if (file(path) != null || unlisted.stream().anyMatch(folder -> path.startsWith(folder + "/"))) {
                return false;
            }
            for (String parent = parent(path); !parent.isEmpty(); parent = parent(parent)) {
                FoundFile there = file(parent);
                if (there != null && there.fault() != null) {
                    return false; // a link now stands in the folder's place, and is not followed
                }
            }
            return true;
        }

        private @Nullable FoundFile file(String path) {
            FoundFile sought = new FoundFile(path, null, 0, Instant.EPOCH, null);
            int at = Collections.binarySearch(files, sought, Comparator.comparing(FoundFile::path));
            return at < 0 ? null : files.get(at);
        }

        /** The nearest folder above a path that is there still. */
        String folderOf(String path) {
            String parent = parent(path);
            while (!parent.isEmpty() && !folders.contains(parent)) {
                parent = parent(parent);
            }
            return parent;
        }

        /** The folder that a path is in; the empty path for what lies in the watched folder itself. */
        static String parent(String path) {
            int slash = path.lastIndexOf('/');
            return slash < 0 ? "" : path.substring(0, slash);
        }
    }
}
