package kroniek.connect;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** The bytes of a file, until the task is told to stop: then reading ends with an {@link InterruptedIOException}. */
final class StoppableFile extends FilterInputStream {

    private final BooleanSupplier stopped;

    private StoppableFile(InputStream in, BooleanSupplier stopped) {
        super(in);
        this.stopped = stopped;
    }

    /** Opens a file that is no symbolic link. */
    static StoppableFile open(Path file, BooleanSupplier stopped) throws IOException {
        return new StoppableFile(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS), stopped);
    }

    @Override
    public int read() throws IOException {
        goOn();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        goOn();
        return super.read(bytes, offset, length);
    }

    private void goOn() throws InterruptedIOException {
        if (stopped.getAsBoolean()) {
            throw new InterruptedIOException("the task stops");
        }
    }
}
