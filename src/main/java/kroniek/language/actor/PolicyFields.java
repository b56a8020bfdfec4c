package kroniek.language.actor;

import kroniek.language.actor.Sense.Kind;

/** Fields of policy in the names of posts, which are no mentions: minister van Mobiliteit. */
final class PolicyFields {

    private static final int FARTHEST = 8;

    private final Page page;
    private final Lexicon lexicon;

    PolicyFields(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
    }

    /** A field of policy in the name of a post: minister van Mobiliteit, minister van Werk en Economie. */
    boolean at(int token) {
        if (!page.is(token, WordClass.DEPARTMENT)) {
            return field(token);
        }
        boolean party = party(token);
        for (int back = 1; back <= FARTHEST && page.sameSentence(token - back, token); back++) {
            int before = token - back;
            if (page.is(before, WordClass.ROLE)) {
                return lexicon.posts().governs(page.word(before));
            }
            boolean between = page.is(before, WordClass.DEPARTMENT)
                    || page.is(before, WordClass.LINK)
                    || page.is(before, WordClass.FUNCTION)
                    || page.shape(before) == Shape.OTHER
                    || page.shape(before).named();
            boolean member = party && page.shape(before).named() && !page.is(before, WordClass.DEPARTMENT);
            if (!between || member) {
                return false;
            }
        }
        return false;
    }

    /** Whether the word is a party's name too: schepen Anneke Zandwijk van Groen. */
    private boolean party(int token) {
        Match match = lexicon.trie().longest(page, token, page.sentences.last(page.sentence(token)));
        return match != null && match.sense().sector() == Sector.PARTY;
    }

    /** Whether a word that no list has is a field of policy: minister van Arbeid. */
    private boolean field(int token) {
        int post = token - 2;
        if (page.shape(token) != Shape.CAPITAL
                || !page.sameSentence(post, token)
                || !page.text.word(token - 1).equals("van")
                || !lexicon.posts().governs(page.word(post))) {
            return false;
        }
        Match match = lexicon.trie().longest(page, token, page.sentences.last(page.sentence(token)));
        return match == null || (match.kind() == Kind.SURNAME && !famous(match));
    }

    /** Whether everybody knows a bearer of the surname: minister van Trump. */
    private static boolean famous(Match match) {
        return match.entry().senses().stream().anyMatch(sense -> {
            Person person = sense.person();
            return person != null && person.fame() > 1;
        });
    }
}
