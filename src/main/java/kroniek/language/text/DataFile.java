package kroniek.language.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule or lexicon file: its lines that are neither empty nor comments ({@code #} at the beginning), each with its number. UTF-8. The
 * one place that reads language data, so that every complaint names file and line.
 *
 * @param name the file as a reader would look for it
 * @param lines the lines that say something, trailing white space removed, in order
 */
public record DataFile(String name, List<Line> lines) {

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
            return of(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
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
