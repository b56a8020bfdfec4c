package kroniek.language.date;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.language.date.Step.Kind;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;

/**
 * Compiles patterns. A pattern is a sequence of
 *
 * <pre>
 * MONTH            a token of a class; it fills the slots that its entry names
 * maart            one word, whatever its case
 * "."              one sign
 * &lt;clock&gt;          a pattern defined above
 * ( a | b ) a?     a choice, and what may be missing; the first way that fits is taken
 * ~                no white space here
 * %                white space here
 * ^                a sentence begins here
 * ^^               a line begins here, or the text ends
 * _                no line begins here
 * @                a word with a capital stands here, on the same line; !@ no such word
 * &gt;&gt;               here the second end of a range begins
 * {mod=END}        fills a slot
 * after:X  not-after:X  before:X  not-before:X     what stands before or behind, X a class or a word
 * after2:X         what stands last but one before
 * </pre>
 */
final class PatternReader {

    private static final Map<String, Kind> LOOKS = Map.of(
            "after", Kind.AFTER,
            "after2", Kind.AFTER2,
            "not-after", Kind.NOT_AFTER,
            "before", Kind.BEFORE,
            "not-before", Kind.NOT_BEFORE);

    private final VocabularyReader vocabulary;
    private final Map<String, Node> defined = new HashMap<>();

    PatternReader(VocabularyReader vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Gives a pattern a name that later patterns may use.
     *
     * @throws DataException if it cannot be read or the name is taken
     */
    void define(Line line, String name, String pattern) {
        if (defined.putIfAbsent(name, new Parser(line, pattern).parse()) != null) {
            throw line.error("<" + name + "> is defined already");
        }
    }

    /**
     * Compiles one pattern.
     *
     * @throws DataException if it cannot be read, names an unknown class or pattern, or can match nothing at all
     */
    Step compile(Line line, String pattern) {
        Step compiled = new Parser(line, pattern).parse().compile(Step.END);
        compiled.eachFirst(step -> {
            if (step.kind() == Kind.END) {
                throw line.error("this pattern would match nothing at all");
            }
        });
        return compiled;
    }

    /** A piece of a pattern, which can put its steps before those that follow it. */
    private interface Node {
        Step compile(Step next);
    }

    /** Reads one pattern from left to right. */
    private final class Parser {

        private final Line line;
        private final String pattern;
        private int at;

        Parser(Line line, String pattern) {
            this.line = line;
            this.pattern = pattern;
        }

        Node parse() {
            Node node = choice();
            if (at < pattern.length()) {
                throw line.error("unexpected '" + pattern.charAt(at) + "' in column " + (at + 1) + " of the pattern");
            }
            return node;
        }

        private Node choice() {
            Node node = sequence();
            while (peek('|')) {
                at++;
                Node first = node;
                Node second = sequence();
                node = next -> Step.fork(first.compile(next), second.compile(next));
            }
            return node;
        }

        private Node sequence() {
            List<Node> nodes = new ArrayList<>();
            while (more() && !peek('|') && !peek(')')) {
                nodes.add(optional());
            }
            if (nodes.isEmpty()) {
                throw line.error("an empty way in the pattern");
            }
            return next -> {
                Step step = next;
                for (int i = nodes.size() - 1; i >= 0; i--) {
                    step = nodes.get(i).compile(step);
                }
                return step;
            };
        }

        private Node optional() {
            Node node = element();
            if (at < pattern.length() && pattern.charAt(at) == '?') {
                at++;
                return next -> Step.fork(node.compile(next), next);
            }
            return node;
        }

        private Node element() {
            char c = pattern.charAt(at);
            return switch (c) {
                case '(' -> group();
                case '"' -> {
                    String sign = upTo('"');
                    yield word(sign);
                }
                case '{' -> {
                    Assignment assignment = Assignment.read(line, upTo('}'));
                    yield next -> Step.set(assignment, next);
                }
                case '<' -> reference(upTo('>'));
                case '~' -> {
                    at++;
                    yield next -> Step.plain(Kind.GLUE, next);
                }
                case '%' -> {
                    at++;
                    yield next -> Step.plain(Kind.SPACE, next);
                }
                case '^' -> {
                    at++;
                    if (at < pattern.length() && pattern.charAt(at) == '^') {
                        at++;
                        yield next -> Step.plain(Kind.LINE, next);
                    }
                    yield next -> Step.plain(Kind.OPENING, next);
                }
                case '_' -> {
                    at++;
                    yield next -> Step.plain(Kind.SAME_LINE, next);
                }
                case '!' -> {
                    at += 2;
                    yield next -> Step.plain(Kind.NO_CAPITAL, next);
                }
                case '@' -> {
                    at++;
                    yield next -> Step.plain(Kind.CAPITAL, next);
                }
                case '>' -> {
                    at += 2;
                    yield next -> Step.plain(Kind.SECOND, next);
                }
                default -> name();
            };
        }

        private Node group() {
            at++;
            Node node = choice();
            if (!peek(')')) {
                throw line.error("a '(' without its ')'");
            }
            at++;
            return node;
        }

        private Node reference(String name) {
            Node node = defined.get(name);
            if (node == null) {
                throw line.error("<" + name + "> is not defined above");
            }
            return node;
        }

        private Node name() {
            int from = at;
            while (at < pattern.length() && isNamePart(pattern.charAt(at))) {
                at++;
            }
            if (at == from) {
                throw line.error("unexpected '" + pattern.charAt(at) + "' in column " + (at + 1) + " of the pattern");
            }
            String name = pattern.substring(from, at);
            int colon = name.indexOf(':');
            if (colon < 0) {
                return Character.isUpperCase(name.charAt(0)) ? token(Kind.CLASS, name) : word(name);
            }
            Kind look = LOOKS.get(name.substring(0, colon));
            if (look == null) {
                throw line.error("write after:, after2:, not-after:, before: or not-before: instead of " + name);
            }
            return token(look, name.substring(colon + 1));
        }

        private Node word(String form) {
            if (Text.of(form).size() != 1 || !Text.fold(form).equals(form)) {
                throw line.error("'" + form + "' is not one token in lower case");
            }
            return token(Kind.WORD, form);
        }

        private Node token(Kind kind, String name) {
            if (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) {
                Integer id = vocabulary.classId(name);
                if (id == null) {
                    throw line.error("there is no class " + name);
                }
                return next -> Step.token(kind, id, null, next);
            }
            Vocabulary.Word word = vocabulary.word(name);
            return next -> Step.token(kind, -1, word, next);
        }

        private String upTo(char close) {
            int end = pattern.indexOf(close, at + 1);
            if (end < 0) {
                throw line.error("no '" + close + "' after column " + (at + 1) + " of the pattern");
            }
            String inside = pattern.substring(at + 1, end);
            at = end + 1;
            return inside;
        }

        private boolean more() {
            while (at < pattern.length() && pattern.charAt(at) == ' ') {
                at++;
            }
            return at < pattern.length();
        }

        private boolean peek(char c) {
            return more() && pattern.charAt(at) == c;
        }

        private static boolean isNamePart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '-';
        }
    }
}
