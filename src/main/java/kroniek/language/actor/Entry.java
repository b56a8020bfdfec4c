package kroniek.language.actor;

import java.util.List;

/**
 * A surface of the lexicon and what it can mean.
 *
 * @param surface the characters as the file has them
 * @param words its tokens
 * @param shapes how each is written
 * @param senses its meanings, at least one
 * @param preferred whether the first meaning holds where the article does not say
 */
record Entry(String surface, List<String> words, List<Shape> shapes, List<Sense> senses, boolean preferred) {

    private static final int SHORTEST_SHOUTED = 4;
    private static final int ACRONYM_READ_AS_WORD = 4;

    Entry {
        words = List.copyOf(words);
        shapes = List.copyOf(shapes);
        senses = List.copyOf(senses);
    }

    Sense sense() {
        return senses.get(0);
    }

    /** Whether it has one meaning only, surnames apart. */
    boolean sole() {
        return senses.stream().filter(s -> s.kind() != Sense.Kind.SURNAME).count() == 1;
    }

    /** Whether the first word is a title in small letters, which belongs to no mention: koning Filip. */
    boolean titled() {
        return shapes.get(0) == Shape.LOWER && shapes.size() > 1 && shapes.get(1) != Shape.OTHER;
    }

    /** Whether the article writes the words from a token on with capitals where the lexicon has them. */
    boolean fits(Page page, int first) {
        for (int i = 0; i < words.size(); i++) {
            boolean syllable = i > 0
                    && page.shape(first + i) == Shape.CAPITAL
                    && words.get(i - 1).equals("-");
            if (!syllable && !fits(page, first + i, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the article has the very capitals of the lexicon: PVDA is not PvdA. */
    boolean exact(Page page, int first) {
        return page.text.string().startsWith(surface, page.text.start(first));
    }

    private boolean fits(Page page, int token, int at) {
        String word = words.get(at);
        Shape is = page.shape(token);
        boolean loud = page.loud(token);
        return switch (shapes.get(at)) {
            case OTHER -> true;
            case LOWER -> is == Shape.LOWER || loud || (at == 0 && page.opens(token)) || page.titled(token);
            case CAPITAL ->
                is == Shape.CAPITAL
                        || (is == Shape.UPPER && (loud || word.length() >= SHORTEST_SHOUTED || words.size() > 1));
            case INITIAL -> is == Shape.INITIAL;
            case UPPER ->
                (is == Shape.UPPER && !(loud && page.is(token, WordClass.FUNCTION)))
                        || (is == Shape.CAPITAL && readAsWord(page, token, word));
            case MIXED -> is == Shape.MIXED || is == Shape.CAPITAL || loud;
        };
    }

    /** Long acronyms are written as words too: Navo, Unesco. */
    private static boolean readAsWord(Page page, int token, String word) {
        return word.length() >= ACRONYM_READ_AS_WORD || page.text.word(token).equals(word);
    }
}
