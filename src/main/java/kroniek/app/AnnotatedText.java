package kroniek.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Explanations;
import kroniek.domain.Mention;
import kroniek.domain.PublicationDate;
import kroniek.domain.Rejection;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/**
 * An annotated article for a terminal: its facts, its text with times and actors marked in place, a legend, and who is
 * counted how often. The marks say everything without colour. The article's lines are kept as they are; its control
 * characters are shown and not sent, for the text comes from outside and the terminal would obey them. With explanations, marks and
 * sentences have numbers, and a list says why each mark stands there.
 */
final class AnnotatedText {

    private static final Comparator<Mark> OUTER_FIRST = Comparator.<Mark>comparingInt(
                    mark -> mark.span().start())
            .thenComparing(
                    Comparator.<Mark>comparingInt(mark -> mark.span().end()).reversed());

    private static final Pattern WORDS = Pattern.compile(" +");
    private static final int WIDTH = 120;
    private static final int INDENT = 6;

    private static final Comparator<Map.Entry<Actor, Long>> MOST_FIRST = Map.Entry.<Actor, Long>comparingByValue()
            .reversed()
            .thenComparing(entry -> entry.getKey().id());

    private final AnnotatedArticle annotated;
    private final @Nullable Explanations explanations;
    private final boolean colour;
    private final List<Mark> marks;

    private AnnotatedText(AnnotatedArticle annotated, @Nullable Explanations explanations, boolean colour) {
        this.annotated = annotated;
        this.explanations = explanations;
        this.colour = colour;
        this.marks = marks();
    }

    /**
     * Renders an article.
     *
     * @param colour whether to add ANSI colours to the marks
     * @return lines that each end in a line feed
     */
    static String of(AnnotatedArticle annotated, boolean colour) {
        return new AnnotatedText(annotated, null, colour).rendered();
    }

    /**
     * Renders an article with the reasons for all that was found.
     *
     * @param colour whether to add ANSI colours to the marks
     * @return lines that each end in a line feed
     */
    static String of(AnnotatedArticle annotated, Explanations explanations, boolean colour) {
        AnnotatedText text = new AnnotatedText(annotated, explanations, colour);
        return text.rendered() + text.reasons();
    }

    /**
     * Renders a rejection.
     *
     * @param colour whether to add ANSI colours
     * @return lines that each end in a line feed
     */
    static String of(Rejection rejection, boolean colour) {
        return "%s  %s\nReason    %s\nDetail    %s\n"
                .formatted(
                        Style.BAD.paint("Rejected", colour),
                        onOneLine(rejection.id()),
                        rejection.reason().code(),
                        onOneLine(rejection.detail()));
    }

    private String rendered() {
        return facts() + "\n" + markedText() + "\n" + legend() + times() + counted();
    }

    // Facts

    private String facts() {
        Article article = annotated.article();
        StringBuilder facts = new StringBuilder();
        fact(facts, "Article", article.id());
        fact(facts, "Published", article.published().value() + ", from the " + where(article.published()));
        fact(facts, "Title", article.title());
        fact(facts, "Source", article.source());
        fact(facts, "Language", explanations == null ? null : explanations.language());
        return facts.toString();
    }

    private void fact(StringBuilder facts, String name, @Nullable String value) {
        if (value != null) {
            facts.append(Style.HEADING.paint(name, colour))
                    .append(" ".repeat(10 - name.length()))
                    .append(onOneLine(value))
                    .append('\n');
        }
    }

    private static String where(PublicationDate published) {
        return switch (published.source()) {
            case HEADER -> "header";
            case DATELINE -> "dateline in the text";
        };
    }

    // The text with its marks

    private record Mark(Span span, String brackets, String said, Style style, String why) {

        String open() {
            return brackets.substring(0, 1);
        }

        String close(String number) {
            return said + number + brackets.substring(1);
        }
    }

    private String markedText() {
        Map<Integer, String> opening = new HashMap<>();
        Map<Integer, String> closing = new HashMap<>();
        for (int i = 0; explanations != null && i < annotated.sentences().size(); i++) {
            opening.put(annotated.sentences().get(i).start(), "<" + (i + 1) + "> ");
        }
        int number = 0;
        for (Mark mark : marks) {
            number++;
            opening.merge(mark.span().start(), mark.style().start(colour) + mark.open(), String::concat);
            String close = mark.close(explanations == null ? "" : " #" + number)
                    + mark.style().end(colour);
            closing.merge(mark.span().end(), close, (outer, inner) -> inner + outer);
        }
        int[] text = annotated.article().text().codePoints().toArray();
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i <= text.length; i++) {
            marked.append(closing.getOrDefault(i, "")).append(opening.getOrDefault(i, ""));
            boolean windowsLineEnd = i + 1 < text.length && text[i] == '\r' && text[i + 1] == '\n';
            if (i < text.length && !windowsLineEnd) {
                show(text[i], marked);
            }
        }
        return marked.toString().stripTrailing() + "\n";
    }

    private List<Mark> marks() {
        List<Mark> found = new ArrayList<>();
        for (int i = 0; i < annotated.expressions().size(); i++) {
            TemporalExpression expression = annotated.expressions().get(i);
            String why = explanations == null ? "" : explanations.expressions().get(i);
            String mod = expression.mod() == null ? "" : " " + expression.mod();
            found.add(new Mark(expression.span(), "{}", onOneLine("=" + expression.value() + mod), Style.TIME, why));
        }
        for (int i = 0; i < annotated.mentions().size(); i++) {
            Mention mention = annotated.mentions().get(i);
            String why = explanations == null ? "" : explanations.mentions().get(i);
            String who = "|" + onOneLine(who(mention));
            found.add(
                    mention.counted()
                            ? new Mark(mention.span(), "[]", who, Style.COUNTED, why)
                            : new Mark(mention.span(), "()", who, Style.NOT_COUNTED, why));
        }
        found.sort(OUTER_FIRST);
        return List.copyOf(found);
    }

    private static String who(Mention mention) {
        if (mention.ambiguous()) {
            return String.join(" or ", mention.candidates()) + "?";
        }
        Actor actor = mention.actor();
        return actor == null ? kind(mention.type()) : actor.id();
    }

    private static String kind(ActorType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    // Legend

    private String legend() {
        List<Mention> mentions = annotated.mentions();
        Map<String, String> legend = new LinkedHashMap<>();
        if (mentions.stream().anyMatch(Mention::counted)) {
            legend.put("[name|id]", "an actor, counted under the id");
        }
        if (mentions.stream().anyMatch(mention -> !mention.counted() && !mention.ambiguous())) {
            legend.put("(name|id)", "not counted: a place, a source label, a channel, a product");
        }
        if (mentions.stream().anyMatch(Mention::ambiguous)) {
            legend.put("(name|a or b?)", "not counted: the article does not settle who is meant");
        }
        if (!annotated.expressions().isEmpty()) {
            legend.put("{words=value}", "a time and its value in TIMEX3, with its modifier");
        }
        if (explanations != null && !annotated.sentences().isEmpty()) {
            legend.put("<1>", "the first sentence");
        }
        if (explanations != null && !marks.isEmpty()) {
            legend.put("#1", "the number of a mark in the list of reasons");
        }
        StringBuilder lines = new StringBuilder();
        legend.forEach((form, meaning) -> lines.append("%-16s%s\n".formatted(form, meaning)));
        return lines.isEmpty()
                ? ""
                : Style.HEADING.paint("Marks", colour) + "\n" + lines.toString().indent(2) + "\n";
    }

    // When

    private String times() {
        String rows = TimesTable.rows(annotated);
        String heading = Style.HEADING.paint("Times", colour) + ": words, value, precision, computed from, rule\n";
        return rows.isEmpty() ? "" : heading + rows + "\n";
    }

    // Who is counted

    private String counted() {
        Map<Actor, Long> counts = annotated.mentions().stream()
                .filter(Mention::counted)
                .map(mention -> Objects.requireNonNull(mention.actor()))
                .collect(Collectors.groupingBy(actor -> actor, Collectors.counting()));
        if (counts.isEmpty()) {
            return "Nobody is counted.\n";
        }
        int width = counts.keySet().stream()
                .mapToInt(actor -> actor.id().length())
                .max()
                .orElse(0);
        StringBuilder table = new StringBuilder("%s in %s\n"
                .formatted(
                        Style.HEADING.paint("Counted", colour),
                        annotated.article().published().month()));
        counts.entrySet().stream().sorted(MOST_FIRST).forEach(entry -> {
            Actor actor = entry.getKey();
            String padding = " ".repeat(width - actor.id().length());
            table.append(
                    "%6d  %s%s  %s\n".formatted(entry.getValue(), onOneLine(actor.id()), padding, described(actor)));
        });
        return table.toString();
    }

    private static String described(Actor actor) {
        return onOneLine(actor.name()) + ", " + kind(actor.type())
                + (actor.provisional() ? ", not in the lexicon" : "");
    }

    // Why

    /** Each reason once, with the numbers of the marks that have it. */
    private String reasons() {
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < marks.size(); i++) {
            numbers.computeIfAbsent(onOneLine(marks.get(i).why()), why -> new ArrayList<>())
                    .add("#" + (i + 1));
        }
        StringBuilder reasons = new StringBuilder("\n" + Style.HEADING.paint("Why", colour) + "\n");
        numbers.forEach((why, of) -> reasons.append(folded(String.join(" ", of) + "  " + why)));
        return numbers.isEmpty() ? "" : reasons.toString();
    }

    /** A line broken between words, so that a terminal need not break it inside them. */
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder(" ");
        int column = 1;
        for (String word : WORDS.split(line, -1)) {
            if (column + 1 + word.length() > WIDTH && column > INDENT) {
                folded.append('\n').append(" ".repeat(INDENT - 1));
                column = INDENT - 1;
            }
            folded.append(' ').append(word);
            column += 1 + word.length();
        }
        return folded.append('\n').toString();
    }

    // Safe for a terminal

    /** A text from outside without line breaks and without anything that a terminal would obey. */
    static String onOneLine(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> show(c == '\n' || c == '\r' || c == '\t' ? ' ' : c, shown));
        return shown.toString();
    }

    private static void show(int c, StringBuilder shown) {
        if (c != '\n' && c != '\t' && (Character.isISOControl(c) || turnsText(c))) {
            shown.append("\\u%04x".formatted(c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    /** The signs that turn the direction of writing, and with it may show a text that is not there. */
    private static boolean turnsText(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** The ANSI style of a part. */
    private enum Style {
        HEADING("1"),
        COUNTED("1;36"),
        NOT_COUNTED("2;36"),
        TIME("32"),
        BAD("1;31");

        private final String code;

        Style(String code) {
            this.code = code;
        }

        String start(boolean colour) {
            return colour ? "\u001B[" + code + "m" : "";
        }

        String end(boolean colour) {
            return colour ? "\u001B[0m" : "";
        }

        String paint(String text, boolean colour) {
            return start(colour) + text + end(colour);
        }
    }
}
