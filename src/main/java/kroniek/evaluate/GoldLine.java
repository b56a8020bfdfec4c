package kroniek.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kroniek.domain.ActorType;
import kroniek.domain.Article;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/**
 * One line of a gold file.
 *
 * @param line the JSON
 * @param place the gold file and the line's number, for complaints
 */
record GoldLine(JsonNode line, String place) {

    /** The article's id. */
    String file() throws GoldException {
        return string(line, "file");
    }

    /** The whole input, or null where the line only names it. */
    @Nullable
    String text() throws GoldException {
        return line.has("text") ? string(line, "text") : null;
    }

    /**
     * What is marked in the article.
     *
     * @throws GoldException if a field is missing or not what it should be, or a span does not hold its text
     */
    GoldText read(String theme, Article article) throws GoldException {
        if (!line.has("expressions") && !line.has("mentions")) {
            throw wrong("has neither expressions nor mentions; mark one of them, or take the line out");
        }
        return new GoldText(
                theme,
                article,
                line.has("expressions") ? expressions(article.text(), line.get("expressions")) : null,
                List.copyOf(spans(line, "ignore")),
                line.has("mentions") ? mentions(article.text()) : null);
    }

    private List<GoldExpression> expressions(String text, JsonNode nodes) throws GoldException {
        List<GoldExpression> expressions = new ArrayList<>();
        for (JsonNode node : nodes) {
            expressions.add(expression(text, node));
        }
        return expressions;
    }

    private GoldExpression expression(String text, JsonNode node) throws GoldException {
        Span span = span(text, node);
        Set<Span> spans = spans(node, "alt_spans");
        spans.add(span);
        var type = type(TemporalExpression.Type.class, string(node, "type"));
        Set<TemporalExpression.Type> types = new HashSet<>(Set.of(type));
        for (JsonNode other : node.path("alt_types")) {
            types.add(type(TemporalExpression.Type.class, other.asText()));
        }
        String value = string(node, "value");
        Set<String> values = new LinkedHashSet<>(List.of(value));
        node.path("alt").forEach(other -> values.add(other.asText()));
        List<List<GoldExpression>> variants = new ArrayList<>();
        for (JsonNode variant : node.path("variants")) {
            variants.add(expressions(text, variant));
        }
        return new GoldExpression(
                string(node, "text"),
                span,
                spans,
                type,
                types,
                value,
                values,
                node.hasNonNull("mod") ? string(node, "mod") : null,
                node.path("optional").asBoolean(),
                variants);
    }

    private List<GoldMention> mentions(String text) throws GoldException {
        List<GoldMention> mentions = new ArrayList<>();
        for (JsonNode node : line.get("mentions")) {
            mentions.add(mention(text, node));
        }
        return mentions;
    }

    private GoldMention mention(String text, JsonNode node) throws GoldException {
        ActorType type = type(ActorType.class, string(node, "type"));
        List<String> candidates = new ArrayList<>();
        node.path("candidates").forEach(candidate -> candidates.add(candidate.asText()));
        String actor = node.hasNonNull("actor") ? string(node.get("actor"), "id") : null;
        if (actor == null && candidates.isEmpty() && type != ActorType.PLACE) {
            throw wrong("has neither actor nor candidates for " + node);
        }
        if (!node.path("counted").isBoolean()) {
            throw wrong("does not say, true or false, whether this is counted: " + node);
        }
        boolean counted = node.get("counted").asBoolean();
        if (counted && (actor == null || type == ActorType.PLACE)) {
            throw wrong("counts what has no actor or is a place: " + node);
        }
        return new GoldMention(string(node, "text"), span(text, node), type, actor, counted, candidates);
    }

    private Span span(String text, JsonNode node) throws GoldException {
        Span span = span(node, node.path("start"), node.path("end"));
        boolean inside = span.end() <= text.codePointCount(0, text.length());
        if (!inside || !Excerpt.of(text, span).equals(string(node, "text"))) {
            throw wrong("has a span that does not hold its text: %s; count code points from the start of the article"
                    .formatted(node));
        }
        return span;
    }

    private Set<Span> spans(JsonNode node, String field) throws GoldException {
        Set<Span> spans = new LinkedHashSet<>();
        for (JsonNode pair : node.path(field)) {
            spans.add(span(node, pair.path(0), pair.path(1)));
        }
        return spans;
    }

    private Span span(JsonNode node, JsonNode start, JsonNode end) throws GoldException {
        if (!start.isInt() || !end.isInt() || start.asInt() < 0 || end.asInt() <= start.asInt()) {
            throw wrong("has no span, or one that is empty: " + node);
        }
        return new Span(start.asInt(), end.asInt());
    }

    private <E extends Enum<E>> E type(Class<E> types, String name) throws GoldException {
        for (E type : types.getEnumConstants()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw wrong("has the type %s; there are %s".formatted(name, List.of(types.getEnumConstants())));
    }

    private String string(JsonNode node, String field) throws GoldException {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw wrong("lacks the field %s, or it is no string: %s".formatted(field, node));
        }
        return value.textValue();
    }

    private GoldException wrong(String what) {
        String detail = what.length() > 300 ? what.substring(0, 300) + "…" : what;
        return new GoldException(place + " " + detail);
    }
}
