package kroniek.language.actor;

import java.util.List;
import java.util.regex.Pattern;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.text.DataFile.Line;

/** Reads places ({@code places.txt}), their adjectives ({@code adjectives.tsv}) and names that are neither actor nor place ({@code no-actors.txt}). */
final class PlaceFiles {

    private static final Actor NOBODY = new Actor("no-actor", "", ActorType.PLACE, false);

    private static final Pattern EQUALS = Pattern.compile("=");

    private PlaceFiles() {}

    static void load(LexiconBuilder builder, Countries countries) {
        for (Line line : Rows.of("places.txt")) {
            for (String name : Rows.list(line.text())) {
                place(builder, line, name);
            }
        }
        Rows.of("adjectives.tsv").forEach(line -> adjectives(builder, line));
        for (Line line : Rows.of("no-actors.txt")) {
            for (String name : Rows.list(line.text())) {
                nobody(builder, line, name);
            }
        }
    }

    /** Adds a name that is neither an actor's nor a place's. */
    static void nobody(LexiconBuilder builder, Line line, String name) {
        builder.surface(line, name, new Sense(Sense.Kind.NOTHING, NOBODY, Form.NAME, "", Sector.NONE, null));
    }

    private static void adjectives(LexiconBuilder builder, Line line) {
        List<String> fields = Rows.fields(line, 2, 2);
        Actor place = builder.actor(fields.get(0));
        if (place == null || place.type() != ActorType.PLACE) {
            throw line.error("'" + fields.get(0) + "' is no place of places.txt or capitals.tsv");
        }
        Sense sense = new Sense(Sense.Kind.PLACE, place, Form.DEMONYM, "", Sector.NONE, null);
        for (String adjective : Rows.list(fields.get(1))) {
            List<String> forms = Demonyms.forms(adjective);
            if (forms.isEmpty()) {
                throw line.error("'" + adjective + "' is no adjective in -s, -isch or -e");
            }
            forms.forEach(form -> builder.surface(line, form, sense));
        }
    }

    /** {@code Name}, {@code Name=id}, or {@code Name=id=Second name}. */
    private static void place(LexiconBuilder builder, Line line, String text) {
        List<String> parts = List.of(EQUALS.split(text, -1));
        String name = parts.get(0);
        String plain = LexiconBuilder.plain(name);
        String id = Rows.id(line, parts.size() > 1 ? parts.get(1) : "", plain);
        Actor place = builder.actor(line, new Actor(id, plain, ActorType.PLACE, false));
        Sense sense = new Sense(Sense.Kind.PLACE, place, Form.NAME, "", Sector.NONE, null);
        builder.surface(line, name, sense);
        for (String further : parts.subList(Math.min(2, parts.size()), parts.size())) {
            builder.surface(line, further, sense);
        }
    }
}
