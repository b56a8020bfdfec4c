package kroniek.language.actor;

import java.util.BitSet;
import java.util.Set;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.text.Text.Kind;

/** What stands beside a name: the questions that the rules ask about its neighbours. */
final class Context {

    private static final int OLDEST = 115;
    private static final int APPOSITION = 4;
    private static final int PERCENTAGE_WITHIN = 6;
    private static final int LONGEST_DATELINE = 8;
    private static final int SHORTEST_NEWS = 6;
    private static final int FARTHEST_POST = 5;

    private final Page page;
    private final Lexicon lexicon;
    private final Suffixes suffixes;
    private final BitSet datelines;

    /** @param datelines the first tokens of the towns behind headlines that run on */
    Context(Page page, Lexicon lexicon, BitSet datelines) {
        this.page = page;
        this.lexicon = lexicon;
        this.suffixes = lexicon.suffixes();
        this.datelines = datelines;
    }

    /** The token before a name, an opening quote passed over; -1 at the beginning of a sentence. */
    int before(int first) {
        int token = first - 1;
        return page.sameSentence(token, first) ? token : -1;
    }

    /** Whether the token before is of a class. */
    boolean beforeIs(int first, WordClass in) {
        return page.is(first - 1, in, first);
    }

    /** Whether the token after is of a class. */
    boolean afterIs(int last, WordClass in) {
        return page.is(last + 1, in, last);
    }

    /** Whether a title or a noun for a person stands right before. */
    boolean roleBefore(int first) {
        int token = first - 1;
        return page.sameSentence(token, first) && page.text.spaceBefore(first) && role(token);
    }

    private boolean role(int token) {
        return page.is(token, WordClass.ROLE)
                || (suffixes.has(page, token, Suffixes.Says.ROLE)
                        && (noun(token) || (page.opens(token) && page.shape(token) == Shape.CAPITAL)));
    }

    private boolean noun(int token) {
        return page.shape(token) == Shape.LOWER
                && !page.is(token, WordClass.FUNCTION)
                && !page.is(token, WordClass.SPEECH)
                && !page.is(token, WordClass.COMMON);
    }

    /** The posts that the title right before can stand for: {@code minister}, {@code president}, also behind a department. */
    Set<String> posts(int first) {
        boolean row = false;
        for (int back = 1; back <= FARTHEST_POST; back++) {
            int token = first - back;
            if (!page.sameSentence(token, first)) {
                return Set.of();
            }
            Set<String> posts = lexicon.posts().of(page.word(token));
            if (!posts.isEmpty()) {
                return row && !plural(token) ? Set.of() : posts;
            }
            row |= page.text.word(token).equals("en");
            boolean department = page.shape(token).named()
                    || page.is(token, WordClass.LINK)
                    || page.text.is(token, ',')
                    || page.text.word(token).equals("en");
            if (!department) {
                return Set.of();
            }
        }
        return Set.of();
    }

    /** Whether a title stands for several: prinsessen, ministers. */
    private boolean plural(int token) {
        String word = page.text.word(token);
        return word.endsWith("en") || word.endsWith("rs");
    }

    /** Whether an age or a party stands in brackets behind. */
    boolean bracketsAfter(int last) {
        if (!page.sign(last + 1, '(', last) || !page.sameSentence(last + 3, last)) {
            return false;
        }
        return age(last + 2) && (page.text.is(last + 3, ')') || page.text.is(last + 3, ','));
    }

    private boolean age(int token) {
        if (page.text.kind(token) != Kind.NUMBER) {
            return false;
        }
        String digits = page.text.word(token);
        return digits.length() <= 3
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(digits) <= OLDEST;
    }

    /** Whether the party of a politician stands in brackets behind. */
    boolean partyAfter(int last) {
        if (!page.sign(last + 1, '(', last) || !page.sameSentence(last + 3, last)) {
            return false;
        }
        Match match = lexicon.trie().longest(page, last + 2, page.sentences.last(page.sentence(last)));
        return match != null && match.sense().sector() == Sector.PARTY && page.sign(match.last() + 1, ')', last);
    }

    /** Whether an apposition with a noun of a class follows: {@code , de woordvoerder}, {@code , de koepel van}. */
    boolean appositionHas(int last, WordClass in) {
        if (!page.sign(last + 1, ',', last)) {
            return false;
        }
        for (int i = 2; i <= APPOSITION && page.sameSentence(last + i, last); i++) {
            int token = last + i;
            if (page.shape(token) == Shape.LOWER && announces(token, in)) {
                return true;
            }
            if (page.shape(token) == Shape.OTHER) {
                return false;
            }
        }
        return false;
    }

    private boolean announces(int token, WordClass in) {
        return in == WordClass.ROLE ? role(token) || page.text.word(token).equals("geboren") : page.is(token, in);
    }

    /**
     * Whether a name in capitals is the town that an article is sent from: it begins a line, or follows the slash behind another one, and a
     * dash or an agency in brackets stands behind.
     */
    boolean dateline(int first) {
        if (page.shape(first) != Shape.UPPER
                || !(line(first) || (page.sign(first - 1, '/', first) && line(first - 2)))) {
            return false;
        }
        int token = first;
        while (page.sameSentence(token, first)
                && token < first + LONGEST_DATELINE
                && (page.shape(token) == Shape.UPPER || page.text.is(token, '/') || page.hyphenAfter(token - 1))) {
            token++;
        }
        return token < first + LONGEST_DATELINE
                && page.sameSentence(token + SHORTEST_NEWS, first)
                && (page.sign(token, '(', first) || page.sign(token, '-', first) || page.sign(token, '–', first))
                && page.text.spaceBefore(token);
    }

    private boolean line(int token) {
        return (token >= 0 && datelines.get(token)) || token <= page.sentences.first(0) || page.text.lineBefore(token);
    }

    /** Whether a number and "procent" or % follow before the next name. */
    boolean percentage(int last) {
        for (int i = 1; i <= PERCENTAGE_WITHIN && page.sameSentence(last + i, last); i++) {
            int token = last + i;
            if (page.shape(token).named()) {
                return false;
            }
            if (page.text.is(token, '%') || page.text.word(token).equals("procent")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a firm that names its products after itself stands right before, without a sign between: Toyota Camry. */
    boolean maker(int first) {
        int token = first - 1;
        if (!page.sameSentence(token, first)
                || !page.text.spaceBefore(first)
                || !page.shape(token).named()) {
            return false;
        }
        Match match = lexicon.trie().longest(page, token, token);
        return match != null && match.sense().sector() == Sector.MAKER && !match.genitive();
    }

    /** Whether the adjective of a country, region or town stands right before: het Amerikaanse, het Leidse. */
    boolean demonymBefore(int first) {
        int token = first - 1;
        if (!page.sameSentence(token, first) || !page.shape(token).named()) {
            return false;
        }
        Match match = lexicon.trie().longest(page, token, token);
        return match != null
                && (match.kind() == Sense.Kind.DEMONYM
                        || (match.kind() == Sense.Kind.PLACE && match.sense().form() == Form.DEMONYM));
    }

    /** Whether the lexicon has a name of that type at a token. */
    boolean known(int token, ActorType type) {
        Match match = lexicon.trie().longest(page, token, page.sentences.last(page.sentence(token)));
        return match != null && match.sense().type() == type;
    }

    /** Whether a noun in small letters stands right before whose ending says so: {@code havenstad}, {@code vliegmaatschappij}. */
    boolean nounBefore(int first, Suffixes.Says says) {
        int token = first - 1;
        return page.sameSentence(token, first)
                && page.text.spaceBefore(first)
                && page.shape(token) == Shape.LOWER
                && !page.is(token, WordClass.FUNCTION)
                && !page.is(token, WordClass.COMMON)
                && suffixes.has(page, token, says);
    }

    /** Whether the title word is a post over a place. */
    boolean reigns(int token) {
        return lexicon.posts().reigns(page.word(token));
    }

    /** Whether the token is a preposition that says where, before an article: op de, in het. */
    boolean at(int token) {
        return page.sameSentence(token, token + 1)
                && (page.is(token, WordClass.LOCATIVE)
                        || page.text.word(token).equals("op")
                        || page.text.word(token).equals("aan"));
    }

    /** Whether a verb of speaking stands right before or behind. */
    boolean speaks(int first, int last) {
        return afterIs(last, WordClass.SPEECH) || beforeIs(first, WordClass.SPEECH);
    }

    /** Whether a small word is joined behind with a hyphen: {@code -topman}. */
    boolean tailAfter(int last) {
        return page.hyphenAfter(last) && page.shape(last + 2) == Shape.LOWER;
    }

    /** Whether the name stands in quotation marks of its own. */
    boolean quoted(int first, int last) {
        return page.sameSentence(first - 1, first)
                && page.sameSentence(last + 1, last)
                && quote(first - 1)
                && !page.text.spaceBefore(first)
                && quote(last + 1)
                && !page.text.spaceBefore(last + 1)
                && !page.apostropheAfter(last);
    }

    private boolean quote(int token) {
        char c = page.text.string().charAt(page.text.start(token));
        return "\"'“”„‘’«»".indexOf(c) >= 0;
    }

    boolean suffix(int token, Suffixes.Says says) {
        return suffixes.has(page, token, says);
    }
}
