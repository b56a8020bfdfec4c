package kroniek.language.actor;

import java.util.List;

/** A surface of the lexicon and what it can mean. */
final class Entry {

    private static final int SHORTEST_SHOUTED = 4;
    private static final int ACRONYM_READ_AS_WORD = 4;

    private final String surface;
    private final String[] words;
    /** The first of the shapes, which is looked at far more often than the others. */
    private final Shape opening;

    private final int size;
    private final Shape[] shapes;
    private final List<Sense> senses;
    private final List<Sense> bearers;
    private final Sense first;
    private final Sense.Kind kind;
    private final boolean preferred;
    private final boolean sole;

    /**
     * A surface and its meanings.
     *
     * @param surface the characters as the file has them
     * @param words its tokens
     * @param shapes how each is written
     * @param senses its meanings, at least one
     * @param preferred whether the first meaning holds where the article does not say
     */
    Entry(String surface, List<String> words, List<Shape> shapes, List<Sense> senses, boolean preferred) {
        this.surface = surface;
        this.words = words.toArray(new String[0]);
        this.shapes = shapes.toArray(new Shape[0]);
        this.opening = shapes.get(0);
        this.size = shapes.size();
        this.senses = List.copyOf(senses);
        this.bearers = senses.stream()
                .filter(sense -> sense.kind() != Sense.Kind.SURNAME)
                .toList();
        this.first = senses.get(0);
        this.kind = first.kind();
        this.preferred = preferred;
        this.sole = bearers.size() == 1;
    }

    /** The characters as the file has them. */
    String surface() {
        return surface;
    }

    /** Its meanings, at least one. */
    List<Sense> senses() {
        return senses;
    }

    /** Whether the first meaning holds where the article does not say. */
    boolean preferred() {
        return preferred;
    }

    /** Its meanings, those as a surname alone left out. */
    List<Sense> bearers() {
        return bearers;
    }

    /** The first meaning. */
    Sense sense() {
        return first;
    }

    /** The kind of the first meaning. */
    Sense.Kind kind() {
        return kind;
    }

    /** Whether it has one meaning only, surnames apart. */
    boolean sole() {
        return sole;
    }

    /** Whether it is one word. */
    boolean single() {
        return size == 1;
    }

    /** Whether it begins with a word in small letters. */
    boolean small() {
        return opening == Shape.LOWER;
    }

    /** Whether the first word is a title in small letters, which belongs to no mention: koning Filip. */
    boolean titled() {
        return opening == Shape.LOWER && shapes.length > 1 && shapes[1] != Shape.OTHER;
    }

    /** Whether the article writes the words from a token on with capitals where the lexicon has them. */
    boolean fits(Page page, int token) {
        if (!same(opening, page.shape(token)) && !fits(page, token, 0)) {
            return false;
        }
        for (int i = 1; i < size; i++) {
            Shape is = page.shape(token + i);
            if (!same(shapes[i], is)
                    && !(is == Shape.CAPITAL && words[i - 1].equals("-"))
                    && !fits(page, token + i, i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a shape is the lexicon's; of capitals throughout, more has to be asked. */
    private static boolean same(Shape wanted, Shape is) {
        return wanted == is && is != Shape.UPPER;
    }

    /** Whether the article has the very capitals of the lexicon: PVDA is not PvdA. */
    boolean exact(Page page, int first) {
        return page.text.string().startsWith(surface, page.text.start(first));
    }

    private boolean fits(Page page, int token, int at) {
        Shape is = page.shape(token);
        boolean loud = page.loud(token);
        return switch (shapes[at]) {
            case OTHER -> true;
            case LOWER -> is == Shape.LOWER || loud || (at == 0 && page.opens(token)) || page.titled(token);
            case CAPITAL ->
                is == Shape.CAPITAL
                        || (is == Shape.UPPER && (loud || words[at].length() >= SHORTEST_SHOUTED || words.length > 1));
            case INITIAL -> is == Shape.INITIAL;
            case UPPER ->
                (is == Shape.UPPER && !(loud && page.is(token, WordClass.FUNCTION)))
                        || (is == Shape.CAPITAL && readAsWord(page, token, words[at]));
            case MIXED -> is == Shape.MIXED || is == Shape.CAPITAL || loud;
        };
    }

    /** Long acronyms are written as words too: Navo, Unesco. */
    private static boolean readAsWord(Page page, int token, String word) {
        return word.length() >= ACRONYM_READ_AS_WORD || page.text.is(token, word);
    }
}
