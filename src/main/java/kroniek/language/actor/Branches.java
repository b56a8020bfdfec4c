package kroniek.language.actor;

import kroniek.domain.ActorType;
import kroniek.language.actor.Name.Origin;
import kroniek.language.actor.Sense.Kind;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A branch of an organisation has the organisation's name and a place or a trade behind it: {@code Ford Genk}, {@code FNV Metaal},
 * {@code ACV-Transcom}. It is an organisation of its own, and the place in its name is no mention.
 */
final class Branches {

    private final Page page;
    private final Lexicon lexicon;

    Branches(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** The name with the branch behind it; the name itself where none follows. */
    Name of(Name name, int last) {
        int year = founded(name, last);
        if (year >= 0) {
            return Name.of(page, name.first(), year, Origin.ORGANISATION, name.first());
        }
        if (page.titled(name.first()) || page.loud(name.first()) || genitive(name) || !owner(name)) {
            return name;
        }
        int end = end(name, last);
        return end < 0 ? name : Name.of(page, name.first(), end, Origin.ORGANISATION, name.first());
    }

    /** The last token of the year behind the name of a club, Excelsior '31; -1 if there is none. */
    private int founded(Name name, int last) {
        int quote = name.last() + 1;
        Match match = name.match();
        boolean club = match == null ? name.origin() == Origin.RUN : match.kind() == Kind.ORGANISATION;
        boolean year = club
                && quote < last
                && (page.text.is(quote, '\'') || page.text.is(quote, '’'))
                && page.text.spaceBefore(quote)
                && !page.text.spaceBefore(quote + 1)
                && page.text.kind(quote + 1) == Text.Kind.NUMBER
                && page.text.end(quote + 1) - page.text.start(quote + 1) == 2;
        return year ? quote + 1 : -1;
    }

    private boolean genitive(Name name) {
        return name.to() < page.text.end(name.last());
    }

    private boolean owner(Name name) {
        Match match = name.match();
        if (match == null) {
            return name.origin() == Origin.RUN && name.first() == name.last() && alone(name.first());
        }
        return match.kind() == Kind.ORGANISATION
                && match.entry().sole()
                && switch (match.sense().sector()) {
                    case FIRM, MAKER, SOCIETY, INSTITUTE, MEDIUM, CLUB -> true;
                    default -> false;
                };
    }

    /** Whether an unknown word can be the first of such a name: neither a given name nor the first of its sentence. */
    private boolean alone(int token) {
        return !page.opens(token)
                && !page.sign(token - 1, '-', token)
                && !page.is(token, WordClass.FIRST_NAME)
                && !page.is(token, WordClass.FAMILY_FIRST)
                && !page.is(token - 1, WordClass.ROLE, token)
                && !page.is(token, WordClass.PLACE_NOUN)
                && !page.genitive(token);
    }

    private int end(Name name, int last) {
        int next = name.last() + 1;
        if (next > last) {
            return -1;
        }
        boolean known = name.match() != null;
        if (known && page.hyphenAfter(name.last()) && page.shape(next + 1) == Shape.CAPITAL) {
            return joined(next + 1, last);
        }
        if (!page.text.spaceBefore(next) || !page.shape(next).named()) {
            return -1;
        }
        Match place = lexicon.trie().longest(page, next, last);
        if (place != null && !place.genitive() && where(place) && !page.hyphenAfter(place.last())) {
            return place.last();
        }
        return known && place == null && trade(name, next) ? next : -1;
    }

    /** The end of a second part behind a hyphen that is neither a known name nor an ordinary second part. */
    private int joined(int token, int last) {
        Match match = lexicon.trie().longest(page, token, last);
        boolean ordinary = page.is(token, WordClass.TAIL)
                || page.is(token, WordClass.ROLE)
                || page.is(token, WordClass.NOT_NAME)
                || page.is(token, WordClass.MODEL);
        if (ordinary || (match != null && match.sense().type() != ActorType.PLACE)) {
            return -1;
        }
        return match == null ? token : match.last();
    }

    private static boolean where(Match match) {
        return match.kind() == Kind.COUNTRY || match.kind() == Kind.PLACE || match.kind() == Kind.CAPITAL;
    }

    /** Whether a union's trade follows: FNV Metaal. */
    private boolean trade(Name name, int next) {
        Match match = name.match();
        return match != null
                && match.sense().sector() == Sector.SOCIETY
                && page.shape(name.first()) == Shape.UPPER
                && page.shape(next) == Shape.CAPITAL
                && !page.is(next, WordClass.FIRST_NAME)
                && !page.is(next, WordClass.ROLE)
                && !page.is(next, WordClass.NOT_NAME);
    }

    /** The id of a firm's branch: that of the place stands for the place's Dutch name; null for everything else. */
    @Nullable
    String id(Name name) {
        Match owner = lexicon.trie().longest(page, name.first(), name.last());
        boolean firm = owner != null
                && (owner.sense().sector() == Sector.FIRM || owner.sense().sector() == Sector.MAKER);
        return firm ? branch(name) : null;
    }

    private @Nullable String branch(Name name) {
        for (int token = name.first() + 1; token <= name.last(); token++) {
            Match match = lexicon.trie().longest(page, token, name.last());
            if (match == null || match.last() != name.last()) {
                continue;
            }
            for (Sense sense : match.entry().senses()) {
                if (sense.type() == ActorType.PLACE) {
                    String owner = page.text.string().substring(name.from(), page.text.start(token));
                    return Slug.of(owner) + '-' + sense.actor().id();
                }
            }
        }
        return null;
    }
}
