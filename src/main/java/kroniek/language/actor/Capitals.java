package kroniek.language.actor;

import kroniek.domain.Actor;
import kroniek.domain.Mention.Form;
import org.jspecify.annotations.Nullable;

/** When a capital is its government: where it acts or is a party to something. Otherwise it is a place. */
final class Capitals {

    private static final String UNION = "EU";
    private static final String UNION_ID = "european-union";

    private final Page page;
    private final Lexicon lexicon;
    private final Context context;

    Capitals(Page page, Lexicon lexicon, Context context) {
        this.page = page;
        this.lexicon = lexicon;
        this.context = context;
    }

    Find resolve(Name name, Match match) {
        return resolve(match.sense(), match.first(), match.last(), match.genitive());
    }

    /** The government or the place that a capital is at its place in the text. */
    Find resolve(Sense sense, int first, int last, boolean genitive) {
        String why = genitive ? "" : acts(first, last);
        Actor government = sense.country().equals(UNION)
                ? lexicon.actor(UNION_ID)
                : lexicon.countries().of(sense.country());
        if (why == null || government == null || genitive) {
            return Find.of(sense.actor(), Form.NAME, "capital-as-place", "");
        }
        return Find.of(government, Form.METONYM, "capital-acts", why);
    }

    private @Nullable String acts(int first, int last) {
        if (context.beforeIs(first, WordClass.LOCATIVE)) {
            return null;
        }
        if (verb(last + 1, last) && !preposition(first - 1, first)) {
            return "subject of '" + page.text.word(last + 1) + "'";
        }
        if (context.beforeIs(first, WordClass.SPEECH) || context.beforeIs(first, WordClass.ACT)) {
            return "'" + page.text.word(first - 1) + "' before it";
        }
        String party = context.beforeIs(first, WordClass.PARTY) ? party(first) : null;
        if (party != null) {
            return party;
        }
        boolean of =
                page.sameSentence(first - 1, first) && page.text.word(first - 1).equals("van");
        if (of && power(first - 2, first)) {
            return "'" + page.text.word(first - 2) + " van' before it";
        }
        String second = second(first);
        return second == null ? pair(first, last) : second;
    }

    /** {@code overleg met Parijs en Berlijn}: the second of two that are party to something. */
    private @Nullable String second(int first) {
        int other = first - 2;
        if (!page.sameSentence(other, first)
                || !page.text.word(first - 1).equals("en")
                || !page.shape(other).named()) {
            return null;
        }
        Match match = lexicon.trie().longest(page, other, other);
        boolean capital =
                match != null && match.kind() == Sense.Kind.CAPITAL && !page.is(other - 1, WordClass.LOCATIVE, first);
        return capital && page.is(other - 1, WordClass.PARTY, first) ? party(other) : null;
    }

    private @Nullable String party(int first) {
        String party = page.text.word(first - 1);
        boolean acts = party.equalsIgnoreCase("volgens") || power(first - 2, first) || power(first - 3, first);
        return acts ? "party after '" + party + "'" : null;
    }

    /** {@code Moskou en Peking eisen}: two that act together. */
    private @Nullable String pair(int first, int last) {
        if (!page.sameSentence(last + 2, last)
                || !page.text.word(last + 1).equals("en")
                || preposition(first - 1, first)) {
            return null;
        }
        Match other = lexicon.trie().longest(page, last + 2, page.sentences.last(page.sentence(last)));
        if (other == null || !(other.kind() == Sense.Kind.CAPITAL || other.kind() == Sense.Kind.COUNTRY)) {
            return null;
        }
        return verb(other.last() + 1, last) ? "subject of '" + page.text.word(other.last() + 1) + "'" : null;
    }

    private boolean verb(int token, int near) {
        return page.sameSentence(token, near)
                && page.shape(token) == Shape.LOWER
                && (page.is(token, WordClass.SPEECH) || page.is(token, WordClass.ACT));
    }

    private boolean preposition(int token, int near) {
        return page.sameSentence(token, near)
                && (page.is(token, WordClass.LOCATIVE)
                        || page.is(token, WordClass.PARTY)
                        || page.text.word(token).equals("van"));
    }

    private boolean power(int token, int near) {
        return page.is(token, WordClass.POWER, near);
    }
}
