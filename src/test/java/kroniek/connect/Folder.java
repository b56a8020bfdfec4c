package kroniek.connect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** A watched folder in a test. Every write happens an hour before the test's now, a second later than the one before. */
record Folder(Path path, Clockwork clockwork) {

    /** Hands out modification times. */
    static final class Clockwork {
        private Instant next = TaskHarness.NOW.minus(Duration.ofHours(1));

        Instant tick() {
            next = next.plusSeconds(1);
            return next;
        }
    }

    static Folder at(Path path) {
        return new Folder(path, new Clockwork());
    }

    Path write(String name, String content) {
        return write(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] content) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            touch(name);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void touch(String name) {
        setModified(name, clockwork.tick());
    }

    void setModified(String name, Instant time) {
        try {
            Files.setLastModifiedTime(path.resolve(name), FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
