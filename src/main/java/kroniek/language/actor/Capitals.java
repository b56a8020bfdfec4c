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
    private static final Set<String> AWAY = Set.of("van", "via", "over", "op", "door");
    /** Behind these a capital is nothing but its government. */
    private static final Set<String> SOURCE =
            Set.of("volgens", "namens", "aldus", "jegens", "zonder", "dankzij", "ondanks");

    /** The regions of Belgium beside Brussels. */
    private static final Set<String> REGIONS = Set.of("flanders", "wallonia");

    private static final String UNION_ID = "european-union";

    private final Page page;
    private final Lexicon lexicon;
    private final Context context;
    private final Clause clause;
    private final boolean sport;

    Capitals(Page page, Lexicon lexicon, Context context, Setting setting) {
        this.page = page;
        this.lexicon = lexicon;
        this.context = context;
        this.clause = new Clause(page, context);
        this.sport = setting.sport();
    }

    Find resolve(Match match) {
        return resolve(match.sense(), match.first(), match.last(), match.genitive());
    }

    /** The government or the place that a capital is at its place in the text. */
    Find resolve(Sense sense, int first, int last, boolean genitive) {
        boolean union = sense.country().equals(UNION);
        String why = acts(first, last, union, genitive);
        Actor government = union ? lexicon.actor(UNION_ID) : lexicon.countries().of(sense.country());
        if (why == null || government == null) {
            Find place = Find.of(sense.actor(), Form.NAME, "capital-as-place", place(first));
            return government == null ? place : place.rejecting(other(government, "nothing says that it acts"));
        }
        return Find.of(government, Form.METONYM, "capital-acts", why)
                .rejecting(other(sense.actor(), "towns do not act"));
    }

    private static List<Rejected> other(Actor actor, String why) {
        return List.of(new Rejected(actor.id(), actor.name(), why));
    }

    private String place(int first) {
        return context.beforeIs(first, WordClass.LOCATIVE)
                ? "behind '" + page.text.word(first - 1) + "'"
                : "no verb or preposition makes it act";
    }

    private @Nullable String acts(int first, int last, boolean union, boolean genitive) {
        if (genitive) {
            return clause.power(last + 1, last) ? "'" + page.text.word(last + 1) + "' is its own" : null;
        }
        if (context.percentage(last) || sentFrom(first, last) || (union && region(first, last))) {
            return null;
        }
        if (itself(first, last)) {
            return "'" + page.text.word(last + 1) + "' behind it";
        }
        int from = firstOfPair(first);
        int to = lastOfPair(last);
        String why = behind(from, from < first || to > last);
        if (why != null || context.beforeIs(from, WordClass.LOCATIVE)) {
            return why;
        }
        if (subject(from, to, union, from < first || to > last)) {
            return "subject of '" + page.text.word(to + 1) + "'";
        }
        return direct(from, to) || (!sport && !union && clause.governs(from, to))
                ? "'" + page.text.word(from - 1) + "' before it"
                : null;
    }

    /** Whether it is the town that the article is sent from: LONDEN (ANP) - ..., Van onze verslaggever LONDEN. */
    private boolean sentFrom(int first, int last) {
        boolean closes = page.shape(first) == Shape.UPPER && !page.loud(first) && !page.sameSentence(last + 1, last);
        return closes || context.dateline(first);
    }

    /** Whether it opens a sentence that sets it apart from others: Berlijn zelf, waar; Moskou zelf ontkent. */
    private boolean itself(int first, int last) {
        int next = last + 2;
        return page.opens(first)
                && page.sameSentence(next, last)
                && page.text.word(last + 1).equals("zelf")
                && (page.text.is(next, ',') || clause.verb(next, last));
    }

    /** Whether Brussels is the region there, beside another one: Brussel en Wallonië. */
    private boolean region(int first, int last) {
        Match behind =
                page.sameSentence(last + 2, last) && page.text.word(last + 1).equals("en")
                        ? lexicon.trie().longest(page, last + 2, page.sentences.last(page.sentence(last)))
                        : null;
        Match before =
                page.sameSentence(first - 2, first) && page.text.word(first - 1).equals("en")
                        ? lexicon.trie().longest(page, first - 2, first - 2)
                        : null;
        return region(behind) || region(before);
    }

    private static boolean region(@Nullable Match match) {
        return match != null && REGIONS.contains(match.sense().actor().id());
    }

    /** Whether a verb of speaking or acting stands right before: steunen Washington. */
    private boolean direct(int first, int last) {
        return (context.beforeIs(first, WordClass.SPEECH) || context.beforeIs(first, WordClass.ACT))
                && !context.beforeIs(first, WordClass.REACH)
                && !clause.row(last);
    }

    /** {@code Parijs en Londen}: the first of two names that go together; the name's own first token where it is alone. */
    private int firstOfPair(int first) {
        int other = first - 2;
        if (!page.sameSentence(other, first)
                || !page.text.word(first - 1).equals("en")
                || !page.shape(other).named()) {
            return first;
        }
        for (int begin = other; begin >= other - 1 && page.sameSentence(begin, first); begin--) {
            Match match = lexicon.trie().longest(page, begin, other);
            if (match != null && match.last() == other && match.kind() == Sense.Kind.CAPITAL) {
                return begin;
            }
        }
        return first;
    }

    private int lastOfPair(int last) {
        if (!page.sameSentence(last + 2, last) || !page.text.word(last + 1).equals("en")) {
            return last;
        }
        Match other = lexicon.trie().longest(page, last + 2, page.sentences.last(page.sentence(last)));
        if (other == null) {
            return last;
        }
        return other.kind() == Sense.Kind.CAPITAL || other.kind() == Sense.Kind.COUNTRY ? other.last() : last;
    }

    /** What a preposition and what it belongs to say: {@code band met}, {@code gesteund door}, {@code wijzen naar}. */
    private @Nullable String behind(int first, boolean pair) {
        int preposition = first - 1;
        if (!page.sameSentence(preposition, first)) {
            return null;
        }
        String word = page.text.word(preposition);
        boolean says =
                switch (word) {
                    case "uit" -> clause.power(first - 2, first);
                    case "naar" -> clause.looks(preposition);
                    case "door" -> !sport && clause.passive(preposition);
                    case "van", "Van" -> clause.power(first - 2, first) || clause.allows(preposition);
                    case "voor", "Voor" -> !sport && (clause.concerns(preposition) || clause.powerBefore(preposition));
                    case "om", "Om" -> !sport && clause.purpose(preposition);
                    default -> party(preposition, word, pair);
                };
        return says ? "party after '" + word + "'" : null;
    }

    private boolean party(int preposition, String word, boolean pair) {
        if (page.is(preposition, WordClass.AIM)) {
            return clause.powerBefore(preposition) || page.is(preposition - 1, WordClass.MOOD, preposition);
        }
        return page.is(preposition, WordClass.PARTY)
                && (SOURCE.contains(word)
                        || SOURCE.contains(Folding.fold(word))
                        || clause.powerBefore(preposition)
                        || (allied(word) && clause.powerAhead(preposition))
                        || (!sport && (pair || !word.equals("tussen")) && !clause.route(preposition)));
    }

    private static boolean allied(String preposition) {
        return preposition.equalsIgnoreCase("met") || preposition.equals("tegen");
    }

    /** {@code Moskou ontkent}, {@code nadat Tokio had laten weten}, {@code Moskou is woedend}. */
    private boolean subject(int first, int last, boolean union, boolean pair) {
        int next = last + 1;
        if (!page.sameSentence(next, last)) {
            return false;
        }
        if (clause.begins(first)) {
            return clause.subordinate(first, last);
        }
        if (page.opens(first)) {
            boolean loose = !union && (sport ? clause.finite(next, pair) : !pair && clause.opened(next, last));
            boolean both = pair && !union && clause.finite(next, true);
            boolean town = !sport && page.is(next, WordClass.TOWN) && clause.powerAhead(next);
            return clause.verb(next, last)
                    || loose
                    || both
                    || town
                    || clause.mood(next, last)
                    || announces(next, last, union);
        }
        boolean comma = page.sign(first - 1, ',', first)
                && page.sameSentence(first - 2, first)
                && page.shape(first - 2) == Shape.LOWER;
        if (comma && !union && !sport && clause.finite(next, pair)) {
            return true;
        }
        return clause.verb(next, last) && !preposition(first - 1, first);
    }

    /** {@code Peking: sancties zijn onzin}: the one who speaks. */
    private boolean announces(int colon, int last, boolean union) {
        return !union
                && page.sign(colon, ':', last)
                && page.sameSentence(colon + 2, last)
                && page.shape(last) == Shape.CAPITAL
                && page.shape(colon + 1) != Shape.OTHER;
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
}
