package kroniek.language.actor;

import java.util.Set;

/** What the words around a capital in its clause say about whether it acts: verbs, nouns of power, states of mind. */
final class Clause {

    private static final int SHORTEST_VERB = 4;
    private static final int AHEAD = 12;
    private static final int POWER_AHEAD = 6;
    private static final int BACK = 6;
    private static final int POWER_BACK = 4;
    private static final Set<String> DETERMINERS = Set.of(
            "de", "het", "een", "deze", "die", "dit", "dat", "zijn", "haar", "hun", "onze", "ons", "geen", "elke",
            "iedere", "te");
    private static final Set<String> PASSIVE = Set.of("wordt", "worden", "werd", "werden", "geworden");
    private static final Set<String> PARTICIPLE = Set.of("ge", "be", "ver", "ont", "her", "op", "aan", "uit", "in");

    private final Page page;
    private final Context context;

    Clause(Page page, Context context) {
        this.page = page;
        this.context = context;
    }

    /** Whether a verb of speaking or acting stands there. */
    boolean verb(int token, int near) {
        return page.sameSentence(token, near)
                && page.shape(token) == Shape.LOWER
                && !page.is(token, WordClass.TOWN)
                && (page.is(token, WordClass.SPEECH) || page.is(token, WordClass.ACT));
    }

    /** Whether a word ends as finite verbs do; verbs of towns (telt, viert) say nothing. */
    boolean finite(int token, boolean plural) {
        String word = page.text.word(token);
        boolean ending =
                plural ? word.endsWith("en") : word.endsWith("t") || word.endsWith("te") || word.endsWith("de");
        return ending
                && page.shape(token) == Shape.LOWER
                && word.length() >= SHORTEST_VERB
                && !page.is(token, WordClass.TOWN)
                && (!page.is(token, WordClass.FUNCTION) || word.equals("doet"));
    }

    /** Whether what stands behind a name at the beginning of a sentence leaves it the subject: Peking zwoer, Peking ook niet. */
    boolean opened(int next, int last) {
        return page.sameSentence(next, last)
                && page.shape(next) == Shape.LOWER
                && !page.is(next, WordClass.TOWN)
                && !page.is(next, WordClass.COPULA)
                && (!page.is(next, WordClass.FUNCTION)
                        || page.is(next, WordClass.ADVERB)
                        || page.text.word(next).equals("niet")
                        || page.text.word(next).equals("doet"));
    }

    /** Whether a word of travel or a noun for a place stands near a preposition: de trein tussen, een dorp bij. */
    boolean route(int preposition) {
        return back(preposition, WordClass.ROUTE)
                || back(preposition, WordClass.PLACE_NOUN)
                || ahead(preposition, AHEAD, WordClass.ROUTE);
    }

    /** {@code Moskou is woedend}, {@code Caracas boos}: a state of mind that no city has. */
    boolean mood(int token, int last) {
        int at = token;
        if (page.is(at, WordClass.COPULA)) {
            at++;
            while (at <= token + 2 && page.sameSentence(at, last) && page.is(at, WordClass.FUNCTION)) {
                at++;
            }
        }
        return page.is(at, WordClass.MOOD, last) && !page.is(at, WordClass.FUNCTION);
    }

    /** Whether a word stands before behind which a bare name is the subject of its clause: dat, of, zodra; not steden als. */
    boolean begins(int first) {
        int word = first - 1;
        return context.beforeIs(first, WordClass.SUBORDINATOR)
                && (page.opens(word)
                        || !(page.shape(word - 1).named()
                                || page.is(word - 1, WordClass.PLACE_NOUN)
                                || page.text.word(word - 1).endsWith("steden")));
    }

    /** Whether the clause that goes on behind a name says nothing of a town. */
    boolean subordinate(int first, int last) {
        String word = Folding.fold(page.text.word(first - 1));
        boolean list = (word.equals("als") || word.equals("of"))
                && (page.text.word(last + 1).equals("en")
                        || page.text.word(last + 1).equals("of"));
        return page.shape(last + 1) == Shape.LOWER
                && !list
                && !ahead(last, AHEAD, WordClass.REACH)
                && !ahead(last, AHEAD, WordClass.TOWN);
    }

    /** Whether a finite verb, perhaps with an adverb behind it, or a role stands before: beslist straks, president. */
    boolean governs(int first, int last) {
        int token = first - 1;
        while (page.is(token, WordClass.ADVERB, first) && page.shape(token) == Shape.LOWER && token > first - 3) {
            token--;
        }
        if (!page.sameSentence(token, first) || row(last) || ahead(last, AHEAD, WordClass.REACH)) {
            return false;
        }
        if (page.is(token, WordClass.COPULA)) {
            return mood(last + 1, last) || page.text.word(last + 1).equals("aan");
        }
        boolean role = token == first - 1 && page.is(token, WordClass.ROLE) && determined(token - 1);
        return role || (verbLike(token) && !page.is(token, WordClass.REACH) && !page.is(token, WordClass.TOWN));
    }

    private boolean verbLike(int token) {
        if (page.shape(token) != Shape.LOWER || determined(token - 1)) {
            return false;
        }
        if (page.is(token, WordClass.SPEECH) || page.is(token, WordClass.ACT)) {
            return true;
        }
        String word = page.text.word(token);
        boolean ending = word.endsWith("t") || word.endsWith("te") || word.endsWith("de") || word.endsWith("en");
        return ending
                && word.length() >= SHORTEST_VERB
                && !page.is(token, WordClass.FUNCTION)
                && !page.is(token, WordClass.PLACE_NOUN)
                && !determined(token - 2);
    }

    private boolean determined(int token) {
        return page.sameSentence(token, token + 1) && DETERMINERS.contains(Folding.fold(page.text.word(token)));
    }

    /** Whether a comma and another name follow: Tokio, Seoul. */
    boolean row(int last) {
        return page.sign(last + 1, ',', last)
                && page.sameSentence(last + 2, last)
                && page.shape(last + 2).named();
    }

    /** Whether a noun for what a government has, says or decides stands there. */
    boolean power(int token, int near) {
        return page.sameSentence(token, near)
                && page.shape(token) != Shape.OTHER
                && (page.is(token, WordClass.POWER) || context.suffix(token, Suffixes.Says.POWER));
    }

    /** Whether a noun of power stands before a preposition, adjectives and names between: gasleveringen van Moskou aan. */
    boolean powerBefore(int preposition) {
        if (power(preposition - 2, preposition)) {
            return true;
        }
        for (int token = preposition - 1; token >= preposition - POWER_BACK; token--) {
            if (power(token, preposition)) {
                return true;
            }
            boolean between = page.sameSentence(token, preposition)
                    && (page.shape(token).named()
                            || page.text.word(token).equals("van")
                            || (page.shape(token) == Shape.LOWER && !page.is(token, WordClass.FUNCTION)));
            if (!between) {
                return false;
            }
        }
        return false;
    }

    /** Whether a noun of power follows in the clause: met Parijs een akkoord, Peking ligt overhoop. */
    boolean powerAhead(int token) {
        return ahead(token, POWER_AHEAD, WordClass.POWER);
    }

    /** Whether a verb or noun of looking or pointing goes with "naar": wijzen naar. */
    boolean looks(int preposition) {
        return back(preposition, WordClass.LOOK) || ahead(preposition, POWER_AHEAD, WordClass.LOOK);
    }

    /** Whether "door" names who does it: wordt door, gesteund door, door Moskou gesteunde. */
    boolean passive(int preposition) {
        for (int token = preposition - 1; token >= preposition - BACK; token--) {
            if (!page.sameSentence(token, preposition) || page.text.is(token, ',')) {
                break;
            }
            if (PASSIVE.contains(page.text.word(token))) {
                return true;
            }
        }
        if (participle(preposition - 1, preposition, false)) {
            return true;
        }
        for (int token = preposition + 2; token <= preposition + POWER_BACK; token++) {
            if (participle(token, preposition, true)) {
                return true;
            }
        }
        return false;
    }

    private boolean participle(int token, int near, boolean attributive) {
        if (!page.sameSentence(token, near) || page.shape(token) != Shape.LOWER || page.is(token, WordClass.FUNCTION)) {
            return false;
        }
        String word = page.text.word(token);
        boolean ending = word.endsWith("d") || word.endsWith("t") || word.endsWith("en");
        boolean inflected = attributive && (word.endsWith("de") || word.endsWith("te"));
        return (ending || inflected)
                && word.length() > SHORTEST_VERB
                && PARTICIPLE.stream().anyMatch(word::startsWith)
                && !page.is(token, WordClass.REACH);
    }

    /** {@code Van Den Haag hoeven wij niets}: who allows or demands, before a verb that says so. */
    boolean allows(int preposition) {
        int next = preposition + 1;
        while (page.sameSentence(next, preposition) && page.shape(next).named()) {
            next++;
        }
        return page.opens(preposition) && page.is(next, WordClass.PERMIT, preposition);
    }

    /** {@code Voor Dublin zat er niets anders op}: whom the sentence is about. */
    boolean concerns(int preposition) {
        int next = preposition + 1;
        while (page.sameSentence(next, preposition) && page.shape(next).named()) {
            next++;
        }
        boolean opening = page.opens(preposition) && page.is(next, WordClass.FUNCTION, preposition);
        return (opening && page.shape(next) == Shape.LOWER) || page.is(preposition - 1, WordClass.MOOD, preposition);
    }

    /** {@code om Washington niet te ergeren}, not {@code om Parijs te bezoeken}. */
    boolean purpose(int om) {
        for (int token = om + 2; token <= om + AHEAD && page.sameSentence(token, om); token++) {
            if (page.text.word(token).equals("te")) {
                return page.sameSentence(token + 1, om)
                        && page.shape(token + 1) == Shape.LOWER
                        && !page.is(token + 1, WordClass.REACH);
            }
            if (page.shape(token) == Shape.OTHER) {
                return false;
            }
        }
        return false;
    }

    /** Whether a word of a class stands behind, before the next sign. */
    private boolean ahead(int last, int most, WordClass in) {
        for (int token = last + 1; token <= last + most; token++) {
            if (!page.sameSentence(token, last) || page.shape(token) == Shape.OTHER) {
                return false;
            }
            if (page.is(token, in) && page.shape(token) == Shape.LOWER) {
                return true;
            }
        }
        return false;
    }

    private boolean back(int first, WordClass in) {
        for (int token = first - 1; token >= first - BACK; token--) {
            if (!page.sameSentence(token, first) || page.text.is(token, ',')) {
                return false;
            }
            if (page.is(token, in)) {
                return true;
            }
        }
        return false;
    }
}
