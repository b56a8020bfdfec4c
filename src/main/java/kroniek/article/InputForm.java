package kroniek.article;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a file contains, told by its name: {@code .txt} is one article as text, {@code .jsonl} one JSON article a line, either of them
 * perhaps gzipped ({@code .gz}). Upper and lower case are the same.
 *
 * @param format the form of each article in it
 * @param gzip whether the file is compressed
 */
public record InputForm(Format format, boolean gzip) {

    /** The most bytes that one article may have after gunzip and line splitting: 16 MiB. */
    public static final int LARGEST_ARTICLE = 16 * 1024 * 1024;

    /** How many bytes of an input that is too large or unreadable are kept with its rejection: 64 KiB. */
    public static final int KEPT_OF_REJECTED = 64 * 1024;

    private static final int BUFFER = 64 * 1024;

    /** The form of a file with this name, or none where it holds no articles. */
    public static Optional<InputForm> of(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean gzip = name.endsWith(".gz");
        String inner = gzip ? name.substring(0, name.length() - ".gz".length()) : name;
        if (inner.endsWith(".txt")) {
            return Optional.of(new InputForm(Format.TEXT, gzip));
        }
        return inner.endsWith(".jsonl") ? Optional.of(new InputForm(Format.JSON, gzip)) : Optional.empty();
    }

    /** Whether a file or folder of this name is left alone: hidden, or a copy that some program has not finished. */
    public static boolean isTemporary(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || name.endsWith("~")
                || lower.endsWith(".tmp")
                || lower.endsWith(".part");
    }

    /**
     * The content of a file of this form, decompressed.
     *
     * @param file the file's own bytes; it is the caller's to close, also where this fails
     * @param size how many bytes the file has
     * @return a stream that ends with an {@link Unpacked.TooLargeException} where a small file unpacks to something huge
     * @throws IOException if what should be gzip does not begin like it, or the file cannot be read
     */
    public InputStream content(InputStream file, long size) throws IOException {
        return gzip ? new Unpacked(new GZIPInputStream(file, BUFFER), size) : file;
    }
}
