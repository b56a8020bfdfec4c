package kroniek.language.actor;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import kroniek.language.text.DataFile.Line;

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

    private final String[] words;

    private OrdinaryWords(String[] words) {
        this.words = words;
    }

    static OrdinaryWords load() {
        return new OrdinaryWords(Rows.of("ordinary.txt").stream()
                .flatMap(OrdinaryWords::words)
                .sorted()
                .toArray(String[]::new));
    }

    private static java.util.stream.Stream<String> words(Line line) {
        return Arrays.stream(SPACE.split(line.text(), -1));
    }

    /** Whether the folded word, an inflected form of one, or a compound of such words is ordinary. */
    boolean has(String word) {
        return simple(word) || compound(word);
    }

    private boolean listed(String word) {
        return Arrays.binarySearch(words, word) >= 0;
    }

    private boolean simple(String word) {
        if (listed(word)) {
            return true;
        }
        for (String ending : ENDINGS) {
            int stem = word.length() - ending.length();
            if (stem >= SHORTEST_STEM && word.endsWith(ending) && stem(word.substring(0, stem))) {
                return true;
            }
        }
        return false;
    }

    /** A stem may change its writing before an ending: straat has straten, bon has bonnen, brief has brieven. */
    private boolean stem(String stem) {
        int last = stem.length() - 1;
        char end = stem.charAt(last);
        if (listed(stem) || (end == stem.charAt(last - 1) && listed(stem.substring(0, last)))) {
            return true;
        }
        String hard = end == 'v' ? stem.substring(0, last) + 'f' : end == 'z' ? stem.substring(0, last) + 's' : stem;
        char vowel = stem.charAt(last - 1);
        boolean open = "aeou".indexOf(vowel) >= 0;
        return (!hard.equals(stem) && listed(hard))
                || (open && listed(hard.substring(0, last) + vowel + hard.charAt(last)));
    }

    private boolean compound(String word) {
        for (int cut = SHORTEST_PART; cut <= word.length() - SHORTEST_PART; cut++) {
            if (listed(word.substring(0, cut)) && rest(word, cut)) {
                return true;
            }
        }
        return false;
    }

    private boolean rest(String word, int cut) {
        for (String joint : JOINTS) {
            int from = cut + joint.length();
            if (word.length() - from >= SHORTEST_PART && word.startsWith(joint, cut) && has(word.substring(from))) {
                return true;
            }
        }
        return false;
    }
}
