package kroniek.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one running program keeps what must survive it: the embedded broker's log, the streams' state, the names under
 * which it comes back. Locked while in use.
 */
final class DataDirectory implements AutoCloseable {

    private static final String KAFKA = "kafka";

    /** {@link #isInUse} can only look by taking the lock for a moment; whoever starts just then waits for it. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private final Path root;
    private final FileChannel channel;

    private DataDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the directory where it is missing, and takes it.
     *
     * @throws UserError if another program has it, or it cannot be written
     */
    static DataDirectory open(Path root) {
        Path lockFile = root.resolve("lock");
        FileChannel channel;
        try {
            Files.createDirectories(root);
            channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UserError(
                    "the data directory " + root + " cannot be used (" + e + "); give another one with --data", e);
        }
        try {
            if (!lockWithinAMoment(channel)) {
                String pid = Files.readString(lockFile).strip();
                channel.close();
                throw new UserError("another kroniek (process %s) is using %s; stop it, or give another --data"
                        .formatted(pid.isEmpty() ? "unknown" : pid, root));
            }
            // What a killed program left; by now another Kafka may listen there.
            Files.deleteIfExists(root.resolve("broker"));
            Files.deleteIfExists(root.resolve("page"));
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new UserError("the data directory " + root + " cannot be locked (" + e + ")", e);
        }
    }

    private static boolean lockWithinAMoment(FileChannel channel) throws IOException {
        long begun = System.nanoTime();
        boolean locked = lock(channel);
        while (!locked && System.nanoTime() - begun < MOMENT.toNanos()) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            locked = lock(channel);
        }
        return locked;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Whether a program has this directory now. */
    static boolean isInUse(Path root) {
        Path lockFile = root.resolve("lock");
        if (!Files.exists(lockFile)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            return !lock(channel);
        } catch (IOException e) {
            throw new UserError("cannot look at " + lockFile + " (" + e + ")", e);
        }
    }

    /** Where the program that has this directory, if any, says its broker listens. */
    static Optional<String> runningBroker(Path root) {
        return said(root.resolve("broker"));
    }

    /** Where the program that has this directory, if any, says its page is. */
    static Optional<String> runningPage(Path root) {
        return said(root.resolve("page"));
    }

    private static Optional<String> said(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UserError("cannot read " + file + " (" + e + ")", e);
        }
    }

    /** The embedded broker's log and metadata. */
    Path kafka() {
        return root.resolve(KAFKA);
    }

    /** Whether an embedded broker has ever run on the data directory. */
    static boolean holdsKafka(Path root) {
        return Files.isDirectory(root.resolve(KAFKA));
    }

    /** The streams' stores. */
    Path streams() {
        return root.resolve("streams");
    }

    /** A name for this instance that stays the same as long as the directory does. */
    String instanceId() {
        Path file = root.resolve("instance-id");
        try {
            if (!Files.exists(file)) {
                write(file, UUID.randomUUID().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UserError("cannot keep the instance id in " + file + " (" + e + ")", e);
        }
    }

    /** Writes where the broker listens, for the commands that look for a running program. */
    void announceBroker(String bootstrapServers) {
        announce("broker", bootstrapServers);
    }

    /** Writes where the page is, for the commands that ask a running program. */
    void announcePage(String address) {
        announce("page", address);
    }

    private void announce(String name, String where) {
        Path file = root.resolve(name);
        try {
            write(file, where);
        } catch (IOException e) {
            throw new UserError("cannot write " + file + " (" + e + ")", e);
        }
    }

    /** Written beside and moved, so that a reader never sees half a file. */
    private static void write(Path file, String content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(temporary, content + "\n");
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Gives the directory back. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(root.resolve("broker"));
            Files.deleteIfExists(root.resolve("page"));
            channel.close();
        } catch (IOException e) {
            throw new UserError("cannot give back " + root + " (" + e + ")", e);
        }
    }
}
