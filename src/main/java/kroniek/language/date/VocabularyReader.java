package kroniek.language.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.language.date.Vocabulary.NumberClass;
import kroniek.language.date.Vocabulary.Sense;
import kroniek.language.date.Vocabulary.Word;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Dictionary;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .words} files into a {@link Vocabulary}. Their lines:
 *
 * <pre>
 * class MONTH                                  the entries below belong to this class
 * januari month=1                              one or more forms, then the slots they fill
 * number DAY day 1..31 digits 1..2             numbers in digits that belong to a class
 * compound WEEKDAYPART = WEEKDAY + PARTNOUN    every form of one class written together with every form of another
 * </pre>
 *
 * A later file may add to a class of an earlier one; a form twice in one class is an error.
 */
final class VocabularyReader {

    private final Map<String, Word> words = new LinkedHashMap<>();
    private final Map<String, Integer> classes = new HashMap<>();
    private final Map<Integer, List<Word>> members = new HashMap<>();
    private final Map<Integer, NumberClass> numbers = new HashMap<>();
    private @Nullable String current;

    /**
     * Reads one file.
     *
     * @throws DataException for a line that cannot be read, an unknown slot or value, a duplicate
     */
    void read(DataFile file) {
        current = null;
        for (Line line : file.lines()) {
            String[] parts = line.text().strip().split("\\s+", -1);
            switch (parts[0]) {
                case "class" -> current = declare(line, parts);
                case "number" -> number(line, parts);
                case "compound" -> compound(line, parts);
                default -> entry(line, parts);
            }
        }
    }

    /** The id of a class; null where there is none of this name. */
    @Nullable
    Integer classId(String name) {
        return classes.get(name);
    }

    /** The word of a form, made where no class has it: a rule names it by itself. */
    Word word(String form) {
        return words.computeIfAbsent(form, Word::new);
    }

    /** The members of a class. */
    List<Word> members(int wordClass) {
        return members.getOrDefault(wordClass, List.of());
    }

    /** The classes by name. */
    Map<String, Integer> classes() {
        return Map.copyOf(classes);
    }

    /** The vocabulary of all that was read; its words are added to the dictionary of all texts. */
    Vocabulary vocabulary(Dictionary.Builder dictionary) {
        return new Vocabulary(words.values(), numbers, dictionary);
    }

    private String declare(Line line, String[] parts) {
        if (parts.length != 2) {
            throw line.error("write 'class NAME'");
        }
        idOf(line, parts[1]);
        return parts[1];
    }

    private int idOf(Line line, String name) {
        if (!name.matches("[A-Z][A-Z0-9_]*")) {
            throw line.error("'" + name + "' is no name for a class: upper case, please");
        }
        int id = classes.computeIfAbsent(name, unused -> classes.size());
        if (id >= Vocabulary.MOST_CLASSES) {
            throw line.error("more than " + Vocabulary.MOST_CLASSES + " classes");
        }
        return id;
    }

    private void number(Line line, String[] parts) {
        if (parts.length != 6 || !parts[4].equals("digits")) {
            throw line.error("write 'number CLASS slot 1..31 digits 1..2'");
        }
        int[] range = range(line, parts[3]);
        int[] digits = range(line, parts[5]);
        if (digits[1] > Start.MOST_DIGITS) {
            throw line.error("at most " + Start.MOST_DIGITS + " digits");
        }
        NumberClass numberClass =
                new NumberClass(Assignment.slot(line, parts[2]), range[0], range[1], digits[0], digits[1]);
        if (numbers.putIfAbsent(idOf(line, parts[1]), numberClass) != null) {
            throw line.error("class " + parts[1] + " has its numbers already");
        }
    }

    private static int[] range(Line line, String written) {
        String[] ends = written.split("\\.\\.", -1);
        try {
            return new int[] {Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])};
        } catch (NumberFormatException notANumber) {
            throw line.error("'" + written + "' is no range such as 1..31");
        }
    }

    private void entry(Line line, String[] parts) {
        if (current == null) {
            throw line.error("an entry before the first 'class NAME'");
        }
        List<String> forms = new ArrayList<>();
        List<Assignment> said = new ArrayList<>();
        for (String part : parts) {
            if (part.indexOf('=') > 0) {
                said.add(Assignment.read(line, part));
            } else {
                forms.add(part);
            }
        }
        int id = idOf(line, current);
        for (String form : forms) {
            add(line, form, new Sense(id, List.copyOf(said)));
        }
    }

    private void add(Line line, String form, Sense sense) {
        if (!isToken(form)) {
            throw line.error("'" + form + "' is not one token in lower case");
        }
        Word word = word(form);
        if (word.in(sense.wordClass())) {
            throw line.error("'" + form + "' is in this class already");
        }
        word.add(sense);
        members.computeIfAbsent(sense.wordClass(), unused -> new ArrayList<>()).add(word);
    }

    private static boolean isToken(String form) {
        boolean plain = form.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return form.length() <= Word.LONGEST
                && (plain || (form.equals(Text.fold(form)) && Text.of(form).size() == 1));
    }

    private void compound(Line line, String[] parts) {
        if (parts.length != 6 || !parts[2].equals("=") || !parts[4].equals("+")) {
            throw line.error("write 'compound CLASS = CLASS + CLASS'");
        }
        int left = known(line, parts[3]);
        int right = known(line, parts[5]);
        int id = idOf(line, parts[1]);
        for (Word first : members(left)) {
            for (Word second : List.copyOf(members(right))) {
                add(line, first.form + second.form, first.sense(left).and(second.sense(right), id));
            }
        }
    }

    private int known(Line line, String name) {
        Integer id = classes.get(name);
        if (id == null) {
            throw line.error("there is no class " + name + " above");
        }
        return id;
    }
}
