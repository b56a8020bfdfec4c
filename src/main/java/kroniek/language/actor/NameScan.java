package kroniek.language.actor;

import java.util.ArrayList;
import java.util.List;
import kroniek.language.actor.Name.Origin;
import kroniek.language.actor.Sense.Kind;
import org.jspecify.annotations.Nullable;

/** Goes once over the tokens of an article and marks every name: surfaces of the lexicon, shapes of persons and organisations, capitals. */
final class NameScan {

    private static final int MOST_UNITS = 6;

    private final Page page;
    private final Lexicon lexicon;
    private final Zones zones;
    private final PersonShapes persons;
    private final OrganisationShapes organisations;
    private final Compounds compounds;
    private final Suffixes suffixes;
    private final List<Name> names = new ArrayList<>();

    private NameScan(Page page, Lexicon lexicon, Suffixes suffixes, Zones zones) {
        this.page = page;
        this.lexicon = lexicon;
        this.zones = zones;
        this.persons = new PersonShapes(page);
        this.organisations = new OrganisationShapes(page, persons, suffixes);
        this.suffixes = suffixes;
        this.compounds = new Compounds(page, lexicon);
    }

    /** The names in order, disjoint, none across the border of a sentence. */
    static List<Name> scan(Page page, Lexicon lexicon, Suffixes suffixes, Zones zones) {
        NameScan scan = new NameScan(page, lexicon, suffixes, zones);
        for (int i = 0; i < page.sentences.size(); i++) {
            int last = page.sentences.last(i);
            int token = page.sentences.first(i);
            while (token <= last) {
                token = scan.step(token, last);
            }
        }
        return scan.names;
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
        boolean nothing = name.origin() == Origin.EVENT
                || (name.match() != null && name.match().kind() == Kind.NOTHING);
        if (!nothing) {
            names.add(name);
        }
        return name.last() + 1;
    }

    private @Nullable Name find(int token, int last, boolean capital) {
        if (department(token)) {
            return null;
        }
        Name event = capital ? event(token, last) : null;
        if (event != null) {
            return event;
        }
        Match match = lexicon.trie().longest(page, token, last);
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
        return page.loud(token) ? loud(match, token, last) : choose(match, token, last);
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
        int preposition = token + 1;
        boolean called = page.is(token, WordClass.EVENT)
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

    /** A field of policy in the name of a post: minister van Mobiliteit, minister van Werk en Economie. */
    private boolean department(int token) {
        if (!page.is(token, WordClass.DEPARTMENT)) {
            return false;
        }
        for (int back = 1; back <= MOST_UNITS + 2 && page.sameSentence(token - back, token); back++) {
            int before = token - back;
            if (page.is(before, WordClass.ROLE)) {
                return lexicon.posts().governs(page.word(before));
            }
            boolean between = page.is(before, WordClass.DEPARTMENT)
                    || page.is(before, WordClass.LINK)
                    || page.is(before, WordClass.FUNCTION)
                    || page.shape(before) == Shape.OTHER
                    || page.shape(before).named();
            if (!between) {
                return false;
            }
        }
        return false;
    }

    /** The initial alone of a person whose surname is not printed: K. */
    private @Nullable Name initial(int token, int last) {
        return persons.initialled(token, last) ? Name.of(page, token, token + 1, Origin.RUN, token) : null;
    }

    private @Nullable Name choose(@Nullable Match match, int token, int last) {
        Name organisation = organisations.at(token, last);
        Name person = persons.at(token, last);
        int reach = match == null ? -1 : match.last();
        boolean adjective =
                match != null && match.kind() == Kind.DEMONYM && (strong(reach + 1, last) || firm(match, last));
        if (organisation != null && organisation.last() > reach && !fullPersonInside(match) && !adjective) {
            if (person == null || person.last() <= organisation.last()) {
                return organisation;
            }
        }
        if (person != null && person.last() > reach && yields(match, person) && !from(person, last)) {
            return person;
        }
        Name initial = match == null ? initial(token, last) : null;
        if (initial != null) {
            return initial;
        }
        if (match == null || (match.kind() == Kind.SURNAME && match.first() == match.last())) {
            Name run = run(token, last);
            if (run != null && run.last() > reach) {
                return run;
            }
        }
        return match == null ? null : Name.of(page, match);
    }

    /** Whether behind the long form of an adjective an organisation has its own name: het Indiase Kwik Biotech, not the Nederlandse Bank. */
    private boolean firm(Match match, int last) {
        int next = match.last() + 1;
        return match.entry().surface().endsWith("e")
                && next <= last
                && !page.is(next, WordClass.ORGANISATION_WORD)
                && organisations.at(next, last) != null;
    }

    /** Whether what looks like a surname is where the person comes from: Albert van Monaco. */
    private boolean from(Name person, int last) {
        int van = person.surname();
        if (person.origin() != Origin.GIVEN_NAME || page.shape(van) != Shape.LOWER || van + 1 > person.last()) {
            return false;
        }
        Match match = lexicon.trie().longest(page, van + 1, last);
        return match != null && match.kind() == Kind.COUNTRY;
    }

    private static boolean fullPersonInside(@Nullable Match match) {
        return match != null && match.kind() == Kind.PERSON;
    }

    /** Whether a surface of the lexicon is only the beginning of a person's name: Jordan Peterson, Beatrix Jansema. */
    private boolean yields(@Nullable Match match, Name person) {
        if (match == null) {
            return true;
        }
        if (match.kind() == Kind.NOTHING) {
            return false;
        }
        if (match.kind() == Kind.PERSON) {
            return match.first() == match.last() && page.is(match.first(), WordClass.FIRST_NAME);
        }
        if (match.kind() == Kind.DEMONYM || match.kind() == Kind.COUNTRY) {
            return page.is(match.first(), WordClass.FIRST_NAME);
        }
        return match.first() == match.last() || person.last() > match.last() + 1;
    }

    /** A row of capitalised words that the lexicon does not know. */
    private @Nullable Name run(int token, int last) {
        int particled = persons.particled(token, last);
        if (particled >= 0) {
            boolean article = !family(token, particled)
                    && (strong(token + 1, last)
                            || organisations.at(token + 1, last) != null
                            || (page.opens(token) && ordinary(token + 1, particled)));
            return article ? null : Name.of(page, token, particled, Origin.RUN, token);
        }
        if (opensAsWord(token, last)) {
            return null;
        }
        int end = persons.unit(token, last);
        if (end < 0) {
            return null;
        }
        for (int units = 1; units < MOST_UNITS; units++) {
            int more = further(end, last, units == 1);
            if (more < 0) {
                break;
            }
            end = more;
        }
        if (page.text.is(end, '.')) {
            return Name.of(page, token, end, Origin.RUN, end - 1);
        }
        if (persons.initialled(end + 1, last) && page.text.spaceBefore(end + 1)) {
            return Name.of(page, token, end + 2, Origin.RUN, end + 1);
        }
        return Name.of(page, token, end, Origin.RUN, token);
    }

    /** Whether Van and a town are a surname: behind the first word of a sentence, or before a verb or noun: Van Breda werkt. */
    private boolean family(int token, int last) {
        int next = last + 1;
        return page.text.word(token).equals("Van")
                && (!page.opens(token)
                        || page.verb(next, last)
                        || (page.sameSentence(next, last)
                                && page.shape(next) == Shape.LOWER
                                && !page.is(next, WordClass.FUNCTION)));
    }

    /** The last token of the next word of a row; small particles may stand only behind the first word: Tsjeu van Wering. */
    private int further(int end, int last, boolean particles) {
        int next = end + 1;
        if (next > last || !page.text.spaceBefore(next)) {
            return -1;
        }
        int at = next;
        while (particles
                && at < last
                && page.is(at, WordClass.PARTICLE)
                && page.shape(at) == Shape.LOWER
                && at < next + 2) {
            at += page.hyphenAfter(at) ? 2 : 1;
        }
        if (at > next && persons.initialled(at, last)) {
            return at + 1;
        }
        boolean other = at > next && at <= last && page.is(at, WordClass.FIRST_NAME);
        boolean stops = other
                || at > last
                || !page.shape(at).named()
                || page.is(at, WordClass.ROLE)
                || page.is(at, WordClass.NOT_NAME);
        return stops || strong(at, last) ? -1 : persons.unit(at, last);
    }

    /** Whether a word behind an opening De is known as no name, and does not speak as De Wit would. */
    private boolean ordinary(int token, int last) {
        return page.known(token)
                && lexicon.trie().longest(page, token, last) == null
                && !page.is(token, WordClass.PARTICLE)
                && !page.is(last + 1, WordClass.SPEECH, last)
                && !(page.text.word(token - 1).equals("Van") && page.verb(last + 1, last));
    }

    /** Whether a surface begins at the token that is more than a known surname. */
    private boolean strong(int token, int last) {
        Match match = token <= last ? lexicon.trie().longest(page, token, last) : null;
        return match != null && match.kind() != Kind.SURNAME && !page.is(token, WordClass.FIRST_NAME);
    }

    /** Whether the token is an ordinary word with the capital of a sentence's beginning. */
    private boolean opensAsWord(int token, int last) {
        if (page.is(token, WordClass.NOT_NAME) || page.is(token, WordClass.ROLE)) {
            return true;
        }
        boolean opens = page.opens(token) || page.titled(token) || page.loud(token);
        if (!opens) {
            return page.is(token, WordClass.FUNCTION) && page.shape(token) != Shape.UPPER;
        }
        if (page.is(token, WordClass.FIRST_NAME)) {
            return page.is(token, WordClass.COMMON) || page.is(token, WordClass.FUNCTION);
        }
        if (suffixes.has(page, token, Suffixes.Says.ROLE) && !lexicon.trie().starts(page.word(token))) {
            return true;
        }
        if (page.verb(token + 1, token) && !page.is(token, WordClass.FUNCTION)) {
            return false;
        }
        boolean ordinary = (page.known(token) && !lexicon.trie().starts(page.word(token)))
                || page.alsoLower(token)
                || page.is(token, WordClass.FUNCTION)
                || page.is(token, WordClass.COMMON);
        return ordinary
                || (token < last && page.is(token + 1, WordClass.FIRST_NAME) && page.shape(token + 1) == Shape.CAPITAL);
    }
}
