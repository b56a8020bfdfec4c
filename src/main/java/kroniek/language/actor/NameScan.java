package kroniek.language.actor;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import kroniek.domain.Mention.Form;
import kroniek.language.actor.Name.Origin;
import kroniek.language.actor.Sense.Kind;
import org.jspecify.annotations.Nullable;

/** Goes once over the tokens of an article and marks every name: surfaces of the lexicon, shapes of persons and organisations, capitals. */
final class NameScan {

    private final Page page;
    private final Lexicon lexicon;
    private final Zones zones;
    private final PersonShapes persons;
    private final OrganisationShapes organisations;
    private final Compounds compounds;
    private final CapitalRows rows;
    private final PolicyFields fields;
    private final Branches branches;
    private final Introductions introductions;
    private final List<Name> names = new ArrayList<>();
    /** Words that name nobody, inhabitants of a town for the most part, unless a person of the article has them as a surname. */
    private final List<Name> nobodies = new ArrayList<>();

    private NameScan(Page page, Lexicon lexicon, Suffixes suffixes, Zones zones) {
        this.page = page;
        this.lexicon = lexicon;
        this.zones = zones;
        this.persons = new PersonShapes(page);
        this.organisations = new OrganisationShapes(page, persons, suffixes, lexicon.ordinary());
        this.compounds = new Compounds(page, lexicon);
        this.fields = new PolicyFields(page, lexicon);
        this.rows = new CapitalRows(page, lexicon, suffixes, persons, organisations, compounds);
        this.branches = new Branches(page, lexicon);
        this.introductions = Introductions.of(page);
    }

    /**
     * The names in order, disjoint, none across the border of a sentence or of a headline that runs on.
     *
     * @param datelines the first tokens of the towns behind such headlines
     */
    static List<Name> scan(Page page, Lexicon lexicon, Zones zones, BitSet datelines) {
        NameScan scan = new NameScan(page, lexicon, lexicon.suffixes(), zones);
        for (int i = 0; i < page.sentences.size(); i++) {
            int first = page.sentences.first(i);
            int last = page.sentences.last(i);
            for (int town = datelines.nextSetBit(first);
                    town >= 0 && town <= last;
                    town = datelines.nextSetBit(town + 1)) {
                first = scan.steps(first, town - 1);
            }
            scan.steps(first, last);
        }
        return scan.nobodies.isEmpty() ? scan.names : scan.withSurnames();
    }

    /** All names, and the words for nobody that are a person's surname in this article: schrijfster Anna Rotterdammer. */
    private List<Name> withSurnames() {
        BitSet surnames = new BitSet();
        for (Name name : names) {
            if (name.fullPerson() && page.word(name.last()) >= 0) {
                surnames.set(page.word(name.last()));
            }
        }
        boolean added = false;
        for (Name nobody : nobodies) {
            int token = nobody.first();
            boolean people = page.sameSentence(token - 1, token)
                    && page.text.word(token - 1).equals("de");
            if (!people && page.word(token) >= 0 && surnames.get(page.word(token))) {
                names.add(Name.of(page, token, token, Origin.RUN, token));
                added = true;
            }
        }
        if (added) {
            names.sort(Comparator.comparingInt(Name::first));
        }
        return names;
    }

    /** Goes over a stretch that no name leaves, and returns the token behind it. */
    private int steps(int first, int last) {
        int token = first;
        while (token <= last) {
            token = step(token, last);
        }
        return token;
    }

    /** Looks for a name at a token and returns the token to go on with. */
    private int step(int token, int last) {
        Shape shape = page.shape(token);
        boolean capital = shape.named() || shape == Shape.INITIAL;
        if ((!capital && !lexicon.trie().starts(page.word(token))) || zones.silent(token)) {
            return token + 1;
        }
        Name name = find(token, last, capital);
        if (name == null) {
            return token + 1;
        }
        if (name.origin() == Origin.EVENT) {
            return name.last() + 1;
        }
        if (name.match() == null || name.match().kind() != Kind.NOTHING) {
            names.add(name);
        } else if (name.first() == name.last()) {
            nobodies.add(name);
        }
        return name.last() + 1;
    }

    private @Nullable Name find(int token, int last, boolean capital) {
        if (fields.at(token)) {
            return null;
        }
        Name event = capital ? event(token, last) : null;
        if (event != null) {
            return event;
        }
        Match match = lexicon.trie().longest(page, token, last);
        int introduced = introductions.last(token);
        if (capital && introduced >= 0 && (match == null || match.last() < introduced)) {
            return Name.of(page, token, introduced, Origin.ORGANISATION, token);
        }
        if (!capital) {
            return match == null ? null : Name.of(page, match);
        }
        Name part = compounds.ellipsis(token, last);
        if (part == null && match == null) {
            part = compounds.at(token);
        }
        if (part != null) {
            return part;
        }
        if (page.loud(token)) {
            return loud(match, token, last);
        }
        Name name = choose(match, token, last);
        return name == null ? null : numbered(lexicon.bodies().of(page, branches.of(name, last)), last);
    }

    /** A ruler's number belongs to the name: Felipe VI. */
    private Name numbered(Name name, int last) {
        Match match = name.match();
        int next = name.last() + 1;
        boolean ruler = match != null && match.kind() == Kind.PERSON && name.first() == name.last();
        if (!ruler || next > last || !page.text.spaceBefore(next) || !roman(next)) {
            return name;
        }
        int to = page.text.end(next);
        return new Name(name.first(), next, name.from(), to, name.origin(), match, name.surname());
    }

    private boolean roman(int token) {
        return page.text.word(token).chars().allMatch(c -> c == 'I' || c == 'V' || c == 'X');
    }

    /** A line of capitals tells no name from a word: only what is known elsewhere is looked for. */
    private @Nullable Name loud(@Nullable Match match, int token, int last) {
        if (match != null) {
            return Name.of(page, match);
        }
        int end = persons.unit(token, last);
        return end < 0 ? null : Name.of(page, token, end, Origin.RUN, token);
    }

    /** An event or treaty that is called after a place: Ronde van Zwitserland, Slag bij Waterloo. It is no actor, nor is the place. */
    private @Nullable Name event(int token, int last) {
        boolean second = token < last && page.is(token + 1, WordClass.EVENT) && page.text.spaceBefore(token + 1);
        int preposition = second && page.shape(token + 1).named() ? token + 2 : token + 1;
        boolean called = page.is(preposition - 1, WordClass.EVENT)
                && preposition < last
                && (page.text.word(preposition).equals("van")
                        || page.text.word(preposition).equals("bij"))
                && page.shape(preposition + 1).named();
        if (!called) {
            return null;
        }
        Match match = lexicon.trie().longest(page, preposition + 1, last);
        int end = match == null ? persons.unit(preposition + 1, last) : match.last();
        return Name.of(page, token, Math.max(end, preposition + 1), Origin.EVENT, token);
    }

    /** The initial alone of a person whose surname is not printed: K. */
    private @Nullable Name initial(int token, int last) {
        return persons.initialled(token, last) ? Name.of(page, token, token + 1, Origin.RUN, token) : null;
    }

    private @Nullable Name choose(@Nullable Match match, int token, int last) {
        Name organisation = organisations.at(token, last);
        Name person = persons.at(token, last);
        int reach = match == null ? -1 : match.last();
        boolean adjective = match != null
                && ((match.kind() == Kind.DEMONYM && (rows.strong(reach + 1, last) || firm(match, last)))
                        || (regional(match) && known(reach + 1, last)));
        if (organisation != null
                && organisation.last() > reach
                && !fullPersonInside(match)
                && !adjective
                && !headed(match, last)
                && !army(organisation, last)) {
            if (person == null || person.last() <= organisation.last()) {
                return organisation;
            }
        }
        if (person != null && person.last() > reach && yields(match, person) && !strangerBehind(match, last)) {
            int from = from(person, last);
            if (from < 0) {
                return person;
            }
            if (from > token + 1 && from - 1 > reach) {
                return Name.of(page, token, from - 1, Origin.GIVEN_NAME, from - 1);
            }
        }
        Name initial = match == null ? initial(token, last) : null;
        if (initial != null) {
            return initial;
        }
        if (match == null
                || (match.kind() == Kind.SURNAME && match.first() == match.last() && !objectBehind(match, last))) {
            Name run = rows.at(token, last);
            if (run != null && run.last() > reach) {
                return run;
            }
        }
        return match == null ? null : Name.of(page, match);
    }

    /** Whether it is the adjective of a region or town: het Londense Fermilab. */
    private static boolean regional(Match match) {
        return match.kind() == Kind.PLACE && match.sense().form() == Form.DEMONYM;
    }

    /** Whether an organisation that the lexicon has in more words than one begins there. */
    private boolean known(int token, int last) {
        Match match = token <= last ? lexicon.trie().longest(page, token, last) : null;
        return match != null && match.kind() == Kind.ORGANISATION && match.first() < match.last();
    }

    /** Whether a headline has an ordinary word before a country: Leger Myanmar. */
    private boolean army(Name organisation, int last) {
        int token = organisation.first();
        Match country = token < last ? lexicon.trie().longest(page, token + 1, last) : null;
        return country != null
                && country.kind() == Kind.COUNTRY
                && country.last() == organisation.last()
                && page.opens(token)
                && !page.alsoInside(token)
                && lexicon.ordinary().has(Folding.fold(page.text.word(token)));
    }

    /** Whether behind the long form of an adjective an organisation has its own name: het Indiase Kwik Biotech, not the Nederlandse Bank. */
    private boolean firm(Match match, int last) {
        int next = match.last() + 1;
        return match.entry().surface().endsWith("e")
                && next <= last
                && !page.is(next, WordClass.ORGANISATION_WORD)
                && organisations.at(next, last) != null;
    }

    /**
     * The token of the preposition, where what looks like a surname is where the person comes from: Albert van Monaco; behind two names a
     * town or an organisation too: Wim Dries van Genk. Or that of the article before the long form of an adjective: ontmoet Kim de
     * Zuid-Koreaanse president. Otherwise -1.
     */
    private int from(Name person, int last) {
        int van = person.surname();
        if (person.origin() != Origin.GIVEN_NAME || page.shape(van) != Shape.LOWER || van + 1 > person.last()) {
            return -1;
        }
        Match match = lexicon.trie().longest(page, van + 1, last);
        if (match == null) {
            return -1;
        }
        boolean several = page.text.word(van).equals("te")
                || (van > person.first() + 1 && page.text.spaceBefore(van - 1) && !page.hyphenAfter(match.last()));
        boolean place = match.kind() == Kind.PLACE || match.kind() == Kind.CAPITAL || match.kind() == Kind.ORGANISATION;
        boolean adjective =
                match.kind() == Kind.DEMONYM && match.entry().surface().endsWith("e");
        return match.kind() == Kind.COUNTRY || adjective || (several && place) ? van : -1;
    }

    /** Whether behind a known organisation only its head follows: de Europese Commissie van Ursula von der Leyen. */
    private boolean headed(@Nullable Match match, int last) {
        int van = match == null ? last : match.last() + 1;
        return match != null
                && match.kind() == Kind.ORGANISATION
                && van < last
                && page.is(van, WordClass.LINK)
                && page.shape(van) == Shape.LOWER
                && persons.at(van + 1, last) != null;
    }

    /** Whether a place of several words stands before somebody's full name: werd in Abu Dhabi Lewis Hamilton tweede. */
    private boolean strangerBehind(@Nullable Match match, int last) {
        return match != null
                && (match.kind() == Kind.PLACE || match.kind() == Kind.CAPITAL)
                && match.first() < match.last()
                && match.last() < last
                && persons.at(match.last() + 1, last) != null;
    }

    /** Whether two known surnames are the subject and the object of a clause: nadat Scholz Lindner ontslaat. */
    private boolean objectBehind(Match match, int last) {
        int next = match.last() + 1;
        if (!page.is(match.first() - 1, WordClass.SUBORDINATOR, match.first()) || next > last) {
            return false;
        }
        Match behind = lexicon.trie().longest(page, next, last);
        return behind != null && behind.kind() == Kind.SURNAME;
    }

    private static boolean fullPersonInside(@Nullable Match match) {
        return match != null && match.kind() == Kind.PERSON;
    }

    /** Whether a surface of the lexicon is only the beginning of a person's name: Jordan Peterson, Beatrix Jansema. */
    private boolean yields(@Nullable Match match, Name person) {
        if (match == null) {
            return true;
        }
        if (match.kind() == Kind.PERSON && match.first() == match.last()) {
            return page.is(match.first(), WordClass.FIRST_NAME) && person.first() == match.first();
        }
        if (match.kind() == Kind.NOTHING) {
            return match.first() == match.last()
                    && page.is(match.first(), WordClass.FIRST_NAME)
                    && page.is(match.first() - 1, WordClass.ROLE, match.first());
        }
        if (match.kind() == Kind.PERSON) {
            return false;
        }
        if (match.kind() == Kind.DEMONYM || match.kind() == Kind.COUNTRY) {
            boolean pair = page.hyphenAfter(match.last()) && rows.demonym(match.last() + 2, person.last());
            return page.is(match.first(), WordClass.FIRST_NAME) && !pair;
        }
        return match.first() == match.last() || person.last() > match.last() + 1;
    }
}
