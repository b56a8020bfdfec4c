package kroniek.language.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;

/** What the lexicon files have in common: rows of fields between tabs, lists, examples. */
final class Rows {

    /** A line that a test runs and the lexicon skips: {@code example: …}, {@code counter 2018-05: …}. */
    static final Pattern EXAMPLE = Pattern.compile("(example|counter)(?: (\\d{4}-\\d{2}))?: (.*)");

    private static final Pattern LIST = Pattern.compile("\\s*;\\s*");

    private Rows() {}

    /** The lines of {@code actors/<name>} that are no examples. */
    static List<Line> of(String name) {
        return of(DataFile.resource("actors/" + name));
    }

    /** The lines of a file that are no examples. */
    static List<Line> of(DataFile file) {
        List<Line> rows = new ArrayList<>();
        for (Line line : file.lines()) {
            if (!EXAMPLE.matcher(line.text()).matches()) {
                rows.add(line);
            }
        }
        return rows;
    }

    /**
     * The fields of a row, filled up with empty ones.
     *
     * @throws DataException if there are fewer than {@code least} or more than {@code most}
     */
    static List<String> fields(Line line, int least, int most) {
        List<String> fields = new ArrayList<>(line.fields());
        if (fields.size() < least || fields.size() > most) {
            throw line.error(fields.size() + " fields between tabs, where " + least + " to " + most + " belong");
        }
        while (fields.size() < most) {
            fields.add("");
        }
        return fields;
    }

    /** The parts of a field between semicolons; none for an empty field or {@code -}. */
    static List<String> list(String field) {
        return field.isEmpty() || field.equals("-") ? List.of() : List.of(LIST.split(field, -1));
    }

    /** The id in a field, or the slug of the name where the field is empty or {@code -}. */
    static String id(Line line, String field, String name) {
        String id = field.isEmpty() || field.equals("-") ? Slug.of(name) : field;
        if (!Slug.valid(id)) {
            throw line.error("'" + id + "' is no id: lower-case ASCII words with hyphens between");
        }
        return id;
    }
}
