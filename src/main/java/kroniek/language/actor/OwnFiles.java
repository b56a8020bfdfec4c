package kroniek.language.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kroniek.domain.Mention.Form;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;

/**
 * Reads the actors and names that users add: rows that begin with what they add. {@code person} and {@code organisation} go on with the
 * columns of the lexicon's own files, {@code name} with the id of a known actor and further names, {@code no-actor} with names that are
 * nobody's. A name that means something else already needs a mark: {@code ?}, {@code ?!} or {@code !}.
 */
final class OwnFiles {

    /** The most characters of a name: what is longer is not counted. */
    private static final int LONGEST = 200;

    private static final Map<String, Columns> KINDS = Map.of(
            "person", new Columns(4, 6, "person, name, id, fame, further names, offices"),
            "organisation",
                    new Columns(4, 7, "organisation, name, id, sector, country, further names, acronyms and aliases"),
            "name", new Columns(3, 3, "name, id, further names"),
            "no-actor", new Columns(2, 2, "no-actor, names"));

    private final LexiconBuilder builder;
    private final Countries countries;
    private final PersonFiles persons;

    private OwnFiles(LexiconBuilder builder, Posts posts, Countries countries) {
        this.builder = builder;
        this.countries = countries;
        this.persons = new PersonFiles(builder, posts, countries);
    }

    /** What belongs into a row. */
    private record Columns(int least, int most, String names) {

        String count() {
            return least == most ? String.valueOf(least) : least + " to " + most;
        }
    }

    /**
     * Adds the rows of all files, after everything else was added.
     *
     * @throws DataException for the first row that is wrong, naming file and line and what to do
     */
    static void load(LexiconBuilder builder, Posts posts, Countries countries, List<DataFile> files) {
        builder.ownFromHere();
        OwnFiles own = new OwnFiles(builder, posts, countries);
        files.forEach(file -> file.lines().forEach(own::read));
    }

    private void read(Line line) {
        List<String> fields = line.fields();
        String kind = fields.get(0);
        Columns columns = KINDS.get(kind);
        if (columns == null && fields.size() == 1) {
            throw line.error("this row has no tab character; put tabs, not spaces, between its fields");
        }
        if (columns == null) {
            throw line.error("a row begins with person, organisation, name or no-actor, not with '" + kind + "'");
        }
        if (fields.size() < columns.least() || fields.size() > columns.most()) {
            throw line.error("this row has " + fields.size() + " fields between tabs, where " + columns.count()
                    + " belong: " + columns.names());
        }
        Line rest = new Line(line.file(), line.number(), String.join("\t", fields.subList(1, fields.size())));
        switch (kind) {
            case "person" -> {
                names(line, fields.get(1), fields.size() > 4 ? fields.get(4) : "");
                persons.read(rest);
            }
            case "organisation" -> {
                names(line, fields.get(1), fields.size() > 5 ? fields.get(5) : "");
                names(line, fields.get(1), fields.size() > 6 ? fields.get(6) : "");
                OrganisationFiles.read(builder, countries, rest);
            }
            case "name" -> furtherNames(line, fields.get(1), names(line, "", fields.get(2)));
            default -> names(line, "", fields.get(1)).forEach(name -> PlaceFiles.nobody(builder, line, name));
        }
    }

    private void furtherNames(Line line, String id, List<String> names) {
        Sense sense = builder.sense(id);
        if (sense == null) {
            throw line.error("there is no actor with the id '" + id + "'; add one with a row that begins with person or"
                    + " organisation, or look the id up with ./kroniek annotate");
        }
        Sense alias = new Sense(
                sense.kind() == Sense.Kind.CAPITAL ? Sense.Kind.PLACE : sense.kind(),
                sense.actor(),
                Form.ALIAS,
                sense.country(),
                sense.sector(),
                sense.person());
        for (String name : names) {
            if (sense.person() == null) {
                builder.surface(line, name, alias);
            } else {
                // A nickname shows no surname: of The Donald, Donald is none.
                String whole = LexiconBuilder.mark(name) + "=" + PersonFiles.plain(name);
                persons.further(line, whole, sense.person());
            }
        }
    }

    /** The names of a field, and one more where it is not empty, each of which must be one. */
    private static List<String> names(Line line, String first, String field) {
        List<String> names = new ArrayList<>(first.isEmpty() && !field.isEmpty() ? List.of() : List.of(first));
        names.addAll(Rows.list(field));
        if (names.isEmpty()) {
            throw line.error("this row has no name");
        }
        for (String name : names) {
            String plain = PersonFiles.plain(name).strip();
            if (plain.codePoints().noneMatch(Character::isLetterOrDigit)
                    || Text.of(plain).size() == 0) {
                throw line.error("'" + name + "' is no name; names stand between semicolons");
            }
            if (plain.length() > LONGEST) {
                throw line.error("a name has " + plain.length() + " characters, the most is " + LONGEST);
            }
        }
        return names;
    }
}
