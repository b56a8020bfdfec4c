package kroniek.language.date;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kroniek.language.date.Rule.Meaning;
import kroniek.language.date.Rule.Writing;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .rules} files. Their lines:
 *
 * <pre>
 * define clock = HOUR ~ u                       a pattern with a name, written as {@link PatternReader} says
 * rule flemish                                  begins a rule
 * match &lt;clock&gt;                                 one of its patterns
 * as point                                      its {@link Meaning}
 * proper                                        it may begin with a capital inside a sentence; capital: it must
 * + 2018-02-07 | Hij kwam om [9u]. | 2018-02-07T09:00     an example: published | text | the values in order
 * - 2018-02-07 | Hij heet U.                    a counter-example: the rule finds nothing here
 * </pre>
 *
 * A line that begins with white space goes on where the line before it ended.
 */
final class RuleReader {

    private final PatternReader patterns;
    private final List<Rule> rules = new ArrayList<>();

    RuleReader(PatternReader patterns) {
        this.patterns = patterns;
    }

    /** The rules of all files that were read, in order. */
    List<Rule> rules() {
        return rules;
    }

    /**
     * Reads one file.
     *
     * @throws DataException for a line that cannot be read and for a rule without pattern, meaning, example or
     * counter-example
     */
    void read(DataFile file) {
        String stem = file.name().substring(file.name().lastIndexOf('/') + 1).replace(".rules", "");
        Draft draft = null;
        for (Line line : joined(file.lines())) {
            String text = line.text().strip();
            int blank = text.indexOf(' ');
            String keyword = blank < 0 ? text : text.substring(0, blank);
            String rest = blank < 0 ? "" : text.substring(blank + 1).strip();
            if (keyword.equals("define")) {
                define(line, rest);
            } else if (keyword.equals("rule")) {
                finish(draft);
                draft = new Draft(line, stem + "." + rest);
            } else if (draft == null) {
                throw line.error("'" + keyword + "' before the first rule");
            } else {
                draft.read(line, keyword, rest);
            }
        }
        finish(draft);
    }

    /** A line that begins with white space goes on where the line before it ended. */
    private static List<Line> joined(List<Line> lines) {
        List<Line> joined = new ArrayList<>();
        for (Line line : lines) {
            boolean more = Character.isWhitespace(line.text().charAt(0)) && !joined.isEmpty();
            Line before = more ? joined.remove(joined.size() - 1) : line;
            joined.add(more ? new Line(before.file(), before.number(), before.text() + line.text()) : line);
        }
        return joined;
    }

    private void define(Line line, String rest) {
        String[] parts = rest.split(" = ", 2);
        if (parts.length != 2) {
            throw line.error("write 'define name = pattern'");
        }
        patterns.define(line, parts[0].strip(), parts[1]);
    }

    private void finish(@Nullable Draft draft) {
        if (draft != null) {
            rules.add(draft.rule());
        }
    }

    /** A rule while its lines are read. */
    private final class Draft {

        private final Line head;
        private final String name;
        private final List<Step> compiled = new ArrayList<>();
        private final List<Line> examples = new ArrayList<>();
        private @Nullable Meaning meaning;
        private Writing writing = Writing.COMMON;

        Draft(Line head, String name) {
            if (rules.stream().anyMatch(rule -> rule.name().equals(name))) {
                throw head.error("there is a rule " + name + " already");
            }
            this.head = head;
            this.name = name;
        }

        void read(Line line, String keyword, String rest) {
            switch (keyword) {
                case "match" -> compiled.add(patterns.compile(line, rest));
                case "as" -> meaning = meaning(line, rest);
                case "proper" -> writing = Writing.PROPER;
                case "capital" -> writing = Writing.CAPITAL;
                case "+", "-" -> examples.add(line);
                default ->
                    throw line.error("'" + keyword + "' is none of define, rule, match, as, proper, capital, +, -");
            }
        }

        private Meaning meaning(Line line, String name) {
            if (meaning != null) {
                throw line.error("a rule has one meaning");
            }
            try {
                return Meaning.valueOf(name.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw line.error("'" + name + "' is none of " + Arrays.toString(Meaning.values()));
            }
        }

        Rule rule() {
            if (compiled.isEmpty() || meaning == null) {
                throw head.error("the rule lacks its 'match' or its 'as'");
            }
            if ((!has("+") && meaning != Meaning.NOTHING) || !has("-")) {
                throw head.error("the rule lacks an example ('+') or a counter-example ('-')");
            }
            return new Rule(
                    name,
                    rules.size(),
                    List.copyOf(compiled),
                    Objects.requireNonNull(meaning),
                    writing,
                    List.copyOf(examples));
        }

        private boolean has(String sign) {
            return examples.stream().anyMatch(example -> example.text().startsWith(sign));
        }
    }
}
