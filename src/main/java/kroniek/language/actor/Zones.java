package kroniek.language.actor;

import java.util.BitSet;
import kroniek.domain.Span;

/** Which tokens of an article are no running text: web furniture and bylines name nobody, source labels name without counting. */
final class Zones {

    private static final int LONGEST_BYLINE = 7;
    private static final int LONGEST_INITIALS = 4;

    private final Page page;
    private final Lexicon lexicon;
    private final BitSet silent = new BitSet();
    private final BitSet label = new BitSet();

    private Zones(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** Finds the zones of an article. */
    static Zones of(Page page, Lexicon lexicon, ZoneRules rules) {
        Zones zones = new Zones(page, lexicon);
        for (int i = 0; i < page.sentences.size(); i++) {
            zones.rules(i, rules);
            zones.initials(i);
        }
        WorkTitles.mark(page, lexicon, zones.silent);
        Span source = page.article.sourceSpan();
        if (source != null) {
            int first = page.text.tokenAt(page.text.utf16(source.start()));
            int after = page.text.tokenAt(page.text.utf16(source.end()));
            zones.label.set(first, Math.max(first, after));
        }
        return zones;
    }

    private void rules(int sentence, ZoneRules rules) {
        int last = page.sentences.last(sentence);
        int token = page.sentences.first(sentence);
        while (token <= last) {
            ZoneRules.Rule rule = page.opens(token) ? rules.at(page, token, last) : null;
            if (rule != null) {
                int begin = token + rule.words().size();
                switch (rule.kind()) {
                    case FURNITURE -> silent.set(token, last + 1);
                    case LABEL -> label.set(begin, labelEnd(begin, last) + 1);
                    case BYLINE -> {
                        if (last - token < LONGEST_BYLINE && !page.text.is(last, '.')) {
                            silent.set(token, last + 1);
                            silent.set(last, !town(last));
                        }
                    }
                }
                token = begin;
            } else {
                token++;
            }
        }
    }

    /** Whether a byline ends with the town in capitals that the article is sent from: Van onze verslaggever LONDEN. */
    private boolean town(int token) {
        Match match = lexicon.trie().longest(page, token, token);
        return page.shape(token) == Shape.UPPER
                && match != null
                && (match.kind() == Sense.Kind.CAPITAL || match.kind() == Sense.Kind.PLACE);
    }

    /** A source label goes as far as its capitals: DPA, ANP / Reuters. */
    private int labelEnd(int first, int last) {
        int end = first - 1;
        while (end < last) {
            int next = end + 1;
            Match match = lexicon.trie().longest(page, next, last);
            if (match != null && match.kind() == Sense.Kind.ORGANISATION) {
                end = match.last();
            } else if ((match == null && page.shape(next).named()) || joint(next)) {
                end = next;
            } else {
                return end;
            }
        }
        return end;
    }

    private boolean joint(int token) {
        return page.text.is(token, '/')
                || page.text.is(token, ',')
                || page.text.is(token, '-')
                || page.text.is(token, '&');
    }

    /** The initials of an author stand alone at the end of a line that has no full stop. */
    private void initials(int sentence) {
        int last = page.sentences.last(sentence);
        boolean line = last + 1 == page.size() || page.text.lineBefore(last + 1);
        int length = page.text.end(last) - page.text.start(last);
        if (line
                && last > page.sentences.first(sentence)
                && page.shape(last) == Shape.UPPER
                && length <= LONGEST_INITIALS
                && page.text.spaceBefore(last)
                && !page.loud(last)
                && !lexicon.trie().starts(page.word(last))) {
            silent.set(last);
        }
    }

    /** Whether nothing is named at the token. */
    boolean silent(int token) {
        return silent.get(token);
    }

    /** Whether a name at the token is a source label. */
    boolean label(int token) {
        return label.get(token);
    }
}
