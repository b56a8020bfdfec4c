package kroniek.language.actor;

import java.util.regex.Pattern;
import kroniek.language.text.DataFile.Line;

/** Reads {@code actors/words/<class>.txt}: words between white space. */
final class WordLists {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private WordLists() {}

    static void load(Vocabulary.Builder vocabulary) {
        for (WordClass in : WordClass.values()) {
            for (Line line : Rows.of("words/" + in.code() + ".txt")) {
                read(vocabulary, in, line);
            }
        }
    }

    static void read(Vocabulary.Builder vocabulary, WordClass in, Line line) {
        for (String word : SPACE.split(line.text().strip(), -1)) {
            String folded = Folding.fold(word);
            if (!folded.chars().allMatch(Character::isLetterOrDigit)) {
                throw line.error("'" + word + "' is more than one word; a list has single words of letters");
            }
            if (vocabulary.has(folded, in)) {
                throw line.error("'" + word + "' stands twice in the list " + in.code());
            }
            vocabulary.put(folded, in);
        }
    }
}
