package kroniek.language.actor;

import java.util.Set;
import kroniek.language.actor.Name.Origin;
import kroniek.language.actor.Sense.Kind;
import org.jspecify.annotations.Nullable;

/** Rows of capitalised words that neither the lexicon nor a shape explains, and which words that open a sentence begin none. */
final class CapitalRows {

    private static final int MOST_UNITS = 6;
    /** Words that are the subject behind a verb, so that the name before it is not. */
    private static final Set<String> SUBJECTS =
            Set.of("ik", "jij", "je", "u", "hij", "zij", "ze", "wij", "we", "jullie", "men", "het", "er");

    private final Page page;
    private final Lexicon lexicon;
    private final Suffixes suffixes;
    private final PersonShapes persons;
    private final OrganisationShapes organisations;
    private final Compounds compounds;

    CapitalRows(
            Page page,
            Lexicon lexicon,
            Suffixes suffixes,
            PersonShapes persons,
            OrganisationShapes organisations,
            Compounds compounds) {
        this.compounds = compounds;
        this.page = page;
        this.lexicon = lexicon;
        this.suffixes = suffixes;
        this.persons = persons;
        this.organisations = organisations;
    }

    /** A row of capitalised words that the lexicon does not know. */
    @Nullable
    Name at(int token, int last) {
        if (page.text.word(token).equals("Het") && announced(token)) {
            int end = title(token, token, last);
            return end == token ? null : Name.of(page, token, end, Origin.RUN, token);
        }
        int particled = persons.particled(token, last);
        if (particled >= 0) {
            boolean article = country(token + 1, particled, last)
                    || (token + 1 == particled && page.opens(token) && compounds.at(token + 1) != null)
                    || (!family(token, particled)
                            && (strong(token + 1, last)
                                    || demonym(token + 1, last)
                                    || organisations.at(token + 1, last) != null
                                    || (page.opens(token) && ordinary(token + 1, particled))));
            return article ? null : Name.of(page, token, title(token, particled, last), Origin.RUN, token);
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

    /** Whether behind an opening Van stands a country, or a capital before a verb and its own subject: Van Den Haag hoeven wij niets. */
    private boolean country(int token, int end, int last) {
        Match match = page.opens(token - 1) && page.text.word(token - 1).equals("Van")
                ? lexicon.trie().longest(page, token, last)
                : null;
        return match != null
                && match.last() >= end
                && (match.kind() == Kind.COUNTRY
                        || (match.kind() == Kind.CAPITAL
                                && page.sameSentence(end + 2, end)
                                && page.shape(end + 1) == Shape.LOWER
                                && SUBJECTS.contains(page.text.word(end + 2))));
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

    /** The last token of a name of several words behind an article and a noun for an organisation: uitgeverij De Bezige Bij. */
    private int title(int token, int end, int last) {
        boolean announced = announced(token);
        int title = end;
        for (int more = end; announced && more >= 0; more = further(title, last, false)) {
            title = more;
        }
        boolean role = announced
                && title > token
                && title < last
                && page.text.spaceBefore(title + 1)
                && page.shape(title + 1) == Shape.CAPITAL
                && page.is(title + 1, WordClass.ROLE);
        return role ? title + 1 : title;
    }

    private boolean announced(int token) {
        return page.sameSentence(token - 1, token)
                && (page.is(token - 1, WordClass.ORGANISATION_NOUN)
                        || suffixes.has(page, token - 1, Suffixes.Says.ORGANISATION));
    }

    /** The last token of the next word of a row; small particles may stand only behind the first word: Tsjeu van Wering. */
    private int further(int end, int last, boolean particles) {
        int next = end + 1;
        if (next > last || !page.text.spaceBefore(next) || (page.genitive(end) && page.shape(next) == Shape.UPPER)) {
            return -1;
        }
        boolean inner = particles
                && page.text.is(next, 'A')
                && next < last
                && page.text.spaceBefore(next + 1)
                && page.shape(next + 1) == Shape.CAPITAL;
        if (inner) {
            return persons.unit(next + 1, last);
        }
        int at = next;
        while (particles
                && at < last
                && page.is(at, WordClass.PARTICLE)
                && page.shape(at) == Shape.LOWER
                && at < next + 2) {
            at += page.hyphenAfter(at) ? 2 : 1;
        }
        if (particles
                && persons.elidedArticle(at)
                && at + 2 <= last
                && page.shape(at + 2).named()) {
            at += 2;
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

    /** Whether the adjective of a country begins at the token. */
    boolean demonym(int token, int last) {
        Match match = lexicon.trie().longest(page, token, last);
        return match != null && match.kind() == Kind.DEMONYM;
    }

    /** Whether a surface begins at the token that is more than a known surname. */
    boolean strong(int token, int last) {
        Match match = token <= last ? lexicon.trie().longest(page, token, last) : null;
        return match != null && match.kind() != Kind.SURNAME && !page.is(token, WordClass.FIRST_NAME);
    }

    /** Whether the token is an ordinary word with the capital of a sentence's beginning. */
    private boolean opensAsWord(int token, int last) {
        if (page.is(token, WordClass.NOT_NAME) || page.is(token, WordClass.ROLE)) {
            return true;
        }
        boolean opens = page.opens(token) || page.titled(token) || page.loud(token);
        if (!opens || page.alsoInside(token)) {
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
                || (token < last && page.is(token + 1, WordClass.FIRST_NAME) && page.shape(token + 1) == Shape.CAPITAL)
                || (beforeName(token, last)
                        && (announces(token) || lexicon.ordinary().has(folded(token))));
    }

    private String folded(int token) {
        return Folding.fold(page.text.word(token));
    }

    private boolean announces(int token) {
        return page.is(token, WordClass.ORGANISATION_NOUN) && !page.is(token, WordClass.ORGANISATION_WORD);
    }

    /** Whether a capital follows, or a particle and a capital: Spaarders van Icesave. */
    private boolean beforeName(int token, int last) {
        int next = token + 1;
        while (next < last && page.is(next, WordClass.PARTICLE) && page.shape(next) == Shape.LOWER) {
            next++;
        }
        return next <= last
                && page.text.spaceBefore(token + 1)
                && page.shape(next).named();
    }
}
