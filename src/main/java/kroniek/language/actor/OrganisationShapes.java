package kroniek.language.actor;

import org.jspecify.annotations.Nullable;

/** Recognises organisations by a word inside their names that says so: Universiteit, Group, NV. */
final class OrganisationShapes {

    private static final int MOST_UNITS = 7;

    private final Page page;
    private final PersonShapes persons;
    private final Suffixes suffixes;

    OrganisationShapes(Page page, PersonShapes persons, Suffixes suffixes) {
        this.page = page;
        this.persons = persons;
        this.suffixes = suffixes;
    }

    /** The organisation whose name begins at a token, or null. */
    @Nullable
    Name at(int first, int last) {
        if (!page.shape(first).named()
                || (page.opens(first) && ordinary(first))
                || page.is(first, WordClass.NOT_NAME)
                || page.is(first, WordClass.ROLE)) {
            return null;
        }
        boolean says = false;
        int saidAt = -1;
        int end = -1;
        int token = first;
        for (int units = 0; units < MOST_UNITS && token >= 0; units++) {
            int unit = persons.unit(token, last);
            if (unit < 0 || page.is(token, WordClass.NOT_NAME)) {
                break;
            }
            end = unit;
            if (says(unit)) {
                says = true;
                saidAt = units;
            }
            token = next(end, last, saidAt == 0);
            says |= token >= 0 && english(end + 1, token);
        }
        boolean several = end > first;
        return says && several ? Name.of(page, first, end, Name.Origin.ORGANISATION, first) : null;
    }

    private boolean ordinary(int token) {
        return !page.is(token, WordClass.ORGANISATION_WORD)
                && (page.is(token, WordClass.ORGANISATION_NOUN)
                        || page.is(token, WordClass.FUNCTION)
                        || page.is(token, WordClass.COMMON)
                        || page.alsoLower(token));
    }

    private boolean says(int token) {
        return page.is(token, WordClass.ORGANISATION_WORD)
                || page.is(token, WordClass.LEGAL_FORM)
                || (!page.known(token) && suffixes.has(page, token, Suffixes.Says.ORGANISATION));
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
