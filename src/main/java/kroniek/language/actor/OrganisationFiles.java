package kroniek.language.actor;

import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.text.DataFile.Line;

/** Reads {@code actors/organisations/*.tsv}: name to show, id, sector, country, further names, acronyms and aliases. */
final class OrganisationFiles {

    static final List<String> FILES = List.of(
            "international",
            "netherlands",
            "belgium",
            "states",
            "aviation",
            "technology",
            "cars",
            "finance",
            "firms",
            "media",
            "sport",
            "society");

    private OrganisationFiles() {}

    static void load(LexiconBuilder builder, Countries countries) {
        for (String file : FILES) {
            for (Line line : Rows.of("organisations/" + file + ".tsv")) {
                read(builder, countries, line);
            }
        }
    }

    static void read(LexiconBuilder builder, Countries countries, Line line) {
        List<String> fields = Rows.fields(line, 3, 6);
        String country = fields.get(3).equals("-") ? "" : fields.get(3);
        if (!country.isEmpty() && !countries.has(country)) {
            throw line.error("'" + country + "' is no country; write its ISO 3166-1 alpha-3 code, or -");
        }
        String name = fields.get(0);
        String plain = LexiconBuilder.plain(name);
        Actor actor = builder.actor(
                line, new Actor(Rows.id(line, fields.get(1), plain), plain, ActorType.ORGANISATION, false));
        Sector sector = sector(line, fields.get(2));
        builder.surface(line, name, new Sense(Sense.Kind.ORGANISATION, actor, Form.NAME, country, sector, null));
        for (String further : Rows.list(fields.get(4))) {
            builder.surface(line, further, new Sense(Sense.Kind.ORGANISATION, actor, Form.NAME, country, sector, null));
        }
        for (String alias : Rows.list(fields.get(5))) {
            builder.surface(line, alias, new Sense(Sense.Kind.ORGANISATION, actor, Form.ALIAS, country, sector, null));
        }
    }

    private static Sector sector(Line line, String code) {
        try {
            return Sector.of(code);
        } catch (IllegalArgumentException unknown) {
            throw line.error("'" + code + "' is no sector; known are " + Sector.CODES);
        }
    }
}
