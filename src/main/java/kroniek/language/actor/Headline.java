package kroniek.language.actor;

import java.util.BitSet;
import kroniek.domain.ActorType;

/** Where headlines end that stand on one line with their article: before the town in capitals that the article is sent from. */
final class Headline {

    /** A town that no list has is looked for so far from the beginning of the article. */
    private static final int LONGEST = 40;

    private static final int SHORTEST_TOWN = 3;
    private static final int LONGEST_AGENCY = 5;

    private final Page page;
    private final Lexicon lexicon;

    private Headline(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** The first tokens of the towns behind headlines that run on: {@code ... bij ASML VELDHOVEN - Na Intel}. */
    static BitSet datelines(Page page, Lexicon lexicon) {
        Headline headline = new Headline(page, lexicon);
        BitSet towns = new BitSet();
        for (int token = page.sentences.first(0) + 1; token < page.size(); token++) {
            if (page.shape(token) == Shape.UPPER && headline.ends(token)) {
                int town = headline.town(token);
                if (town >= 0) {
                    towns.set(town);
                }
            }
        }
        return towns;
    }

    /** Whether a dash of its own and a capital follow, an agency in brackets between: VELDHOVEN - Na, AMSTERDAM (ANP) - De. */
    private boolean ends(int token) {
        int dash = token + 1;
        if (page.sign(dash, '(', token)) {
            while (page.sameSentence(dash, token) && dash < token + LONGEST_AGENCY && !page.text.is(dash, ')')) {
                dash++;
            }
            dash++;
        }
        return (page.sign(dash, '-', token) || page.sign(dash, '–', token))
                && page.text.spaceBefore(dash)
                && page.sameSentence(dash + 1, token)
                && page.text.spaceBefore(dash + 1);
    }

    /** The first token of the town that ends there: one that the lexicon has, or a single word in capitals that it has not; else -1. */
    private int town(int last) {
        int first = page.sentences.first(page.sentence(last));
        int begin = last;
        while (begin > first && !page.text.lineBefore(begin) && part(begin - 1)) {
            begin--;
        }
        if (begin == first || page.text.lineBefore(begin)) {
            return -1;
        }
        for (int token = begin; token <= last; token++) {
            if (place(token)) {
                return token;
            }
        }
        boolean unknown = begin == last
                && last < page.sentences.first(0) + LONGEST
                && page.text.end(last) - page.text.start(last) >= SHORTEST_TOWN
                && lexicon.trie().longest(page, last, last) == null
                && !page.loud(last);
        return unknown ? last : -1;
    }

    private boolean part(int token) {
        return page.shape(token) == Shape.UPPER || page.text.is(token, '/') || page.text.is(token, '-');
    }

    private boolean place(int token) {
        Match match = page.shape(token) == Shape.UPPER
                ? lexicon.trie().longest(page, token, page.sentences.last(page.sentence(token)))
                : null;
        return match != null
                && match.entry().senses().stream()
                        .anyMatch(sense -> sense.kind() == Sense.Kind.CAPITAL
                                || sense.actor().type() == ActorType.PLACE);
    }
}
