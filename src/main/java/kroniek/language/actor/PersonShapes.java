package kroniek.language.actor;

import org.jspecify.annotations.Nullable;

/** Recognises persons by the shape of their names. */
final class PersonShapes {

    private static final int MOST_SURNAMES = 3;
    /** Nobody has more given names; a longer row, looked at from each of its words, would take quadratic time. */
    private static final int MOST_GIVEN = 12;
    /** So many parts of a name with hyphens, and so many small words before a surname, are looked at. */
    private static final int MOST_PARTS = 8;

    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST_ACRONYM = 5;

    private final Page page;

    PersonShapes(Page page) {
        this.page = page;
    }

    /** The person whose full name begins at a token, or null. */
    @Nullable
    Name at(int first, int last) {
        Name east = east(first, last);
        return east != null ? east : western(first, last);
    }

    /** The last token of the capitalised word at a token, parts joined by hyphens or apostrophes included; -1 if there is none. */
    int unit(int token, int last) {
        if (token > last || !page.shape(token).named()) {
            boolean elided = token <= last && page.shape(token) == Shape.INITIAL && page.apostropheAfter(token);
            if (token + 2 <= last && elidedName(token)) {
                return token + 2;
            }
            boolean word = elided && page.shape(token + 2) == Shape.CAPITAL;
            return word ? unit(token + 2, last) : lettered(token, last);
        }
        int end = token;
        while (end + 2 <= last
                && end < token + 2 * MOST_PARTS
                && (page.hyphenAfter(end) || elision(end))
                && joins(end + 2)
                && (!page.is(end, WordClass.FUNCTION)
                        || page.is(end, WordClass.PARTICLE)
                        || page.is(end, WordClass.FIRST_NAME))) {
            end += 2;
        }
        int married = page.hyphenAfter(end) ? married(end + 2, last) : -1;
        return married < 0 ? end : married;
    }

    /** The last token of a second surname with small particles behind a hyphen: Bakker-ter Horst; -1 if there is none. */
    private int married(int token, int last) {
        int at = token;
        while (at < last && page.is(at, WordClass.PARTICLE) && page.shape(at) == Shape.LOWER) {
            at++;
        }
        return at > token && at <= last && page.shape(at) == Shape.CAPITAL ? unit(at, last) : -1;
    }

    /** The last token of a letter, a hyphen and a word: B-FAST; -1 if there is none. */
    private int lettered(int token, int last) {
        boolean letter = token + 2 <= last
                && page.shape(token) == Shape.INITIAL
                && page.hyphenAfter(token)
                && page.shape(token + 2).named()
                && !page.is(token + 2, WordClass.ROLE)
                && !page.is(token + 2, WordClass.NOT_NAME);
        return letter ? unit(token + 2, last) : -1;
    }

    private boolean elision(int token) {
        return page.apostropheAfter(token) && page.text.end(token) - page.text.start(token) <= 2;
    }

    private boolean joins(int token) {
        return page.shape(token).named()
                && !page.is(token, WordClass.ROLE)
                && !page.is(token, WordClass.TAIL)
                && !page.is(token, WordClass.NOT_NAME);
    }

    private @Nullable Name east(int first, int last) {
        if (!page.is(first, WordClass.FAMILY_FIRST) || !page.shape(first).named() || first + 1 > last) {
            return null;
        }
        int given = first + 1;
        if (!page.text.spaceBefore(given) || !page.shape(given).named() || page.hyphenAfter(first)) {
            return null;
        }
        if (page.hyphenAfter(given) && given + 2 <= last && syllable(given) && syllable(given + 2)) {
            return Name.of(page, first, given + 2, Name.Origin.EAST, first);
        }
        boolean two = given + 1 <= last
                && page.text.spaceBefore(given + 1)
                && page.shape(given + 1) == Shape.CAPITAL
                && syllable(given)
                && syllable(given + 1)
                && !page.known(given + 1);
        if (two && !page.is(given, WordClass.FIRST_NAME)) {
            return Name.of(page, first, given + 1, Name.Origin.EAST, first);
        }
        boolean plain = !page.is(first, WordClass.FIRST_NAME) && !page.known(given) && !page.hyphenAfter(given);
        return plain ? Name.of(page, first, given, Name.Origin.EAST, first) : null;
    }

    private boolean syllable(int token) {
        return page.text.end(token) - page.text.start(token) <= LONGEST_SYLLABLE
                && !page.is(token, WordClass.ROLE)
                && !page.is(token, WordClass.TAIL);
    }

    private @Nullable Name western(int first, int last) {
        int token = first;
        int lastGiven = -1;
        int given = 0;
        for (int names = 0;
                names < MOST_GIVEN && token <= last && (token == first || page.text.spaceBefore(token) || given == 0);
                names++) {
            int end = givenName(token, last, given > 0);
            if (end < 0) {
                break;
            }
            given += page.is(token, WordClass.FIRST_NAME) ? 1 : 0;
            lastGiven = token;
            token = end + 1;
        }
        if (lastGiven < 0) {
            return null;
        }
        int surname = token;
        int end = surname(token, last);
        if (end >= 0 && page.text.spaceBefore(token)) {
            return Name.of(page, first, end, Name.Origin.GIVEN_NAME, surname);
        }
        if (given > 0 && page.shape(lastGiven) == Shape.INITIAL && token == lastGiven + 2) {
            return Name.of(page, first, lastGiven + 1, Name.Origin.GIVEN_NAME, lastGiven);
        }
        boolean two = given >= 2 && lastGiven > first && page.is(lastGiven, WordClass.FIRST_NAME);
        return two ? Name.of(page, first, token - 1, Name.Origin.GIVEN_NAME, lastGiven) : null;
    }

    private int givenName(int token, int last, boolean after) {
        if (page.shape(token) == Shape.INITIAL && !page.is(token, WordClass.FUNCTION)) {
            if (page.sign(token + 1, '.', token) && token + 1 <= last && !page.text.spaceBefore(token + 1)) {
                return token + 1;
            }
            return after && token < last && page.shape(token + 1) == Shape.CAPITAL ? token : -1;
        }
        if (!page.is(token, WordClass.FIRST_NAME) || !page.shape(token).named()) {
            return -1;
        }
        boolean acronym = page.shape(token) == Shape.UPPER && !page.loud(token);
        boolean word = page.opens(token)
                && (page.is(token, WordClass.COMMON) || page.is(token, WordClass.FUNCTION) || page.alsoLower(token));
        return acronym || word ? -1 : unit(token, last);
    }

    /** The last token of a surname at a token, particles and further surnames included; -1 if there is none. */
    int surname(int token, int last) {
        int end = particlesAndWord(token, last);
        for (int i = 1; end >= 0 && i < MOST_SURNAMES; i++) {
            int more = end + 1 <= last && page.text.spaceBefore(end + 1) ? further(end + 1, last) : -1;
            if (more < 0 || page.is(more, WordClass.ROLE)) {
                break;
            }
            end = more;
        }
        return end;
    }

    /** A second surname, or the rest of one like Tjon A Fat; one with a small particle is the place or firm of the person: Jansen van de Universiteit. */
    private int further(int token, int last) {
        boolean inner = page.text.is(token, 'A')
                && token < last
                && page.text.spaceBefore(token + 1)
                && page.shape(token + 1) == Shape.CAPITAL;
        if (inner) {
            return unit(token + 1, last);
        }
        boolean particle = page.is(token, WordClass.PARTICLE) && page.shape(token) == Shape.LOWER;
        return particle && !page.hyphenAfter(token) ? -1 : particlesAndWord(token, last);
    }

    private int particlesAndWord(int token, int last) {
        int at = token;
        while (at < last
                && at < token + MOST_PARTS
                && !elidedName(at)
                && (page.is(at, WordClass.PARTICLE) || elidedArticle(at) || residence(at, token))) {
            boolean clitic = page.apostropheAfter(at) || page.hyphenAfter(at);
            at += clitic || elidedArticle(at) ? 2 : 1;
        }
        if (at > token
                && page.shape(token) == Shape.LOWER
                && (page.is(token, WordClass.LINK) && at == token + 1)
                && page.is(at, WordClass.NOT_NAME)) {
            return -1;
        }
        boolean sentence = at == token
                && at <= last
                && page.opens(at)
                && (page.is(at, WordClass.COMMON) || page.is(at, WordClass.FUNCTION));
        if (at > last || sentence || page.is(at, WordClass.NOT_NAME)) {
            return -1;
        }
        if (at > token && initialled(at, last)) {
            return at + 1;
        }
        if (page.shape(at) == Shape.UPPER
                && !page.loud(at)
                && page.text.end(at) - page.text.start(at) <= LONGEST_ACRONYM) {
            return -1;
        }
        return family(at, last);
    }

    /** The last token of a surname of one word; behind its hyphen may stand a word for a trade: Stammes-Kok. */
    private int family(int token, int last) {
        int end = unit(token, last);
        boolean trade = end >= 0
                && page.hyphenAfter(end)
                && end + 2 <= last
                && page.shape(end + 2) == Shape.CAPITAL
                && page.shape(end) == Shape.CAPITAL
                && page.is(end + 2, WordClass.ROLE);
        return trade ? end + 2 : end;
    }

    /** Whether a surname with a small letter behind its apostrophe begins there: D'hoore. */
    private boolean elidedName(int token) {
        return page.text.is(token, 'D') && page.apostropheAfter(token) && page.shape(token + 2) == Shape.LOWER;
    }

    /** Whether an apostrophe and t or s stand there: van 't Hul. */
    boolean elidedArticle(int token) {
        return (page.text.is(token, '\'') || page.text.is(token, '’'))
                && page.sameSentence(token + 2, token)
                && !page.text.spaceBefore(token + 1)
                && (page.text.is(token + 1, 't') || page.text.is(token + 1, 's'));
    }

    /** Whether the first particle is a preposition of place everywhere else: Bart te Selle, Aad in 't Veld, Griet Op de Beeck. */
    private boolean residence(int token, int first) {
        if (token != first || !page.sameSentence(token + 1, token)) {
            return false;
        }
        String word = page.text.word(token);
        return word.equalsIgnoreCase("te")
                || (word.equalsIgnoreCase("in") && elidedArticle(token + 1))
                || (word.equals("Op") && !page.opens(token) && beforeArticle(token));
    }

    private boolean beforeArticle(int token) {
        return elidedArticle(token + 1)
                || (page.sameSentence(token + 2, token)
                        && page.text.word(token + 1).equals("de")
                        && page.shape(token + 2) == Shape.CAPITAL);
    }

    /** Whether the token is an initial with its full stop, for a surname that is not printed: Mehmet K. */
    boolean initialled(int token, int last) {
        return token < last
                && page.shape(token) == Shape.INITIAL
                && page.text.is(token + 1, '.')
                && !page.text.spaceBefore(token + 1);
    }

    /** The last token of a surname that begins with a capitalised particle ({@code De Jonge}, {@code Van der Poel}); -1 if there is none. */
    int particled(int token, int last) {
        boolean place = residence(token, token) && !page.opens(token);
        boolean particle = (place || page.is(token, WordClass.PARTICLE))
                && page.shape(token).named()
                && token < last;
        return particle ? particlesAndWord(token, last) : -1;
    }
}
