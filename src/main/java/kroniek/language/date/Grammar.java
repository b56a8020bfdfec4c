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
    private final Starts[] byDigits;

    private Grammar(Vocabulary vocabulary, List<Rule> rules, Map<String, Integer> classes, Starts[] byDigits) {
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
    private static Starts[] index(VocabularyReader words, List<Rule> rules) {
        Map<Word, Collected> byWord = new HashMap<>();
        List<Collected> byDigits = new ArrayList<>();
        for (int digits = 0; digits <= Start.MOST_DIGITS; digits++) {
            byDigits.add(new Collected());
        }
        for (Rule rule : rules) {
            for (Step pattern : rule.patterns()) {
                pattern.eachFirst(step -> {
                    for (Word word : step.word() != null ? List.of(step.word()) : words.members(step.number())) {
                        byWord.computeIfAbsent(word, unused -> new Collected()).add(rule, pattern, step);
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
        byWord.forEach((word, starts) -> word.starts = starts.starts());
        return byDigits.stream().map(Collected::starts).toArray(Starts[]::new);
    }

    /** The patterns that may begin with one word, in order of their rules. */
    private static final class Collected {

        private final Map<Step, Start> byPattern = new LinkedHashMap<>();

        void add(Rule rule, Step pattern, Step first) {
            Signature second =
                    first.next() == null ? Signature.ANY : first.next().first();
            byPattern.merge(pattern, new Start(rule, pattern, second), Start::or);
        }

        Starts starts() {
            return Starts.of(byPattern.values());
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
    Starts starts(int digits) {
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
