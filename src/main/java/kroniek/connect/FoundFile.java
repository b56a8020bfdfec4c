package kroniek.connect;

import java.time.Instant;
import kroniek.article.InputForm;
import org.jspecify.annotations.Nullable;

/**
 * A file as the scan found it; also what cannot be read as a file but looks as if it should.
 *
 * @param path relative to the watched folder, with {@code /}
 * @param form what it contains; null where {@code fault} says why it cannot be read
 * @param size in bytes
 * @param modified its modification time
 * @param fault why it is no file to be read, for a person, or null
 */
record FoundFile(
        String path,
        @Nullable InputForm form,
        long size,
        Instant modified,
        @Nullable String fault) {}
