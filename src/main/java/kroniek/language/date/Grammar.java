package kroniek.language.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Dictionary;

/**
 * The vocabulary and the rules, compiled, with the rules in the index of what they can begin with. Immutable once
 * loaded.
 */
final class Grammar {

    private static final String FOLDER = "dates/";

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final Map<String, Integer> classes;

    private Grammar(Vocabulary vocabulary, List<Rule> rules, Map<String, Integer> classes) {
        this.vocabulary = vocabulary;
        this.rules = rules;
        this.classes = classes;
    }

    /**
     * Reads and compiles the files that {@code dates/files} names, in its order, and adds their words to the dictionary of all texts.
     *
     * @throws DataException if one of them is wrong
     */
    static Grammar load(Dictionary.Builder dictionary) {
        return of(files().stream().map(DataFile::resource).toList(), dictionary);
    }

    /** The files that {@code dates/files} names. */
    static List<String> files() {
        List<String> files = new ArrayList<>();
        for (Line line : DataFile.resource(FOLDER + "files").lines()) {
            files.add(FOLDER + line.text().strip());
        }
        return files;
    }

    /**
     * Compiles files, {@code .words} and {@code .rules}, and adds their words to the dictionary of all texts.
     *
     * @throws DataException if one of them is wrong
     */
    static Grammar of(List<DataFile> files, Dictionary.Builder dictionary) {
        VocabularyReader words = new VocabularyReader();
        RuleReader rules = new RuleReader(new PatternReader(words));
        for (DataFile file : files) {
            if (file.name().endsWith(".words")) {
                words.read(file);
            } else {
                rules.read(file);
            }
        }
        Vocabulary vocabulary = words.vocabulary(dictionary);
        index(words, vocabulary.numerals(), rules.rules());
        return new Grammar(vocabulary, List.copyOf(rules.rules()), words.classes());
    }

    /** Hands every word and every number the patterns that may begin with it. */
    private static void index(VocabularyReader words, Numerals numerals, List<Rule> rules) {
        Map<Piece, Starts> byPiece = new HashMap<>();
        for (Rule rule : rules) {
            for (Step pattern : rule.patterns()) {
                pattern.eachFirst(step -> {
                    List<? extends Piece> pieces =
                            step.word() != null ? List.of(step.word()) : words.members(step.number());
                    List<? extends Piece> numbers = step.word() != null ? List.of() : numerals.members(step.number());
                    for (Piece piece : pieces) {
                        byPiece.computeIfAbsent(piece, unused -> new Starts()).add(rule, pattern, step);
                    }
                    for (Piece piece : numbers) {
                        byPiece.computeIfAbsent(piece, unused -> new Starts()).add(rule, pattern, step);
                    }
                });
            }
        }
        byPiece.forEach((piece, starts) -> piece.starts = starts.toArray());
    }

    /** The patterns that may begin with one word or number, in order of their rules. */
    private static final class Starts {

        private final Map<Step, Start> byPattern = new LinkedHashMap<>();

        void add(Rule rule, Step pattern, Step first) {
            Signature second =
                    first.next() == null ? Signature.ANY : first.next().first();
            byPattern.merge(pattern, new Start(rule, pattern, pattern.before(), second), Start::or);
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
