package kroniek.language.actor;

import java.util.List;
import java.util.Set;
import kroniek.domain.Actor;
import kroniek.domain.Mention.Form;
import kroniek.domain.Mention.Rejected;
import org.jspecify.annotations.Nullable;

/** When a capital is its government: where it acts or is a party to something. Otherwise it is a place. */
final class Capitals {

    /** A row of names is looked through so many tokens far. */
    private static final int LONGEST_ROW = 40;

    private static final String UNION = "EU";
    private static final int SHORTEST_VERB = 4;
    private static final Set<String> AWAY = Set.of("van", "via", "over", "op", "door");
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
        boolean union = sense.country().equals(UNION);
        String why = genitive ? "" : acts(first, last, union);
        Actor government = union ? lexicon.actor(UNION_ID) : lexicon.countries().of(sense.country());
        if (why == null || government == null || genitive) {
            Find place = Find.of(sense.actor(), Form.NAME, "capital-as-place", place(first, genitive));
            return government == null ? place : place.rejecting(other(government, "nothing says that it acts"));
        }
        return Find.of(government, Form.METONYM, "capital-acts", why)
                .rejecting(other(sense.actor(), "towns do not act"));
    }

    private static List<Rejected> other(Actor actor, String why) {
        return List.of(new Rejected(actor.id(), actor.name(), why));
    }

    private String place(int first, boolean genitive) {
        if (genitive) {
            return "with a genitive s";
        }
        return context.beforeIs(first, WordClass.LOCATIVE)
                ? "behind '" + page.text.word(first - 1) + "'"
                : "no verb or preposition makes it act";
    }

    private @Nullable String acts(int first, int last, boolean union) {
        if (context.beforeIs(first, WordClass.LOCATIVE)) {
            boolean from = page.text.word(first - 1).equals("uit") && power(first - 2, first);
            return from ? "'" + page.text.word(first - 2) + " uit' before it" : null;
        }
        if (context.percentage(last)) {
            return null;
        }
        if (subject(first, last, union)) {
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

    /** {@code Moskou ontkent}, {@code nadat Tokio had laten weten}, {@code Voor Peking is dit}. */
    private boolean subject(int first, int last, boolean union) {
        if (!page.sameSentence(last + 1, last)) {
            return false;
        }
        if (context.beforeIs(first, WordClass.SUBORDINATOR)) {
            return page.shape(last + 1) == Shape.LOWER;
        }
        if (page.opens(first)) {
            return verb(last + 1, last) || (!union && finite(last + 1, false)) || mood(last + 1, last);
        }
        boolean concerned = page.sameSentence(first - 1, first)
                && page.opens(first - 1)
                && page.text.word(first - 1).equalsIgnoreCase("voor");
        if (concerned) {
            return page.text.word(last + 1).equals("is")
                    || page.text.word(last + 1).equals("was");
        }
        return verb(last + 1, last) && !preposition(first - 1, first);
    }

    /** Whether a word right behind the opening capital ends as finite verbs do; verbs of towns (telt, viert) say nothing. */
    private boolean finite(int token, boolean plural) {
        String word = page.text.word(token);
        boolean ending =
                plural ? word.endsWith("en") : word.endsWith("t") || word.endsWith("te") || word.endsWith("de");
        return ending
                && page.shape(token) == Shape.LOWER
                && word.length() >= SHORTEST_VERB
                && !page.is(token, WordClass.TOWN)
                && (!page.is(token, WordClass.FUNCTION) || word.equals("doet"));
    }

    /** {@code Moskou is woedend}: a state of mind that no city has. */
    private boolean mood(int be, int last) {
        String word = page.text.word(be);
        if (!word.equals("is") && !word.equals("was") && !word.equals("blijft")) {
            return false;
        }
        int token = be + 1;
        while (token <= be + 2 && page.sameSentence(token, last) && page.is(token, WordClass.FUNCTION)) {
            token++;
        }
        return page.is(token, WordClass.MOOD, last);
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
        if (!capital) {
            return null;
        }
        String party = page.is(other - 1, WordClass.PARTY, first) ? party(other) : null;
        boolean both = page.opens(other) && page.sameSentence(first + 1, first) && finite(first + 1, true);
        if (both) {
            return "subject of '" + page.text.word(first + 1) + "'";
        }
        boolean clause = context.beforeIs(other, WordClass.SUBORDINATOR) && page.shape(first + 1) == Shape.LOWER;
        return party == null && clause ? "subject behind '" + page.text.word(other - 1) + "'" : party;
    }

    private @Nullable String party(int first) {
        String party = page.text.word(first - 1);
        boolean acts = party.equalsIgnoreCase("volgens")
                || party.equals("namens")
                || party.equals("aldus")
                || power(first - 2, first)
                || power(first - 3, first);
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
        boolean plural =
                page.opens(first) && page.sameSentence(other.last() + 1, last) && finite(other.last() + 1, true);
        return plural || verb(other.last() + 1, last) ? "subject of '" + page.text.word(other.last() + 1) + "'" : null;
    }

    private boolean verb(int token, int near) {
        return page.sameSentence(token, near)
                && page.shape(token) == Shape.LOWER
                && !page.is(token, WordClass.TOWN)
                && (page.is(token, WordClass.SPEECH) || page.is(token, WordClass.ACT));
    }

    /** Whether a preposition stands there, or before the first of a row of names that ends there: in Algiers, Tripoli en. */
    private boolean preposition(int token, int near) {
        int at = token;
        while (at > token - LONGEST_ROW
                && page.sameSentence(at - 1, near)
                && joint(at)
                && page.shape(at - 1).named()) {
            at -= 2;
        }
        return page.sameSentence(at, near)
                && (page.is(at, WordClass.LOCATIVE)
                        || page.is(at, WordClass.PARTY)
                        || page.is(at, WordClass.NEAR)
                        || AWAY.contains(page.text.word(at)));
    }

    private boolean joint(int token) {
        return page.text.is(token, ',')
                || page.text.word(token).equals("en")
                || page.text.word(token).equals("of");
    }

    private boolean power(int token, int near) {
        return page.is(token, WordClass.POWER, near);
    }
}
