package kroniek.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.article.Format;
import kroniek.article.InputForm;
import kroniek.article.Line;
import kroniek.article.LineId;
import kroniek.article.LineReader;
import kroniek.article.Sha256;
import kroniek.domain.FileNote.Look;
import kroniek.topic.RawKey;
import org.jspecify.annotations.Nullable;

/**
 * What a folder holds by the rules of the file connector, read for itself: no offsets, no memory.
 *
 * @param files every file that may hold articles, by path: what it looks like, without a hash
 * @param articles by id, or by the name of the rejection where no article may have that id: the hash of the article's bytes, by the path of
 *     the file that holds it; of two versions in one file the last
 * @param faults by path, or by path and line: why it yields no article
 */
public record FolderArticles(
        SortedMap<String, Look> files,
        SortedMap<String, SortedMap<String, String>> articles,
        SortedMap<String, String> faults) {

    private static final char UNDECODABLE = '\uFFFD';

    /**
     * Reads everything below a folder.
     *
     * @throws IOException if the folder itself cannot be listed
     */
    public static FolderArticles in(Path folder) throws IOException {
        FolderArticles found = new FolderArticles(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        Path real = folder.toRealPath();
        Files.walkFileTree(real, found.new Visitor(real));
        return found;
    }

    /** Whether a file of this path is there, readable or not. */
    boolean holds(String path) {
        return files.containsKey(path);
    }

    private void read(Path file, String path, InputForm form) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
                InputStream content = form.content(bytes, Files.size(file))) {
            if (form.format() == Format.JSON) {
                readLines(content, path);
            } else {
                readText(content, path);
            }
        }
    }

    private void readText(InputStream content, String path) throws IOException {
        byte[] article = content.readNBytes(InputForm.LARGEST_ARTICLE + 1);
        if (article.length > InputForm.LARGEST_ARTICLE) {
            faults.put(path, "it is larger than %d bytes".formatted(InputForm.LARGEST_ARTICLE));
        } else {
            add(path, path, Sha256.of(article));
        }
    }

    private void readLines(InputStream content, String path) throws IOException {
        try (LineReader lines = new LineReader(content)) {
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.oversized()) {
                    faults.put(
                            path + "#" + line.shortHash(),
                            "a line larger than %d bytes".formatted(InputForm.LARGEST_ARTICLE));
                } else if (!line.isBlank()) {
                    add(LineId.of(line, path), path, line.sha256());
                }
            }
        }
    }

    private void add(String id, String path, String sha256) {
        articles.computeIfAbsent(RawKey.name(id), first -> new TreeMap<>()).put(path, sha256);
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path folder;

        Visitor(Path folder) {
            this.folder = folder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skip = !directory.equals(folder) && InputForm.isTemporary(name(directory));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            Optional<InputForm> form = InputForm.of(name(file));
            boolean linkedFolder = attributes.isSymbolicLink() && Files.isDirectory(file);
            if (InputForm.isTemporary(name(file)) || (form.isEmpty() && !linkedFolder)) {
                return FileVisitResult.CONTINUE;
            }
            files.put(
                    path(file),
                    new Look(attributes.size(), attributes.lastModifiedTime().toInstant(), null));
            String fault = fault(path(file), attributes);
            if (fault != null) {
                faults.put(path(file), fault);
            } else {
                form.ifPresent(known -> tryToRead(file, known));
            }
            return FileVisitResult.CONTINUE;
        }

        private static @Nullable String fault(String path, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                return "it is a symbolic link";
            }
            if (!attributes.isRegularFile()) {
                return "it is not a regular file";
            }
            return path.indexOf(UNDECODABLE) < 0 ? null : "its name cannot be read";
        }

        private void tryToRead(Path file, InputForm form) {
            String path = path(file);
            try {
                read(file, path, form);
            } catch (IOException e) {
                faults.put(path, "it cannot be read to its end (%s)".formatted(e));
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(folder)) {
                throw e;
            }
            if (!InputForm.isTemporary(name(file))) {
                files.put(path(file), new Look(0, Instant.EPOCH, null));
                faults.put(path(file), "it cannot be read (%s)".formatted(e));
            }
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            return folder.relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
        }

        private static String name(Path file) {
            Path name = file.getFileName();
            return name == null ? "" : name.toString();
        }
    }
}
