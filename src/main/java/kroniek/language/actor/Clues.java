package kroniek.language.actor;

import java.util.List;
import java.util.Set;
import kroniek.domain.ActorType;
import kroniek.language.text.Text.Kind;
import org.jspecify.annotations.Nullable;

/** Collects what stands in and beside a name that no lexicon has. */
final class Clues {

    private static final int LONGEST_ACRONYM = 6;
    private static final int LONGEST_INITIALS = 3;
    private static final Set<String> ARTICLES = Set.of("het", "de", "een");
    private static final Set<String> EMPLOYED_BY = Set.of("voor", "bij");
    private static final List<String> INNER_PREFIXES = List.of("Mc", "Mac", "De", "Le", "La", "O", "Van", "Ver", "Di");

    private final Page page;
    private final Context context;
    private final OrdinaryWords ordinary;
    private final boolean business;

    Clues(Page page, Context context, OrdinaryWords ordinary, boolean business) {
        this.business = business;
        this.page = page;
        this.context = context;
        this.ordinary = ordinary;
    }

    /** Adds the clues of one place; those of the form only once. */
    void observe(Profile p, int first, int last) {
        p.occurrences++;
        if (!page.opens(first) && !page.titled(first)) {
            p.inside++;
        }
        before(p, first);
        after(p, first, last);
        if (p.occurrences == 1) {
            form(p, first, last);
            lastWord(p, first, last);
        }
    }

    /** Adds what only all places together show. */
    void conclude(Profile p, int first, int last) {
        if (business) {
            p.add(Clue.BUSINESS);
        }
        if (p.inside == 0) {
            p.add(Clue.ONLY_OPENS);
        } else if (p.occurrences > 1) {
            p.add(Clue.REPEATED);
        }
        boolean word = p.inside == 0 && first == last && page.shape(first) == Shape.CAPITAL;
        if (word && ordinary.has(Folding.fold(page.text.word(first)))) {
            p.add(Clue.ORDINARY);
        }
    }

    private void before(Profile p, int first) {
        Clue clue = clueBefore(first);
        if (clue != null) {
            p.add(clue, before(first, clue));
        }
        if (context.demonymBefore(first)) {
            p.add(demonym(first));
        }
        if (numbered(first)) {
            p.add(Clue.NUMBER_BEFORE);
        }
        if (context.maker(first)) {
            p.add(Clue.MAKER_BEFORE, page.text.word(first - 1));
        }
        if (context.dateline(first)) {
            p.add(Clue.DATELINE);
        }
    }

    private Clue demonym(int first) {
        int article = first - 2;
        boolean neuter =
                page.sameSentence(article, first) && page.text.word(article).equalsIgnoreCase("het");
        if (!neuter) {
            return Clue.DEMONYM_BEFORE;
        }
        return page.is(article - 1, WordClass.LOCATIVE, first)
                ? Clue.IN_NEUTER_DEMONYM_BEFORE
                : Clue.NEUTER_DEMONYM_BEFORE;
    }

    private String before(int first, Clue clue) {
        boolean second = clue == Clue.HEAD_OF || clue == Clue.POSSESSION_OF || clue == Clue.EMPLOYS;
        return page.text.word(second || such(first) ? first - 2 : first - 1);
    }

    private @Nullable Clue clueBefore(int first) {
        if (context.roleBefore(first)) {
            return Clue.ROLE_BEFORE;
        }
        if (organisationNoun(first) || (such(first) && organisationNoun(first - 1))) {
            return Clue.ORGANISATION_NOUN_BEFORE;
        }
        if (context.beforeIs(first, WordClass.PLACE_NOUN) || context.nounBefore(first, Suffixes.Says.PLACE)) {
            return Clue.PLACE_NOUN_BEFORE;
        }
        if (context.beforeIs(first, WordClass.THING_NOUN) || context.nounBefore(first, Suffixes.Says.THING)) {
            return Clue.THING_NOUN_BEFORE;
        }
        if (context.beforeIs(first, WordClass.LOCATIVE)) {
            return Clue.LOCATIVE_BEFORE;
        }
        return of(first) ? possessed(first) : smallBefore(first);
    }

    private boolean organisationNoun(int first) {
        return context.beforeIs(first, WordClass.ORGANISATION_NOUN)
                || context.nounBefore(first, Suffixes.Says.ORGANISATION);
    }

    /** Whether "als" stands before: bedrijven als. */
    private boolean such(int first) {
        return page.sameSentence(first - 2, first)
                && (page.text.word(first - 1).equals("als")
                        || page.text.word(first - 1).equals("zoals"));
    }

    private boolean of(int first) {
        return page.sameSentence(first - 2, first) && page.text.word(first - 1).equals("van");
    }

    private @Nullable Clue possessed(int first) {
        int noun = first - 2;
        if (context.reigns(noun)) {
            return Clue.REIGNED_OVER;
        }
        if (page.is(noun, WordClass.ROLE)) {
            return Clue.HEAD_OF;
        }
        return page.is(noun, WordClass.TAIL) && page.shape(noun) == Shape.LOWER ? Clue.POSSESSION_OF : null;
    }

    private @Nullable Clue smallBefore(int first) {
        int before = first - 1;
        if (!page.sameSentence(before, first)) {
            return null;
        }
        if (EMPLOYED_BY.contains(page.text.word(before))
                && page.sameSentence(first - 2, first)
                && page.text.word(first - 2).startsWith("werk")) {
            return Clue.EMPLOYS;
        }
        if (page.is(before, WordClass.NEAR)) {
            return Clue.NEAR_BEFORE;
        }
        if (page.is(before, WordClass.PARTY)) {
            return Clue.PARTY_BEFORE;
        }
        if (ARTICLES.contains(page.text.word(before)) || ARTICLES.contains(Folding.fold(page.text.word(before)))) {
            return context.at(first - 2) ? Clue.AT_ARTICLE_BEFORE : Clue.ARTICLE_BEFORE;
        }
        return null;
    }

    private void after(Profile p, int first, int last) {
        if (context.bracketsAfter(last) || context.partyAfter(last)) {
            p.add(Clue.AGE_OR_PARTY);
        }
        apposition(p, last);
        if (context.speaks(first, last)) {
            p.add(Clue.SPEAKS);
        } else if (context.afterIs(last, WordClass.ACT)) {
            p.add(Clue.ACTS, page.text.word(last + 1));
        } else if (page.verb(last + 1, last)) {
            p.add(Clue.VERB_AFTER);
        }
        if (page.hyphenAfter(last) && page.is(last + 2, WordClass.TAIL)) {
            p.add(Clue.POSSESSION_AFTER, page.text.word(last + 2));
        } else if (context.tailAfter(last)) {
            p.add(Clue.COMPOUND);
        }
        if (context.quoted(first, last)) {
            p.add(Clue.QUOTED);
        }
        belongs(p, last);
        numbers(p, last);
        if (index(first, last)) {
            p.add(Clue.INDEX);
        }
    }

    private void apposition(Profile p, int last) {
        if (context.appositionHas(last, WordClass.ROLE)) {
            p.add(Clue.ROLE_AFTER);
        } else if (context.appositionHas(last, WordClass.ORGANISATION_NOUN)) {
            p.add(Clue.ORGANISATION_NOUN_AFTER);
        } else if (context.appositionHas(last, WordClass.PLACE_NOUN)) {
            p.add(Clue.PLACE_NOUN_AFTER);
        } else if (page.sign(last + 1, ',', last) && page.sameSentence(last + 2, last)) {
            String word = page.text.word(last + 2);
            if (word.equals("dat")) {
                p.add(Clue.RELATIVE_NEUTER);
            } else if (word.equals("die")) {
                p.add(Clue.RELATIVE_COMMON);
            }
        }
    }

    private void belongs(Profile p, int last) {
        if (!page.sameSentence(last + 2, last) || !page.shape(last + 2).named()) {
            return;
        }
        String word = page.text.word(last + 1);
        if (word.equals("uit")) {
            p.add(Clue.COMES_FROM);
        } else if (word.equals("van") && context.known(last + 2, ActorType.ORGANISATION)) {
            p.add(Clue.BELONGS_TO);
        }
    }

    /** Whether a share index stands there: de TASI verloor 5,5 procent. */
    private boolean index(int first, int last) {
        return first == last
                && page.shape(first) == Shape.UPPER
                && page.sameSentence(first - 1, first)
                && Folding.fold(page.text.word(first - 1)).equals("de")
                && context.percentage(last);
    }

    private void numbers(Profile p, int last) {
        if (page.sameSentence(last + 1, last) && page.text.kind(last + 1) == Kind.NUMBER) {
            boolean joined = !page.text.spaceBefore(last + 1);
            if (joined) {
                p.add(Clue.CODE);
            } else if (!context.percentage(last)) {
                p.add(Clue.NUMBER_AFTER);
            }
        }
        if (page.hyphenAfter(last) && page.text.kind(last + 2) == Kind.NUMBER) {
            p.add(Clue.CODE);
        }
        if (context.percentage(last)) {
            p.add(Clue.SHARE_PRICE);
        }
    }

    private void form(Profile p, int first, int last) {
        words(p, first, last);
        boolean upper = page.shape(first) == Shape.UPPER && !page.loud(first);
        boolean brief = first == last && upper && length(first) <= LONGEST_ACRONYM;
        if ((brief || lettered(first, last)) && !numbered(first)) {
            p.add(Clue.ACRONYM);
        }
        if (last > first && upper && !page.is(first, WordClass.FIRST_NAME)) {
            p.add(Clue.ACRONYM_FIRST);
        }
        if (last > first && page.text.is(last, '.')) {
            p.add(Clue.INITIAL);
        }
        if (page.is(first, WordClass.FIRST_NAME)) {
            p.add(Clue.GIVEN_NAME);
        }
        for (int token = first; token <= last; token++) {
            if (token > first && page.is(token, WordClass.PARTICLE) && page.shape(token) == Shape.LOWER) {
                p.add(Clue.PARTICLE_INSIDE);
            }
            if (last > first
                    && page.is(token, WordClass.ENGLISH)
                    && page.shape(token).named()) {
                p.add(Clue.ENGLISH, page.text.word(token));
            }
            if (page.is(token, WordClass.MODEL) && page.shape(token).named()) {
                p.add(Clue.MODEL);
            }
            if (innerCapital(token)) {
                p.add(Clue.INNER_CAPITAL);
            }
        }
    }

    private void words(Profile p, int first, int last) {
        int words = words(page, first, last);
        p.add(
                switch (words) {
                    case 0, 1 -> Clue.ONE_WORD;
                    case 2 -> Clue.TWO_WORDS;
                    case 3 -> Clue.THREE_WORDS;
                    default -> Clue.MANY_WORDS;
                });
    }

    /** How many capitalised words a name has; parts joined by hyphens are one. */
    static int words(Page page, int first, int last) {
        int words = 0;
        for (int token = first; token <= last; token++) {
            boolean begins = token == first || page.text.spaceBefore(token);
            words += begins && page.shape(token).named() ? 1 : 0;
        }
        return words;
    }

    private void lastWord(Profile p, int first, int last) {
        if (context.suffix(last, Suffixes.Says.ORGANISATION)) {
            p.add(Clue.ORGANISATION_ENDING);
        }
        if (context.suffix(last, Suffixes.Says.PLACE)) {
            p.add(first == last ? Clue.PLACE_ENDING : Clue.PLACE_ENDING_BEHIND_WORDS);
        }
        if (context.suffix(last, Suffixes.Says.THING)) {
            p.add(Clue.THING_ENDING);
        }
        if (context.suffix(last, Suffixes.Says.SURNAME)) {
            p.add(Clue.SURNAME_ENDING);
        }
    }

    /** Whether the name is a letter, a hyphen and capitals: B-FAST. */
    private boolean lettered(int first, int last) {
        return last == first + 2
                && page.shape(first) == Shape.INITIAL
                && page.hyphenAfter(first)
                && page.shape(last) == Shape.UPPER;
    }

    private int length(int token) {
        return page.text.end(token) - page.text.start(token);
    }

    /** Whether a number stands before: 200 MB is an amount. */
    private boolean numbered(int first) {
        return page.sameSentence(first - 1, first)
                && page.shape(first - 1) == Shape.OTHER
                && Character.isDigit(page.text.string().charAt(page.text.start(first - 1)));
    }

    private boolean innerCapital(int token) {
        if (page.shape(token) != Shape.CAPITAL) {
            return false;
        }
        String word = page.text.word(token);
        for (int i = 1; i < word.length(); i++) {
            if (Character.isUpperCase(word.charAt(i)) && !word.startsWith("IJ") && word.length() > LONGEST_INITIALS) {
                return !INNER_PREFIXES.contains(word.substring(0, i));
            }
        }
        return false;
    }
}
