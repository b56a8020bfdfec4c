package kroniek.connect;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/** One file being read, record by record, from where it was left the last time. */
interface FileReading extends Closeable {

    /**
     * The next record that is new, or null at the end.
     *
     * @throws InterruptedIOException if the task stops
     * @throws IOException if the file cannot be read (on); what was read before that has been returned
     */
    @Nullable
    FileRecord next() throws IOException;

    /** After the end: whether the file was the same during all the reading. If not, it is looked at again. */
    boolean settled();
}
