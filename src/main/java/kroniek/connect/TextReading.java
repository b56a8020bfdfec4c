package kroniek.connect;

import java.io.IOException;
import java.io.InputStream;
import kroniek.article.Format;
import kroniek.article.InputForm;
import kroniek.article.Sha256;
import org.jspecify.annotations.Nullable;

/** A file that is one article: published as a whole if its content is not what was published last. */
final class TextReading implements FileReading {

    private final OpenFile file;
    private final Reader reader;
    private boolean read;
    private boolean settled;

    TextReading(OpenFile file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    @Override
    public @Nullable FileRecord next() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        byte[] bytes = bytes();
        settled = file.isAsFound();
        return settled ? published(bytes) : null;
    }

    private byte[] bytes() throws IOException {
        if (!file.form().gzip() && file.found().size() > InputForm.LARGEST_ARTICLE) {
            throw new Faults.TooLarge();
        }
        try (InputStream content = file.content()) {
            byte[] bytes = content.readNBytes(InputForm.LARGEST_ARTICLE + 1);
            if (bytes.length > InputForm.LARGEST_ARTICLE) {
                throw new Faults.TooLarge();
            }
            return bytes;
        }
    }

    private @Nullable FileRecord published(byte[] bytes) {
        FoundFile found = file.found();
        String sha256 = Sha256.of(bytes);
        boolean same = reader.states().of(found).sha256().equals(sha256);
        FileState after = new FileState(found.size(), found.modified(), sha256, bytes.length, 0, true, null);
        reader.states().put(found, after);
        if (same) {
            return null;
        }
        reader.owners().claim(found.path(), found.path());
        return reader.records().article(found.path(), bytes, sha256, Format.TEXT, found, after);
    }

    @Override
    public boolean settled() {
        return settled;
    }

    @Override
    public void close() {
        // The content is open only while it is read.
    }
}
