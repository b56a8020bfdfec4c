package kroniek.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The terminal: results go to standard output, everything else to standard error; both in UTF-8 whatever the locale.
 *
 * @param out results
 * @param err progress and complaints
 */
record Console(PrintStream out, PrintStream err) {

    /** The streams of this process. */
    static Console ofProcess() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** One line of progress. */
    void say(String line) {
        err.println(line);
    }
}
