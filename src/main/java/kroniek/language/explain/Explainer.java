package kroniek.language.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Explanations;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;

/**
 * Explains annotated articles. An explanation is a function of the annotated article alone: rule, evidence and rejected candidates were
 * noted when it was annotated; where else a name stands is looked up here. Immutable, shared between threads.
 */
public final class Explainer {

    /** The data files: rules of mentions, and files of rules for dates, each with its words. */
    public static final List<String> FILES = List.of("explain/mentions.tsv", "explain/dates.tsv");

    private final Map<String, Words> rules;
    private final Map<String, Words> dates;

    private Explainer(Map<String, Words> rules, Map<String, Words> dates) {
        this.rules = Map.copyOf(rules);
        this.dates = Map.copyOf(dates);
    }

    /**
     * What is said about a rule.
     *
     * @param rule what the rule looks for
     * @param notCounted why what it finds is not counted; empty for rules that count
     */
    record Words(String rule, String notCounted) {}

    /**
     * Reads the words.
     *
     * @throws DataException if a line is wrong, naming file and line
     */
    public static Explainer load() {
        return new Explainer(words(FILES.get(0)), words(FILES.get(1)));
    }

    private static Map<String, Words> words(String file) {
        Map<String, Words> words = new HashMap<>();
        for (Line line : DataFile.resource(file).lines()) {
            List<String> fields = line.fields();
            if (fields.size() < 2 || fields.size() > 3) {
                throw line.error("a rule, its words and maybe why it does not count belong here, between tabs");
            }
            Words said = new Words(fields.get(1), fields.size() > 2 ? fields.get(2) : "");
            if (words.put(fields.get(0), said) != null) {
                throw line.error(fields.get(0) + " stands here twice");
            }
        }
        return words;
    }

    /**
     * Explains every expression and every mention of an article.
     *
     * @param language the version of the rules and lexicons
     * @param names the name for an id that the article does not have
     */
    public Explanations explain(AnnotatedArticle annotated, String language, UnaryOperator<String> names) {
        DateReasons expressions = new DateReasons(dates, annotated.article());
        MentionReasons mentions = new MentionReasons(rules, annotated, names);
        return new Explanations(
                language,
                annotated.expressions().stream().map(expressions::of).toList(),
                annotated.mentions().stream().map(mentions::of).toList());
    }
}
