package kroniek.language.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.language.date.Vocabulary.NumberClass;
import kroniek.language.date.Vocabulary.Word;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;

/**
 * The vocabulary and the rules, compiled, with the rules in the index of what they can begin with. Immutable once
 * loaded.
 */
final class Grammar {

    private static final String FOLDER = "dates/";

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final Map<String, Integer> classes;
    private final Start[][] byDigits;

    private Grammar(Vocabulary vocabulary, List<Rule> rules, Map<String, Integer> classes, Start[][] byDigits) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.classes = classes;
        this.byDigits = byDigits;
    }

    /**
     * Reads and compiles the files that {@code dates/files} names, in its order.
     *
     * @throws DataException if one of them is wrong
     */
    static Grammar load() {
        List<DataFile> files = new ArrayList<>();
        for (Line line : DataFile.resource(FOLDER + "files").lines()) {
            files.add(DataFile.resource(FOLDER + line.text().strip()));
        }
        return of(files);
    }

    /**
     * Compiles files: {@code .words} and {@code .rules}.
     *
     * @throws DataException if one of them is wrong
     */
    static Grammar of(List<DataFile> files) {
        VocabularyReader words = new VocabularyReader();
        RuleReader rules = new RuleReader(new PatternReader(words));
        for (DataFile file : files) {
            if (file.name().endsWith(".words")) {
                words.read(file);
            } else {
                rules.read(file);
            }
        }
        return new Grammar(
                words.vocabulary(), List.copyOf(rules.rules()), words.classes(), index(words, rules.rules()));
    }

    /**
     * Hands every word the patterns that may begin with it; returns those that may begin with a number, by its
     * digits.
     */
    private static Start[][] index(VocabularyReader words, List<Rule> rules) {
        Map<Word, Starts> byWord = new HashMap<>();
        List<Starts> byDigits = new ArrayList<>();
        for (int digits = 0; digits <= Start.MOST_DIGITS; digits++) {
            byDigits.add(new Starts());
        }
        for (Rule rule : rules) {
            for (Step pattern : rule.patterns()) {
                pattern.eachFirst(step -> {
                    for (Word word : step.word() != null ? List.of(step.word()) : words.members(step.number())) {
                        byWord.computeIfAbsent(word, unused -> new Starts()).add(rule, pattern, step);
                    }
                    NumberClass numbers = step.word() != null ? null : words.numbers(step.number());
                    for (int digits = 1; numbers != null && digits <= numbers.mostDigits(); digits++) {
                        if (digits >= numbers.fewestDigits()) {
                            byDigits.get(digits).add(rule, pattern, step);
                        }
                    }
                });
            }
        }
        byWord.forEach((word, starts) -> word.starts = starts.toArray());
        return byDigits.stream().map(Starts::toArray).toArray(Start[][]::new);
    }

    /** The patterns that may begin with one word, in order of their rules. */
    private static final class Starts {

        private final Map<Step, Start> byPattern = new LinkedHashMap<>();

        void add(Rule rule, Step pattern, Step first) {
            Signature second =
                    first.next() == null ? Signature.ANY : first.next().first();
            byPattern.merge(pattern, new Start(rule, pattern, second), Start::or);
        }

        Start[] toArray() {
            return byPattern.values().toArray(Start[]::new);
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** All rules, in order. */
    List<Rule> rules() {
        return rules;
    }

    /** The patterns that may begin with a number of so many digits, in order of their rules; not to be changed. */
    Start[] starts(int digits) {
        return byDigits[digits > Start.MOST_DIGITS ? 0 : digits];
    }

    /**
     * The id of a word class that the code asks for by name.
     *
     * @throws IllegalStateException if the vocabulary does not declare it
     */
    int wordClass(String name) {
        Integer id = classes.get(name);
        if (id == null) {
            throw new IllegalStateException("the vocabulary lacks its class " + name);
        }
        return id;
    }
}
