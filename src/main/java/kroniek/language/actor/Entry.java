package kroniek.language.actor;

import java.util.List;

/**
 * A surface of the lexicon and what it can mean.
 *
 * @param surface the characters as the file has them
 * @param words its tokens
 * @param senses its meanings, at least one
 * @param preferred whether the first meaning holds where the article does not say
 */
record Entry(String surface, List<String> words, List<Sense> senses, boolean preferred) {

    private static final int ACRONYM_READ_AS_WORD = 4;

    Entry {
        words = List.copyOf(words);
        senses = List.copyOf(senses);
    }

    Sense sense() {
        return senses.get(0);
    }

    /** Whether the article writes the words from a token on with capitals where the lexicon has them. */
    boolean fits(Page page, int first) {
        for (int i = 0; i < words.size(); i++) {
            boolean syllable = i > 0 && words.get(i - 1).equals("-") && page.shape(first + i) == Shape.CAPITAL;
            if (!syllable && !fits(page, first + i, words.get(i), i == 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Page page, int token, String word, boolean initial) {
        Shape is = page.shape(token);
        boolean loud = page.loud(token);
        return switch (Shape.of(word)) {
            case OTHER -> true;
            case LOWER -> is == Shape.LOWER || loud || (initial && page.opens(token)) || page.titled(token);
            case CAPITAL -> is == Shape.CAPITAL || (is == Shape.UPPER && (loud || word.length() >= 5));
            case INITIAL -> is == Shape.INITIAL;
            case UPPER -> is == Shape.UPPER || (is == Shape.CAPITAL && readAsWord(page, token, word));
            case MIXED -> is == Shape.MIXED || is == Shape.CAPITAL || loud;
        };
    }

    /** Long acronyms are written as words too: Navo, Unesco. */
    private static boolean readAsWord(Page page, int token, String word) {
        return word.length() >= ACRONYM_READ_AS_WORD || page.text.word(token).equals(word);
    }
}
