package kroniek.language.actor;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises organisations by a word inside their names that says so: Universiteit, Group, NV. */
final class OrganisationShapes {

    private static final int MOST_UNITS = 7;
    private static final List<String> ADJECTIVES =
            List.of("se", "sche", "ale", "ele", "lijke", "ieve", "aal", "eel", "lijk", "isch", "ands", "Hoge");
    private static final Set<String> SMALL = Set.of("nv", "bv", "bvba", "vzw", "cvba", "gmbh");
    private static final Set<String> DOTTED = Set.of("B.V.", "N.V.", "e.V.");

    private final Page page;
    private final PersonShapes persons;
    private final Suffixes suffixes;
    private final OrdinaryWords ordinary;

    OrganisationShapes(Page page, PersonShapes persons, Suffixes suffixes, OrdinaryWords ordinary) {
        this.ordinary = ordinary;
        this.page = page;
        this.persons = persons;
        this.suffixes = suffixes;
    }

    /** The organisation whose name begins at a token, or null. */
    @Nullable
    Name at(int first, int last) {
        if (!page.shape(first).named()
                || (page.opens(first) && (ordinary(first) || headNoun(first, last)))
                || page.is(first, WordClass.NOT_NAME)
                || page.is(first, WordClass.ROLE)) {
            return null;
        }
        boolean says = false;
        boolean head = false;
        boolean links = false;
        int saidAt = -1;
        int end = -1;
        int token = first;
        for (int units = 0; units < MOST_UNITS && token >= 0; units++) {
            int unit = persons.unit(token, last);
            if (unit < 0 || page.is(token, WordClass.NOT_NAME) || (units > 0 && begins(first, token))) {
                break;
            }
            end = unit;
            says |= noun(unit);
            if (says(unit)) {
                says = true;
                saidAt = units;
            }
            head |= saidAt == 0 || (saidAt == units && adjective(first));
            token = next(end, last, head);
            token = token < 0 && units == 0 && head ? beside(end, last) : token;
            says |= token >= 0 && english(end + 1, token);
            boolean linked = token > end + 1;
            if (linked && links && persons.at(token, last) != null) {
                break;
            }
            links |= linked;
        }
        int legal = end < 0 ? end : legalForm(end, last);
        says |= legal > end;
        end = legal;
        boolean several = end > first;
        return says && several ? Name.of(page, first, end, Name.Origin.ORGANISATION, first) : null;
    }

    /** Whether a sentence begins there, behind a headline without full stop: Brussels Airlines De regering wil; not Stichting Het lege nest. */
    private boolean begins(int first, int token) {
        return !page.is(first, WordClass.ORGANISATION_NOUN)
                && page.shape(token) == Shape.CAPITAL
                && page.is(token, WordClass.FUNCTION)
                && page.sameSentence(token + 1, token)
                && page.shape(token + 1) == Shape.LOWER
                && !page.is(token - 1, WordClass.PARTICLE);
    }

    private boolean ordinary(int token) {
        return !page.is(token, WordClass.ORGANISATION_WORD)
                && (page.is(token, WordClass.ORGANISATION_NOUN)
                        || page.is(token, WordClass.FUNCTION)
                        || page.is(token, WordClass.COMMON)
                        || page.alsoLower(token));
    }

    /** Whether a noun for what follows opens the sentence: Vakbond, Reizigersorganisatie, Kredietbeoordelaar. */
    private boolean headNoun(int token, int last) {
        return token < last
                && !page.is(token, WordClass.ORGANISATION_WORD)
                && !page.alsoInside(token)
                && page.shape(token) == Shape.CAPITAL
                && page.shape(token + 1).named()
                && page.text.spaceBefore(token + 1)
                && (suffixes.has(page, token, Suffixes.Says.ORGANISATION)
                        || suffixes.has(page, token, Suffixes.Says.ROLE))
                && ordinary.has(Folding.fold(page.text.word(token)));
    }

    /** Whether a name may begin with the word and its noun follow: Hoge Raad van, Nationale Liga voor. */
    private boolean adjective(int token) {
        String word = page.text.word(token);
        return !page.is(token, WordClass.FIRST_NAME) && ADJECTIVES.stream().anyMatch(word::endsWith);
    }

    /** The last token of a legal form behind a name in small letters or with full stops: nv, B.V., Inc.; the name's own otherwise. */
    private int legalForm(int end, int last) {
        int next = end + 1;
        if (next >= last) {
            return next == last && small(next) ? next : end;
        }
        if (page.is(end, WordClass.LEGAL_FORM) && page.text.is(next, '.') && !page.text.spaceBefore(next)) {
            return next;
        }
        boolean dotted = next + 3 <= last
                && page.text.spaceBefore(next)
                && DOTTED.contains(page.text.string().substring(page.text.start(next), page.text.end(next + 3)));
        return dotted ? next + 3 : small(next) ? next : end;
    }

    private boolean small(int token) {
        return page.text.spaceBefore(token) && SMALL.contains(page.text.word(token));
    }

    private boolean says(int token) {
        return page.is(token, WordClass.ORGANISATION_WORD)
                || page.is(token, WordClass.LEGAL_FORM)
                || (!page.known(token) && suffixes.has(page, token, Suffixes.Says.ORGANISATION));
    }

    /** Whether a noun for an organisation has a capital inside a sentence: Toneelgroep Kwikwater. No small words join it to a name behind. */
    private boolean noun(int token) {
        return page.is(token, WordClass.ORGANISATION_NOUN)
                && !page.opens(token)
                && !page.titled(token)
                && !agent(token);
    }

    /** Whether a word names who does something, and so may be a surname: Brouwer, Bouwer. */
    private boolean agent(int token) {
        return page.text.word(token).endsWith("er") || page.text.word(token).endsWith("aar");
    }

    /** The token of the next capitalised word of the name, behind small words where those belong; -1 if there is none. */
    private int next(int end, int last, boolean headFirst) {
        int token = end + 1;
        if (token > last || !page.text.spaceBefore(token)) {
            return -1;
        }
        int links = 0;
        while (token < last && links < 3 && link(token, headFirst)) {
            token++;
            links++;
        }
        boolean capital = page.shape(token).named() && page.text.spaceBefore(token);
        return capital ? token : -1;
    }

    /** The token of a river or square behind the first word of a house's name: Theater aan de Parade; -1 if there is none. */
    private int beside(int end, int last) {
        int token = end + 3;
        boolean by = token <= last
                && page.text.word(end + 1).equals("aan")
                && (page.text.word(end + 2).equals("de")
                        || page.text.word(end + 2).equals("het"))
                && page.shape(token) == Shape.CAPITAL;
        return by && !suffixes.has(page, token, Suffixes.Says.PLACE) ? token : -1;
    }

    /** Whether the small words between two capitals are those of an English name: Mobilisation for the Environment, Smith & Sons. */
    private boolean english(int first, int after) {
        return first < after
                && (page.text.is(first, '&')
                        || page.text.word(first).equals("for")
                        || page.text.word(first).equals("and"));
    }

    private boolean link(int token, boolean headFirst) {
        if (page.text.is(token, '&')) {
            return true;
        }
        if (page.shape(token) != Shape.LOWER) {
            return false;
        }
        String word = page.text.word(token);
        return word.equals("of")
                || word.equals("and")
                || word.equals("for")
                || word.equals("the")
                || (headFirst && page.is(token, WordClass.LINK));
    }
}
