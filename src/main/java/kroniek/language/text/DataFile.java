package kroniek.language.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/**
 * A rule or lexicon file: its lines that are neither empty nor comments ({@code #} at the beginning), each with its number. UTF-8. The
 * one place that reads language data, so that every complaint names file and line.
 *
 * @param name the file as a reader would look for it
 * @param lines the lines that say something, trailing white space removed, in order
 */
public record DataFile(String name, List<Line> lines) {

    /** The checksums of the resources that were read: they do not change while the program runs, and all are read at its start. */
    private static final Map<String, Long> CHECKSUMS = Collections.synchronizedMap(new HashMap<>());

    /** Copies the lines. */
    public DataFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file of the language's own data.
     *
     * @param resource the path below {@code /kroniek/language/}, for example {@code dates/weekdays.rules}
     * @throws IllegalStateException if there is no such resource: the program was packaged wrongly
     */
    public static DataFile resource(String resource) {
        String path = "/kroniek/language/" + resource;
        try (InputStream in = DataFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its language data " + path);
            }
            byte[] bytes = in.readAllBytes();
            CHECKSUMS.computeIfAbsent(resource, first -> checksum(bytes));
            return of(resource, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    /** The checksum of all bytes of a resource, which is read only if it was not read before. */
    public static long checksum(String resource) {
        Long known = CHECKSUMS.get(resource);
        if (known == null) {
            resource(resource);
            known = Objects.requireNonNull(CHECKSUMS.get(resource));
        }
        return known;
    }

    /** The checksum of what a file says: of its lines without comments. */
    public static long checksum(DataFile file) {
        CRC32 sum = new CRC32();
        file.lines().forEach(line -> sum.update((line.text() + '\n').getBytes(StandardCharsets.UTF_8)));
        return sum.getValue();
    }

    /** CRC-32, because Java computes it natively from the first byte on; a cryptographic digest would cost every start a tenth of a second. */
    private static long checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /** Splits the content of a file into lines. */
    public static DataFile of(String name, String content) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : content.split("\r?\n", -1)) {
            number++;
            if (!line.isBlank() && line.charAt(0) != '#') {
                lines.add(new Line(name, number, line.stripTrailing()));
            }
        }
        return new DataFile(name, lines);
    }

    /**
     * A line of the file.
     *
     * @param file the file's name
     * @param number the line's number, counted from 1
     * @param text the characters
     */
    public record Line(String file, int number, String text) {

        /** The fields between tab characters, each stripped. */
        public List<String> fields() {
            List<String> fields = new ArrayList<>();
            for (String field : text.split("\t", -1)) {
                fields.add(field.strip());
            }
            return fields;
        }

        /** The complaint about this line, to be thrown. */
        public DataException error(String problem) {
            return new DataException(file, number, problem);
        }
    }
}
