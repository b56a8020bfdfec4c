package kroniek.connect;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import kroniek.article.Format;

/**
 * Opens files, with all that a reading needs to know of what was read and rejected before.
 *
 * @param records makes the records
 * @param states how far each file was read
 * @param rejected what stands in the topic of rejections
 * @param owners which file each id came from
 * @param stopped whether the task stops
 */
record Reader(
        SourceRecords records, FileStates states, RejectedFiles rejected, IdOwners owners, BooleanSupplier stopped) {

    /** Begins to read a file that has a form. */
    FileReading open(FoundFile found) {
        OpenFile file = new OpenFile(found, Objects.requireNonNull(found.form()), location(found), stopped);
        return file.form().format() == Format.TEXT ? new TextReading(file, this) : new LinesReading(file, this);
    }

    /** Where a file lies. */
    Path location(FoundFile found) {
        return records.folder().resolve(found.path());
    }
}
