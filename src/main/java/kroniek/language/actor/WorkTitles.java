package kroniek.language.actor;

import java.util.BitSet;
import kroniek.language.text.Text.Kind;

/** Titles of books, films and songs between quotation marks, whose words name nobody: {@code zijn roman 'Het lied van Polen'}. */
final class WorkTitles {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 9;

    private final Page page;
    private final Lexicon lexicon;

    private WorkTitles(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** Adds the tokens of all titles to a set. */
    static void mark(Page page, Lexicon lexicon, BitSet silent) {
        WorkTitles titles = new WorkTitles(page, lexicon);
        for (int token = page.sentences.first(0); token < page.size(); token++) {
            int last = page.text.kind(token) == Kind.SIGN && titles.opening(token) ? titles.last(token) : -1;
            if (last >= 0) {
                silent.set(token + 1, last + 1);
                token = last;
            }
        }
    }

    /** Whether a quotation mark opens there, inside a sentence, behind something else than a colon or a verb of speaking. */
    private boolean opening(int token) {
        int before = token - 1;
        return quote(token)
                && page.sameSentence(before, token)
                && page.text.spaceBefore(token)
                && page.sameSentence(token + 1, token)
                && !page.text.spaceBefore(token + 1)
                && page.shape(token + 1).named()
                && !page.text.is(before, ':')
                && !page.is(before, WordClass.SPEECH)
                && !page.is(before, WordClass.ORGANISATION_NOUN);
    }

    /** The last token of the title behind an opening quotation mark; -1 if it is no title. */
    private int last(int opening) {
        int words = 0;
        for (int token = opening + 1; token <= opening + LONGEST && page.sameSentence(token, opening); token++) {
            if (quote(token) && !page.text.spaceBefore(token) && closes(token)) {
                return words >= SHORTEST && page.text.kind(token - 1) != Kind.SIGN && !described(opening + 1)
                        ? token - 1
                        : -1;
            }
            words += page.text.kind(token) == Kind.WORD ? 1 : 0;
            boolean says = page.shape(token) == Shape.LOWER
                    && (page.is(token, WordClass.ACT)
                            || page.is(token, WordClass.SPEECH)
                            || page.is(token, WordClass.COPULA));
            if (says) {
                return -1;
            }
        }
        return -1;
    }

    private boolean closes(int token) {
        return !page.sameSentence(token + 1, token)
                || page.text.spaceBefore(token + 1)
                || page.text.kind(token + 1) == Kind.SIGN;
    }

    /** Whether the quotation is a demonym and its noun: 'Amerikaanse toestanden'. */
    private boolean described(int first) {
        Match match = lexicon.trie().longest(page, first, page.sentences.last(page.sentence(first)));
        return match != null && match.kind() == Sense.Kind.DEMONYM && page.shape(match.last() + 1) == Shape.LOWER;
    }

    private boolean quote(int token) {
        return "\"'“”„‘’«»".indexOf(page.text.string().charAt(page.text.start(token))) >= 0;
    }
}
