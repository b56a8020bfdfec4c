package kroniek.article;

import java.util.List;
import java.util.regex.Pattern;

/** What the name of a medium looks like: few words, capitals, no sentence. */
final class SourceShape {

    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[\\p{L}\\d-]{1,40}\\.){1,3}(?:nl|be|com|org|net|eu|nu|info|fr|de|uk)", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,6}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d&'’./+*-]+");
    private static final int MOST_WORDS = 6;
    private static final int FEW_WORDS = 3;
    private static final int SHORT_WORD = 3;

    private SourceShape() {}

    /** Whether it is the name of a known medium, or an address on the web. */
    static boolean isKnown(String name, LabelWords words) {
        return words.source(name) || DOMAIN.matcher(name).matches();
    }

    /**
     * Whether the whole label is a source. A name that is neither known nor looks like a medium's is one only where the
     * text never takes it up: a text that does is about it.
     */
    static boolean isSource(String label, LabelWords words, Body body) {
        if (isKnown(label, words)) {
            return true;
        }
        if (!isName(label, words)) {
            return false;
        }
        List<String> parts = LabelWords.split(label);
        if (parts.stream().anyMatch(words::sourceWord)) {
            return true;
        }
        return parts.size() <= FEW_WORDS
                && parts.stream().noneMatch(words::acronym)
                && parts.stream().filter(part -> part.length() >= SHORT_WORD).noneMatch(body::has);
    }

    /** Whether it is a name: capitalised words, small ones only where they join. */
    static boolean isName(String label, LabelWords words) {
        List<String> parts = LabelWords.split(label);
        return parts.size() <= MOST_WORDS
                && parts.stream().allMatch(part -> WORD.matcher(part).matches())
                && isCapitalised(parts.get(parts.size() - 1))
                && parts.stream().allMatch(part -> isCapitalised(part) || words.joins(part))
                && !isShouted(parts);
    }

    /** Three words in capitals are a headline that shouts. */
    private static boolean isShouted(List<String> parts) {
        return parts.stream().filter(part -> ACRONYM.matcher(part).matches()).count() >= FEW_WORDS;
    }

    private static boolean isCapitalised(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }
}
