package kroniek.language.actor;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Ordinary Dutch words, so that one with the capital of a sentence's beginning is not taken for a name: {@code actors/ordinary.txt} has the
 * short ones; inflected forms and compounds are recognised by their parts.
 */
final class OrdinaryWords {

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final List<String> ENDINGS =
            List.of("en", "s", "e", "n", "t", "te", "de", "er", "ers", "ten", "den", "end", "ende", "ste", "je", "jes");
    private static final List<String> JOINTS = List.of("", "s", "en", "e", "n", "er");
    private static final int SHORTEST_PART = 4;
    private static final int SHORTEST_STEM = 3;

    private final WordSet words;

    private OrdinaryWords(WordSet words) {
        this.words = words;
    }

    static OrdinaryWords load() {
        return new OrdinaryWords(new WordSet(Rows.of("ordinary.txt").stream()
                .flatMap(line -> SPACE.splitAsStream(line.text()))
                .toList()));
    }

    /** Whether the folded word, an inflected form of one, or a compound of such words is ordinary. */
    boolean has(String word) {
        return has(word, 0);
    }

    /** Whether what a word has from a letter on is ordinary. */
    private boolean has(String word, int from) {
        return simple(word, from) || compound(word, from);
    }

    private boolean simple(String word, int from) {
        if (words.has(word, from, word.length())) {
            return true;
        }
        for (int i = 0; i < ENDINGS.size(); i++) {
            String ending = ENDINGS.get(i);
            int to = word.length() - ending.length();
            if (to - from >= SHORTEST_STEM && word.endsWith(ending) && stem(word, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** A stem may change its writing before an ending: straat has straten, bon has bonnen, brief has brieven. */
    private boolean stem(String word, int from, int to) {
        int last = to - 1;
        char end = word.charAt(last);
        char before = word.charAt(last - 1);
        if (words.has(word, from, to) || (end == before && words.has(word, from, last))) {
            return true;
        }
        char hard = end == 'v' ? 'f' : end == 'z' ? 's' : end;
        boolean open = "aeou".indexOf(before) >= 0;
        return (hard != end && words.has(word, from, last, hard, WordSet.NO_LETTER))
                || (open && words.has(word, from, last, before, hard));
    }

    private boolean compound(String word, int from) {
        for (int cut = from + SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            if (words.has(word, from, cut) && rest(word, cut)) {
                return true;
            }
        }
        return false;
    }

    private boolean rest(String word, int cut) {
        for (int i = 0; i < JOINTS.size(); i++) {
            int from = cut + JOINTS.get(i).length();
            if (word.length() - from >= SHORTEST_PART && word.startsWith(JOINTS.get(i), cut) && has(word, from)) {
                return true;
            }
        }
        return false;
    }
}
