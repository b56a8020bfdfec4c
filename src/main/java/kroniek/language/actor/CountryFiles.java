package kroniek.language.actor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.text.DataFile.Line;

/**
 * Reads the countries. Dutch and English names come from the CLDR data of the JDK; the files have what that data lacks: demonyms,
 * peoples, aliases, metonyms, capitals, states that are gone, and which codes are dependent territories.
 */
final class CountryFiles {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final LexiconBuilder builder;
    private final Map<String, Locale> iso = new HashMap<>();
    private final Map<String, Actor> countries = new HashMap<>();

    CountryFiles(LexiconBuilder builder) {
        this.builder = builder;
        for (String code : Locale.getISOCountries()) {
            Locale locale = new Locale.Builder().setRegion(code).build();
            iso.put(locale.getISO3Country(), locale);
        }
    }

    static Countries load(LexiconBuilder builder) {
        CountryFiles files = new CountryFiles(builder);
        Rows.of("territories.tsv").forEach(files::territory);
        Rows.of("countries.tsv").forEach(files::country);
        for (String code : files.iso.keySet()) {
            if (!files.countries.containsKey(code)) {
                throw new IllegalStateException("actors/countries.tsv and actors/territories.tsv both lack " + code
                        + ", which is in ISO 3166-1");
            }
        }
        Rows.of("capitals.tsv").forEach(files::capital);
        files.countries.values().removeIf(actor -> actor.type() != ActorType.COUNTRY);
        return new Countries(files.countries);
    }

    /** Code, adjectives, further names. */
    void territory(Line line) {
        List<String> fields = Rows.fields(line, 1, 3);
        Locale locale = iso.get(fields.get(0));
        if (locale == null) {
            throw line.error("'" + fields.get(0) + "' is no ISO 3166-1 alpha-3 code");
        }
        String id = Slug.of(locale.getDisplayCountry(Locale.ENGLISH));
        Actor place = builder.actor(line, new Actor(id, locale.getDisplayCountry(DUTCH), ActorType.PLACE, false));
        countries.put(fields.get(0), place);
        builder.surface(line, place.name(), sense(Sense.Kind.PLACE, place, Form.NAME));
        names(line, fields.get(2), sense(Sense.Kind.PLACE, place, Form.ALIAS));
        adjectives(line, fields.get(1), sense(Sense.Kind.PLACE, place, Form.DEMONYM));
    }

    /** Code, name to show, adjectives, peoples, further names, aliases, metonyms. */
    void country(Line line) {
        List<String> fields = Rows.fields(line, 2, 7);
        String code = fields.get(0);
        if (!iso.containsKey(code)
                && !List.of("XKX", "SUN", "YUG", "CSK", "DDR").contains(code)) {
            throw line.error("'" + code + "' is neither an ISO 3166-1 alpha-3 code nor XKX, SUN, YUG, CSK, DDR");
        }
        String cldr = iso.containsKey(code) ? iso.get(code).getDisplayCountry(DUTCH) : fields.get(1);
        String name = fields.get(1).equals("-") ? cldr : fields.get(1);
        Actor country = builder.actor(line, new Actor(code, name, ActorType.COUNTRY, false));
        countries.put(code, country);
        builder.surface(line, shared(name, fields.get(4)), sense(Sense.Kind.COUNTRY, country, Form.NAME));
        builder.variant(line, cldr, sense(Sense.Kind.COUNTRY, country, Form.NAME));
        adjectives(line, fields.get(2), sense(Sense.Kind.DEMONYM, country, Form.DEMONYM));
        peoples(line, fields.get(3), country);
        for (String further : Rows.list(fields.get(4))) {
            if (!further.equals("?")) {
                builder.surface(line, further, sense(Sense.Kind.COUNTRY, country, Form.NAME));
            }
        }
        names(line, fields.get(5), sense(Sense.Kind.COUNTRY, country, Form.ALIAS));
        names(line, fields.get(6), sense(Sense.Kind.METONYM, country, Form.METONYM));
    }

    /** {@code Duitser/Duitsers}: the plural may be the country, the singular is nobody. */
    private void peoples(Line line, String field, Actor country) {
        for (String people : Rows.list(field)) {
            int slash = people.indexOf('/');
            if (slash < 0) {
                throw line.error("'" + people + "' is no people: write singular/plural");
            }
            builder.variant(line, people.substring(0, slash), sense(Sense.Kind.NOTHING, country, Form.DEMONYM));
            builder.surface(line, people.substring(slash + 1), sense(Sense.Kind.INHABITANTS, country, Form.DEMONYM));
        }
    }

    /** A lone question mark among the further names says that the name itself is shared. */
    private static String shared(String name, String further) {
        return Rows.list(further).contains("?") ? "?" + name : name;
    }

    /** Code, id of the place, its names. */
    void capital(Line line) {
        List<String> fields = Rows.fields(line, 3, 3);
        String code = fields.get(0);
        if (!countries.containsKey(code) && !code.equals("EU")) {
            throw line.error("'" + code + "' is no country of countries.tsv");
        }
        List<String> names = Rows.list(fields.get(2));
        String first = LexiconBuilder.plain(names.get(0));
        String id = Rows.id(line, fields.get(1), first);
        Actor place = builder.actor(line, new Actor(id, first, ActorType.PLACE, false));
        for (String name : names) {
            builder.surface(line, name, new Sense(Sense.Kind.CAPITAL, place, Form.NAME, code, Sector.NONE, null));
        }
    }

    private void names(Line line, String field, Sense sense) {
        for (String name : Rows.list(field)) {
            builder.surface(line, name, sense);
        }
    }

    private void adjectives(Line line, String field, Sense sense) {
        for (String adjective : Rows.list(field)) {
            String plain = LexiconBuilder.plain(adjective);
            String mark = adjective.substring(0, adjective.indexOf(plain));
            List<String> forms = Demonyms.forms(plain);
            if (forms.isEmpty()) {
                throw line.error("'" + adjective + "' is no adjective in -s, -isch or -e");
            }
            for (String form : forms) {
                builder.surface(line, mark + form, sense);
            }
        }
    }

    private static Sense sense(Sense.Kind kind, Actor actor, Form form) {
        String country = actor.type() == ActorType.COUNTRY ? actor.id() : "";
        return new Sense(kind, actor, form, country, Sector.NONE, null);
    }
}
