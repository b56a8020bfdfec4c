package kroniek.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import kroniek.article.InputForm;
import kroniek.article.Sha256;

/** What is kept of a file that is rejected as a whole: its first bytes as they lie on the disk, and the hash of all that can be read. */
final class FileSample {

    private final Sha256 hash = new Sha256();
    private byte[] head = {};

    private FileSample() {}

    /** The sample of something that cannot be opened. */
    static FileSample empty() {
        return new FileSample();
    }

    /**
     * Reads a file as far as it goes.
     *
     * @throws InterruptedIOException if the task stops meanwhile
     */
    static FileSample of(Path file, BooleanSupplier stopped) throws InterruptedIOException {
        FileSample sample = new FileSample();
        try (InputStream in = StoppableFile.open(file, stopped)) {
            sample.read(in);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return sample; // what could be read until then is the sample
        }
        return sample;
    }

    private void read(InputStream in) throws IOException {
        byte[] buffer = new byte[InputForm.KEPT_OF_REJECTED];
        int length = in.readNBytes(buffer, 0, buffer.length);
        head = Arrays.copyOf(buffer, length);
        while (length > 0) {
            hash.add(buffer, 0, length);
            length = in.readNBytes(buffer, 0, buffer.length);
        }
    }

    /** The first bytes, 64 KiB at most. Not copied. */
    byte[] head() {
        return head;
    }

    /** The hash of everything that could be read. */
    String sha256() {
        return hash.hex();
    }
}
