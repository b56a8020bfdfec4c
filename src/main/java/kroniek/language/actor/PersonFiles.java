package kroniek.language.actor;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.text.DataFile.Line;

/**
 * Reads {@code actors/persons/*.tsv}: name, id, fame, further names, offices. The surname is what stands after the given names, its
 * particles included, or before a slash ({@code Kim/ Jong-un}) where the family name comes first; {@code =} before a name says that
 * it has none.
 */
final class PersonFiles {

    static final List<String> FILES =
            List.of("leaders", "netherlands", "belgium", "world", "business", "sport", "culture");

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final Pattern FAME = Pattern.compile("[012]");
    private static final Pattern OFFICE = Pattern.compile("(\\S+) (\\S+) (\\d{4}-\\d{2})\\.\\.(\\d{4}-\\d{2})?");

    private final LexiconBuilder builder;
    private final Posts posts;
    private final Countries countries;

    PersonFiles(LexiconBuilder builder, Posts posts, Countries countries) {
        this.builder = builder;
        this.posts = posts;
        this.countries = countries;
    }

    static void load(LexiconBuilder builder, Posts posts, Countries countries) {
        PersonFiles files = new PersonFiles(builder, posts, countries);
        for (String file : FILES) {
            Rows.of("persons/" + file + ".tsv").forEach(files::read);
        }
    }

    void read(Line line) {
        List<String> fields = Rows.fields(line, 3, 5);
        String written = fields.get(0);
        String name = plain(written);
        Actor actor = builder.actor(line, new Actor(Rows.id(line, fields.get(1), name), name, ActorType.PERSON, false));
        if (!FAME.matcher(fields.get(2)).matches()) {
            throw line.error("the fame is 0, 1 or 2, not '" + fields.get(2) + "'");
        }
        List<Office> offices = new ArrayList<>();
        for (String office : Rows.list(fields.get(4))) {
            offices.add(office(line, office));
        }
        Set<String> given = new HashSet<>(Set.of(first(written)));
        Rows.list(fields.get(3)).forEach(further -> given.add(first(further)));
        Person person = new Person(actor, Integer.parseInt(fields.get(2)), given, offices);
        Sense full = new Sense(Sense.Kind.PERSON, actor, Form.NAME, "", Sector.NONE, person);
        Sense bare = new Sense(Sense.Kind.SURNAME, actor, Form.ALIAS, "", Sector.NONE, person);
        name(line, written, full, bare);
        for (String further : Rows.list(fields.get(3))) {
            name(line, further, full, bare);
        }
    }

    private static String first(String written) {
        String name = Folding.fold(plain(written));
        int end = name.indexOf(' ');
        return end < 0 ? name : name.substring(0, end);
    }

    private static String plain(String written) {
        return written.replace("/", "").replace("=", "").replace("?", "");
    }

    private void name(Line line, String written, Sense full, Sense bare) {
        String name = plain(written);
        String surname = surname(written);
        if (surname.equals(name) && !written.startsWith("=")) {
            builder.surname(line, name, bare);
            return;
        }
        builder.surface(line, written.startsWith("?") ? "?" + name : name, full);
        String spaced = spaced(name);
        if (!spaced.equals(name)) {
            builder.variant(line, spaced, full);
        }
        if (!surname.isEmpty()) {
            builder.surname(line, surname, bare);
        }
    }

    /** {@code Moon Jae In} beside {@code Moon Jae-in}. */
    private static String spaced(String name) {
        int hyphen = name.indexOf('-');
        if (hyphen < 0 || hyphen + 2 > name.length() || !Character.isLowerCase(name.charAt(hyphen + 1))) {
            return name;
        }
        return name.substring(0, hyphen)
                + ' '
                + Character.toUpperCase(name.charAt(hyphen + 1))
                + name.substring(hyphen + 2);
    }

    private String surname(String written) {
        if (written.startsWith("=")) {
            return "";
        }
        int slash = written.indexOf('/');
        if (slash > 0) {
            return plain(written.substring(0, slash));
        }
        if (slash == 0) {
            return plain(written);
        }
        String[] words = SPACE.split(plain(written), -1);
        int last = words.length - 1;
        int first = last;
        while (first > 1 && builder.vocabulary.has(Folding.fold(words[first - 1]), WordClass.PARTICLE)) {
            first--;
        }
        StringBuilder surname = new StringBuilder(capital(words[first]));
        for (int i = first + 1; i <= last; i++) {
            surname.append(' ').append(words[i]);
        }
        return surname.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private Office office(Line line, String text) {
        Matcher m = OFFICE.matcher(text);
        if (!m.matches()) {
            throw line.error("'" + text + "' is no office: write country or organisation, post, YYYY-MM..YYYY-MM");
        }
        if (!countries.has(m.group(1)) && !builder.knows(m.group(1))) {
            throw line.error("'" + m.group(1) + "' is neither a country nor an organisation of the lexicon");
        }
        if (!posts.has(m.group(2))) {
            throw line.error("'" + m.group(2) + "' is no post of posts.tsv");
        }
        try {
            YearMonth from = YearMonth.parse(m.group(3));
            YearMonth until = m.group(4) == null ? null : YearMonth.parse(m.group(4));
            if (until != null && until.isBefore(from)) {
                throw line.error("the office '" + text + "' ends before it begins");
            }
            return new Office(m.group(1), m.group(2), from, until);
        } catch (DateTimeParseException e) {
            throw line.error("'" + text + "' has a month that does not exist");
        }
    }
}
