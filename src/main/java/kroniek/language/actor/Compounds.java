package kroniek.language.actor;

import kroniek.domain.ActorType;
import org.jspecify.annotations.Nullable;

/** Finds names of the lexicon that are parts of words: {@code Kremlin}woordvoerder, {@code Noord-} en Zuid-Korea. */
final class Compounds {

    private static final int SHORTEST = 3;

    private final Page page;
    private final Lexicon lexicon;
    private final char[] buffer = Folding.buffer();

    Compounds(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** The elliptic first part of a pair of names that differ in their first word, or null. */
    @Nullable
    Name ellipsis(int token, int last) {
        int second = token + 3;
        boolean shape = second + 2 <= last
                && page.sign(token + 1, '-', token)
                && !page.text.spaceBefore(token + 1)
                && page.text.spaceBefore(token + 2)
                && page.is(token + 2, WordClass.FUNCTION)
                && page.hyphenAfter(second);
        if (!shape) {
            return null;
        }
        Entry entry = lexicon.trie().joined(page.word(token), page.word(token + 1), page.word(second + 2));
        if (entry == null || entry.sense().type() != ActorType.COUNTRY) {
            return null;
        }
        Match match = new Match(entry, token, token + 1, false);
        return new Name(
                token, token + 1, page.text.start(token), page.text.end(token + 1), Name.Origin.ELLIPSIS, match, token);
    }

    /** The name at the beginning of the token, or null. */
    @Nullable
    Name at(int token) {
        int from = page.text.start(token);
        int to = page.text.end(token);
        boolean unknown = !page.known(token) && page.shape(token).named();
        if (!unknown || to - from > Folding.LONGEST) {
            return null;
        }
        for (int cut = from + SHORTEST; cut <= to - SHORTEST; cut++) {
            int tail = lexicon.vocabulary().find(buffer, Folding.fold(page.text.string(), cut, to, buffer));
            if (tail < 0 || (lexicon.vocabulary().classes(tail) & WordClass.TAIL.bit()) == 0) {
                continue;
            }
            int head = lexicon.vocabulary().find(buffer, Folding.fold(page.text.string(), from, cut, buffer));
            Entry entry = lexicon.trie().single(head);
            if (entry != null && entry.surface().equals(page.text.string().substring(from, cut))) {
                Match match = new Match(entry, token, token, false);
                return new Name(token, token, from, cut, Name.Origin.LEXICON, match, token);
            }
        }
        return null;
    }
}
