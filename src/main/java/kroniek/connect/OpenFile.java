package kroniek.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.BooleanSupplier;
import kroniek.article.InputForm;

/**
 * A found file that is to be read.
 *
 * @param found what the scan says of it
 * @param form what it contains
 * @param location where it lies
 * @param stopped whether the task stops
 */
record OpenFile(FoundFile found, InputForm form, Path location, BooleanSupplier stopped) {

    /** Its content, decompressed, from the beginning. */
    InputStream content() throws IOException {
        InputStream file = StoppableFile.open(location, stopped);
        try {
            return form.content(file, found.size());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Whether it still is what the scan found. */
    boolean isAsFound() throws IOException {
        BasicFileAttributes now = Files.readAttributes(location, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return now.size() == found.size() && now.lastModifiedTime().toInstant().equals(found.modified());
    }
}
