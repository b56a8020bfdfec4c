package kroniek.language.actor;

import kroniek.domain.Mention.Form;
import kroniek.language.text.Text.Kind;
import org.jspecify.annotations.Nullable;

/** When an adjective or a people is its country: {@code Franse president}, {@code de Fransen willen}, not {@code in het Frans}. */
final class Countrymen {

    private final Page page;
    private final Lexicon lexicon;
    private final Context context;

    Countrymen(Page page, Lexicon lexicon, Context context) {
        this.page = page;
        this.lexicon = lexicon;
        this.context = context;
    }

    /** The long form always stands before a noun; the short form is a language or a person's name unless a noun follows. */
    @Nullable
    Find adjective(Match match) {
        int last = match.last();
        String surface = match.entry().surface();
        if (!surface.endsWith("e") && !page.hyphenAfter(last) && article(match.first())) {
            return plural(surface) && !page.shape(last + 1).named() ? people(match) : null;
        }
        boolean whole = surface.endsWith("e") || page.hyphenAfter(last) || noun(last + 1, last);
        return whole ? find(match) : null;
    }

    /** Whether the short form of a region's adjective stands for somebody or for a language: de jonge Fries onderstreepte dat. */
    boolean inhabitant(Match match) {
        int next = match.last() + 1;
        return match.sense().form() == Form.DEMONYM
                && !match.entry().surface().endsWith("e")
                && !page.hyphenAfter(match.last())
                && (!noun(next, match.last()) || page.verb(next, match.last()));
    }

    /** Whether the short form is the people too: de Zwitsers. */
    private static boolean plural(String surface) {
        return surface.endsWith("ers");
    }

    private boolean noun(int token, int last) {
        if (!page.sameSentence(token, last)) {
            return false;
        }
        if (page.is(token, WordClass.FUNCTION)) {
            return conjunction(token) && other(token + 1, last);
        }
        return page.text.kind(token) == Kind.WORD && !page.is(token, WordClass.SPEECH);
    }

    private boolean conjunction(int token) {
        String word = page.text.word(token);
        return word.equals("en") || word.equals("of");
    }

    /** Whether another adjective of the same kind, with its noun, follows the conjunction. */
    private boolean other(int token, int last) {
        if (!page.sameSentence(token, last)) {
            return false;
        }
        Match match = lexicon.trie().longest(page, token, page.sentences.last(page.sentence(last)));
        return match != null
                && match.kind() == Sense.Kind.DEMONYM
                && page.sameSentence(match.last() + 1, last)
                && page.shape(match.last() + 1) == Shape.LOWER
                && !page.is(match.last() + 1, WordClass.FUNCTION);
    }

    /** A people is its country behind the article alone: {@code de Russen}, not {@code tien Russen}. */
    @Nullable
    Find people(Match match) {
        return article(match.first()) || goesWith(match.first()) ? find(match) : null;
    }

    /** Whether a people with its article stands before the conjunction: de Britten en Duitsers. */
    private boolean goesWith(int first) {
        int other = first - 2;
        if (!page.sameSentence(other, first) || !page.text.word(first - 1).equals("en") || !article(other)) {
            return false;
        }
        Match match = lexicon.trie().longest(page, other, other);
        return match != null && match.kind() == Sense.Kind.INHABITANTS;
    }

    /** Behind de, the short form is a person: de Canadees Bloemen. */
    private boolean article(int first) {
        int before = context.before(first);
        return before >= 0 && page.text.word(before).equalsIgnoreCase("de");
    }

    private static Find find(Match match) {
        Sense sense = match.sense();
        return Find.of(sense.actor(), sense.form(), sense.kind().rule(), "in the lexicon");
    }
}
