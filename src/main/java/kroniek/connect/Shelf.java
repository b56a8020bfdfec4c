package kroniek.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.function.BooleanSupplier;
import kroniek.article.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A folder outside the watched one into which files are moved or copied. Nothing that lies there is ever overwritten: a name that is taken
 * by something else gets a number. A file whose very bytes lie there already is not put there twice, so that whatever a crash interrupted
 * can simply be done again.
 *
 * @param root where everything goes, absolute; must be there
 * @param watched the watched folder, real
 * @param stopped whether the task stops
 */
record Shelf(Path root, Path watched, BooleanSupplier stopped) {

    /** What most file systems take. */
    private static final int LONGEST_NAME = 255;

    private static final int BUFFER = 1 << 20;

    /** What has to hold still while a file is moved. */
    interface Guard {

        /** Throws a {@link ChangedException} if the file is not what is to be moved any more. */
        void check() throws IOException;
    }

    /** The file is another one than was published. */
    static final class ChangedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Moves a file to a place below the folder. Within a file system it is linked there and then unlinked here, which never overwrites; to
     * another one it is copied, written through to the disk, and then deleted here.
     *
     * @param source a regular file
     * @param place where it should lie, relative to the folder
     * @param guard asked again before the file leaves its place
     * @return where it lies now
     * @throws ChangedException if the guard says so; then the file lies where it lay
     */
    Path move(Path source, Path place, Guard guard) throws IOException {
        Path directory = directory(place);
        for (int number = 1; ; number++) {
            Path target = directory.resolve(name(place, number, ""));
            boolean there = holds(target, source);
            if (there || put(source, target, place)) {
                leave(source, guard, there ? null : target);
                return target;
            }
        }
    }

    private static void leave(Path source, Guard guard, @Nullable Path put) throws IOException {
        try {
            guard.check();
        } catch (ChangedException e) {
            if (put != null) {
                Files.delete(put);
            }
            throw e;
        }
        Files.delete(source);
    }

    /**
     * Copies a file, with a text beside it that ends in {@code suffix}.
     *
     * @param source a regular file, or one that cannot be read: then only the text is written
     * @return where the copy, or else the text, lies
     */
    Path copy(Path source, boolean readable, Path place, String suffix, String text) throws IOException {
        Path directory = directory(place);
        byte[] beside = text.getBytes(StandardCharsets.UTF_8);
        for (int number = 1; ; number++) {
            Path target = directory.resolve(name(place, number, suffix));
            Path note = directory.resolve(target.getFileName() + suffix);
            boolean free = !Files.exists(note, LinkOption.NOFOLLOW_LINKS) || says(note, beside);
            if (free && (!readable || holds(target, source) || copied(source, target, place))) {
                if (!says(note, beside)) {
                    Files.write(note, beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                }
                return readable ? target : note;
            }
        }
    }

    private static boolean says(Path note, byte[] text) throws IOException {
        return Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)
                && Files.size(note) == text.length
                && ByteBuffer.wrap(Files.readAllBytes(note)).equals(ByteBuffer.wrap(text));
    }

    private Path directory(Path place) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NoSuchFileException(root.toString(), null, "the folder is not there");
        }
        Path parent = root.resolve(place).getParent();
        Path directory = Files.createDirectories(parent == null ? root : parent).toRealPath();
        if (directory.startsWith(watched)) {
            throw new NotDirectoryException(directory + " leads back into the watched folder");
        }
        return directory;
    }

    /** The name of a file: as it was, then with {@code -2}, {@code -3} before its ending, shortened where it would be too long. */
    static String name(Path place, int number, String suffix) {
        String name = String.valueOf(place.getFileName());
        int dot = name.indexOf('.', 1);
        String stem = dot < 0 ? name : name.substring(0, dot);
        String ending = (number == 1 ? "" : "-" + number) + (dot < 0 ? "" : name.substring(dot));
        while (!stem.isEmpty() && bytes(stem + ending + suffix) > LONGEST_NAME) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem + ending;
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Whether the very bytes of a file lie there already. */
    private static boolean holds(Path target, Path source) throws IOException {
        return Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS)
                && (Files.isSameFile(target, source)
                        || (Files.size(target) == Files.size(source) && Files.mismatch(target, source) < 0));
    }

    /** Puts a file under a name; false if something has that name. */
    private boolean put(Path source, Path target, Path place) throws IOException {
        try {
            Files.createLink(target, source);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return copied(source, target, place); // another file system, or one without hard links
        }
    }

    private boolean copied(Path source, Path target, Path place) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        // The name is this file's own, so what lies there is left over from a try that was broken off.
        String own = ".kroniek-"
                + Sha256.of(place.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        Path part = target.resolveSibling(own + ".part");
        try {
            write(source, part);
            boolean named = named(part, target);
            if (named) {
                writeThrough(target.getParent());
            }
            return named;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Sees to it that a name outlives a power failure, before the file leaves the place where it was. */
    private static void writeThrough(@Nullable Path directory) throws IOException {
        if (directory == null) {
            return;
        }
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException notHere) {
            return; // a system where a directory cannot be opened, and keeps its names by itself
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static boolean named(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException | UnsupportedOperationException e) {
            return moved(part, target);
        }
        return true;
    }

    /** Where there are no hard links: looks whether the name is taken, and then renames. */
    private static boolean moved(Path part, Path target) throws IOException {
        try {
            Files.move(part, target);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        return true;
    }

    private void write(Path source, Path part) throws IOException {
        FileTime modified = Files.getLastModifiedTime(source, LinkOption.NOFOLLOW_LINKS);
        Files.deleteIfExists(part);
        try (InputStream in = StoppableFile.open(source, stopped);
                FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        Files.setLastModifiedTime(part, modified);
    }
}
