package kroniek.language.actor;

import org.jspecify.annotations.Nullable;

/**
 * A name that stands in the article, before it is known whose it is.
 *
 * @param first its first token
 * @param last its last token
 * @param from UTF-16 offset of its first character
 * @param to UTF-16 offset after its last character, genitive s and second parts of compounds left out
 * @param origin what found it
 * @param match the lexicon's surface, for {@link Origin#LEXICON}
 * @param surname the first token of the surname, for the shapes of persons; otherwise the first token
 */
record Name(
        int first,
        int last,
        int from,
        int to,
        Origin origin,
        @Nullable Match match,
        int surname) {

    /** What found a name. */
    enum Origin {
        /** A surface of the lexicon. */
        LEXICON,
        /** The first part of {@code Noord- en Zuid-Korea}. */
        ELLIPSIS,
        /** Given names and a surname. */
        GIVEN_NAME,
        /** A family name and a given name in East Asian order. */
        EAST,
        /** Capitalised words with a word for an organisation among them. */
        ORGANISATION,
        /** An event or treaty, which is no actor. */
        EVENT,
        /** Capitalised words. */
        RUN
    }

    static Name of(Page page, Match match) {
        int to = page.text.end(match.last()) - (match.genitive() ? 1 : 0);
        boolean titled = match.kind() == Sense.Kind.PERSON && match.entry().titled();
        int first = titled ? match.first() + 1 : match.first();
        return new Name(first, match.last(), page.text.start(first), to, Origin.LEXICON, match, first);
    }

    static Name of(Page page, int first, int last, Origin origin, int surname) {
        return new Name(first, last, page.text.start(first), page.text.end(last), origin, null, surname);
    }

    /** Whether this is the shape of a person's full name. */
    boolean fullPerson() {
        return origin == Origin.GIVEN_NAME
                || origin == Origin.EAST
                || (match != null && match.kind() == Sense.Kind.PERSON);
    }

    String text(Page page) {
        return page.text.string().substring(from, to);
    }
}
