package kroniek.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The port on the loopback address that an embedded broker is to take: the preferred one where it is free, else any. Kafka takes its port
 * seconds after it was chosen, and sends its own markers there meanwhile; so that two programs of a user never choose the same, whoever
 * considers the preferred one holds a lock until it is taken.
 */
final class PortChoice implements AutoCloseable {

    private final @Nullable FileChannel turn;
    private final int port;

    private PortChoice(@Nullable FileChannel turn, int port) {
        this.turn = turn;
        this.port = port;
    }

    /** Chooses; the choice stands until it is closed. */
    static PortChoice of(int preferred) {
        FileChannel turn = turn(preferred);
        return new PortChoice(turn, turn != null && isFree(preferred) ? preferred : free());
    }

    /** The lock, or null where another program is choosing or cannot be kept from it. */
    private static @Nullable FileChannel turn(int port) {
        Path file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "kroniek-%s-port-%d".formatted(System.getProperty("user.name"), port));
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException anotherUsers) {
            return null;
        }
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (IOException | OverlappingFileLockException taken) {
            // As where tryLock says so.
        }
        close(channel);
        return null;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Any port that is free now.
     *
     * @throws UserError if there is none
     */
    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UserError("no free port on the loopback address (" + e.getMessage() + ")", e);
        }
    }

    int port() {
        return port;
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UserError("a lock cannot be given back: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (turn != null) {
            close(turn);
        }
    }
}
