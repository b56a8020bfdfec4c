package kroniek.topic;

import static kroniek.topic.JsonSerde.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Explanations;
import kroniek.domain.Mention;
import kroniek.domain.Mention.Rejected;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Rejection;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.domain.TemporalExpression.Anchor;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * An annotated article as JSON: a line of {@code kroniek annotate}, and the value of the topic of articles, which has
 * the text, the sentences and the places of header, title and source besides. Fields stand in one fixed order, so that
 * equal articles have equal bytes. Offsets are code points of the text.
 */
public final class AnnotatedArticleJson {

    /** So many expressions, and so many mentions, does a topic value list at most; with more it says {@code cut}. */
    public static final int MOST_LISTED = 10_000;

    /** What a topic value grows by at most where it names the article that it is a copy of: an id, each byte of it escaped. */
    public static final int MOST_BYTES_OF_ORIGINAL = 6 * RawKey.LONGEST + 32;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final ObjectMapper READER = new ObjectMapper();

    /** Stands before everything that may be long, so that it is found without reading the rest. */
    private static final String LANGUAGE = "language";

    private static final String DUPLICATE_OF = "duplicateOf";

    /** The first field behind the head. */
    private static final String PUBLISHED = "published";

    private AnnotatedArticleJson() {}

    /** The line that {@code kroniek annotate} prints for an article where nobody asked for explanations. */
    public static String line(AnnotatedArticle annotated, @Nullable String file) {
        return line(annotated, file, null);
    }

    /**
     * The line that {@code kroniek annotate} prints for an article, without the line's end.
     *
     * @param file the base name of the file it was read from, or null
     * @param explanations why each expression and mention is what it is, or null where nobody asked
     */
    public static String line(AnnotatedArticle annotated, @Nullable String file, @Nullable Explanations explanations) {
        return utf8(written(json -> {
            Article article = annotated.article();
            json.writeStringField("id", article.id());
            if (file != null) {
                json.writeStringField("file", file);
            }
            facts(json, article);
            if (explanations != null) {
                json.writeStringField("language", explanations.language());
            }
            expressions(json, annotated.expressions(), explanations == null ? List.of() : explanations.expressions());
            mentions(json, annotated.mentions(), explanations == null ? List.of() : explanations.mentions());
        }));
    }

    /**
     * The line that {@code kroniek annotate} prints for a rejection, without the line's end.
     *
     * @param file the base name of the file it was read from
     */
    public static String line(Rejection rejection, String file) {
        return utf8(written(json -> {
            json.writeStringField("id", rejection.id());
            json.writeStringField("file", file);
            json.writeObjectFieldStart("rejected");
            json.writeStringField("reason", rejection.reason().code());
            json.writeStringField("detail", rejection.detail());
            json.writeEndObject();
        }));
    }

    /** Whether the topic value lists not all of its expressions or mentions. */
    public static boolean isCut(AnnotatedArticle annotated) {
        return annotated.expressions().size() > MOST_LISTED
                || annotated.mentions().size() > MOST_LISTED;
    }

    /** The value of the topic of articles, listing at most {@link #MOST_LISTED} expressions and mentions. */
    public static byte[] topicValue(AnnotatedArticle annotated) {
        return topicValue(annotated, MOST_LISTED);
    }

    /** The value of the topic of articles, listing at most {@code most} expressions and {@code most} mentions. */
    static byte[] topicValue(AnnotatedArticle annotated, int most) {
        Article article = annotated.article();
        List<TemporalExpression> expressions = annotated.expressions();
        List<Mention> mentions = annotated.mentions();
        return written(json -> {
            json.writeNumberField("schemaVersion", Values.SCHEMA_VERSION);
            json.writeStringField("id", article.id());
            json.writeStringField(LANGUAGE, annotated.language());
            if (annotated.duplicateOf() != null) {
                json.writeStringField(DUPLICATE_OF, annotated.duplicateOf());
            }
            facts(json, article);
            expressions(json, expressions.subList(0, Math.min(most, expressions.size())), List.of());
            mentions(json, mentions.subList(0, Math.min(most, mentions.size())), List.of());
            json.writeStringField("text", article.text());
            span(json, "headerSpan", article.header());
            span(json, "titleSpan", article.titleSpan());
            span(json, "sourceSpan", article.sourceSpan());
            json.writeArrayFieldStart("sentences");
            for (Span sentence : annotated.sentences()) {
                span(json, sentence);
            }
            json.writeEndArray();
            if (expressions.size() > most || mentions.size() > most) {
                json.writeBooleanField("cut", true);
            }
        });
    }

    private static void facts(JsonGenerator json, Article article) throws IOException {
        PublicationDate published = article.published();
        json.writeObjectFieldStart(PUBLISHED);
        json.writeStringField("value", published.value().toString());
        json.writeStringField("month", published.month().toString());
        json.writeStringField("source", published.source().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
        json.writeStringField("title", article.title());
        json.writeStringField("source", article.source());
    }

    private static void expressions(JsonGenerator json, List<TemporalExpression> expressions, List<String> explanations)
            throws IOException {
        json.writeArrayFieldStart("expressions");
        for (int i = 0; i < expressions.size(); i++) {
            TemporalExpression expression = expressions.get(i);
            json.writeStartObject();
            place(json, expression.text(), expression.span());
            json.writeStringField("type", expression.type().name());
            json.writeStringField("value", expression.value());
            if (expression.mod() != null) {
                json.writeStringField("mod", expression.mod());
            }
            json.writeStringField("precision", expression.precision().code());
            anchor(json, expression.anchor());
            json.writeStringField("rule", expression.rule());
            explanation(json, explanations, i);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void anchor(JsonGenerator json, Anchor anchor) throws IOException {
        json.writeObjectFieldStart("anchor");
        json.writeStringField("kind", anchor.kind().code());
        if (anchor.span() != null) {
            json.writeNumberField("start", anchor.span().start());
            json.writeNumberField("end", anchor.span().end());
        }
        json.writeEndObject();
    }

    private static void explanation(JsonGenerator json, List<String> explanations, int i) throws IOException {
        if (i < explanations.size()) {
            json.writeStringField("explanation", explanations.get(i));
        }
    }

    private static void mentions(JsonGenerator json, List<Mention> mentions, List<String> explanations)
            throws IOException {
        json.writeArrayFieldStart("mentions");
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            json.writeStartObject();
            place(json, mention.text(), mention.span());
            json.writeStringField("type", mention.type().name());
            actor(json, mention.actor());
            json.writeStringField("form", mention.form().code());
            json.writeBooleanField("counted", mention.counted());
            json.writeStringField("rule", mention.rule());
            if (!mention.evidence().isEmpty()) {
                json.writeStringField("evidence", mention.evidence());
            }
            if (mention.ambiguous()) {
                json.writeFieldName("candidates");
                json.writeArray(
                        mention.candidates().toArray(new String[0]),
                        0,
                        mention.candidates().size());
            }
            rejected(json, mention.rejected());
            explanation(json, explanations, i);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void rejected(JsonGenerator json, List<Rejected> rejected) throws IOException {
        if (rejected.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("rejected");
        for (Rejected other : rejected) {
            json.writeStartObject();
            json.writeStringField("id", other.id());
            json.writeStringField("name", other.name());
            json.writeStringField("why", other.why());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void actor(JsonGenerator json, @Nullable Actor actor) throws IOException {
        if (actor == null) {
            json.writeNullField("actor");
            return;
        }
        json.writeObjectFieldStart("actor");
        json.writeStringField("id", actor.id());
        json.writeStringField("name", actor.name());
        if (actor.provisional()) {
            json.writeBooleanField("provisional", true);
        }
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, String text, Span span) throws IOException {
        json.writeStringField("text", text);
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
    }

    private static void span(JsonGenerator json, String field, @Nullable Span span) throws IOException {
        if (span != null) {
            json.writeFieldName(field);
            span(json, span);
        }
    }

    private static void span(JsonGenerator json, Span span) throws IOException {
        json.writeArray(new int[] {span.start(), span.end()}, 0, 2);
    }

    /** Writes the fields of an object. */
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private static byte[] written(Fields fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try (JsonGenerator json = JSON.createGenerator((OutputStream) out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * Reads a value of the topic of articles. Unknown fields are ignored. Of a value that was cut, the article has what
     * is listed. An expression without an anchor, a field that was added, gets {@link Anchor#NONE}.
     *
     * @throws SerializationException if it is no such value, or one of another schema version
     */
    public static AnnotatedArticle read(byte[] value) {
        try {
            return annotated(READER.readTree(value));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("not an annotated article: " + e.getMessage(), e);
        }
    }

    /**
     * What stands at the head of a value of the topic of articles.
     *
     * @param language which version of the language found what it says; empty where an earlier release did not note it
     * @param duplicateOf the id of the article that it is a copy of, or null
     */
    public record Head(String language, @Nullable String duplicateOf) {}

    /**
     * Reads the head of a value, and nothing of what may be long.
     *
     * @throws SerializationException if it is no JSON
     */
    public static Head head(byte[] value) {
        String language = "";
        String duplicateOf = null;
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME
                    && !json.currentName().equals(PUBLISHED)) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals(LANGUAGE)) {
                    language = json.getText();
                } else if (field.equals(DUPLICATE_OF)) {
                    duplicateOf = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            return new Head(language, duplicateOf);
        } catch (IOException e) {
            throw new SerializationException("not an annotated article: " + e.getMessage(), e);
        }
    }

    private static AnnotatedArticle annotated(JsonNode json) {
        Values.requireReadable(json);
        return new AnnotatedArticle(
                article(json),
                list(json, "expressions", AnnotatedArticleJson::expression),
                list(json, "mentions", AnnotatedArticleJson::mention),
                list(json, "sentences", AnnotatedArticleJson::span),
                json.path(LANGUAGE).asText(""),
                optionalText(json, DUPLICATE_OF));
    }

    private static Article article(JsonNode json) {
        JsonNode published = required(json, PUBLISHED);
        String date = text(published, "value");
        return new Article(
                text(json, "id"),
                new PublicationDate(
                        PartialDate.parse(date).orElseThrow(() -> new IllegalArgumentException("no date: " + date)),
                        PublicationDate.Source.valueOf(text(published, "source").toUpperCase(Locale.ROOT))),
                optionalText(json, "title"),
                optionalText(json, "source"),
                text(json, "text"),
                json.hasNonNull("headerSpan") ? span(required(json, "headerSpan")) : Span.NONE,
                json.hasNonNull("titleSpan") ? span(required(json, "titleSpan")) : null,
                json.hasNonNull("sourceSpan") ? span(required(json, "sourceSpan")) : null);
    }

    private static TemporalExpression expression(JsonNode json) {
        return new TemporalExpression(
                text(json, "text"),
                place(json),
                TemporalExpression.Type.valueOf(text(json, "type")),
                text(json, "value"),
                optionalText(json, "mod"),
                json.hasNonNull("anchor") ? anchor(required(json, "anchor")) : Anchor.NONE,
                text(json, "rule"));
    }

    private static Anchor anchor(JsonNode json) {
        return new Anchor(
                Anchor.Kind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
                json.hasNonNull("start") ? place(json) : null);
    }

    private static Mention mention(JsonNode json) {
        ActorType type = ActorType.valueOf(text(json, "type"));
        return new Mention(
                text(json, "text"),
                place(json),
                type,
                json.hasNonNull("actor") ? actor(required(json, "actor"), type) : null,
                Mention.Form.valueOf(text(json, "form").toUpperCase(Locale.ROOT)),
                required(json, "counted").booleanValue(),
                text(json, "rule"),
                json.path("evidence").asText(""),
                json.has("candidates") ? list(json, "candidates", JsonNode::asText) : List.of(),
                json.has("rejected") ? list(json, "rejected", AnnotatedArticleJson::rejected) : List.of());
    }

    private static Rejected rejected(JsonNode json) {
        return new Rejected(text(json, "id"), text(json, "name"), text(json, "why"));
    }

    private static Actor actor(JsonNode json, ActorType type) {
        return new Actor(
                text(json, "id"),
                text(json, "name"),
                type,
                json.path("provisional").booleanValue());
    }

    private static Span place(JsonNode json) {
        return new Span(number(json, "start"), number(json, "end"));
    }

    private static Span span(JsonNode pair) {
        return new Span(pair.path(0).intValue(), pair.path(1).intValue());
    }

    private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        required(json, field).forEach(element -> list.add(read.apply(element)));
        return list;
    }

    private static JsonNode required(JsonNode json, String field) {
        JsonNode node = json.get(field);
        if (node == null) {
            throw new IllegalArgumentException("no field " + field);
        }
        return node;
    }

    private static @Nullable String optionalText(JsonNode json, String field) {
        return json.hasNonNull(field) ? text(json, field) : null;
    }

    private static int number(JsonNode json, String field) {
        return Math.toIntExact(JsonSerde.number(json, field));
    }
}
