package kroniek.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import kroniek.domain.Article;
import kroniek.domain.PublicationDate;
import kroniek.domain.Rejection;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of an article: one object {@code {"id", "date", "title", "source", "text"}}, of which {@code date} and
 * {@code text} are needed. Other fields are read over, {@code id} among them, for the caller knows it. The article's
 * text is title, empty line, text.
 */
final class JsonArticle {

    private static final Set<String> FIELDS = Set.of("date", "title", "source", "text");
    private static final int MAX_DEPTH = 100;

    /** Field names come from outside, so they must not be interned: the program runs for months. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(ArticleReader.maxRawBytes(Format.JSON))
                    .build())
            .build();

    private JsonArticle() {}

    /**
     * Reads a decoded JSON object that is not blank.
     *
     * @throws Refusal if it is no JSON object, lacks a field, or a field is not what it should be
     */
    static Article read(String id, String json) throws Refusal {
        Map<String, String> fields = fields(json);
        String date = fields.get("date");
        if (date == null) {
            throw new Refusal(
                    Rejection.Reason.NO_DATE, "the field date is missing; write the date of publication as YYYY-MM-DD");
        }
        PublicationDate published =
                new PublicationDate(DateForm.read(Blank.strip(date), "the field date"), PublicationDate.Source.HEADER);
        String body = fields.get("text");
        if (body == null) {
            throw badJson("the field text is missing; it holds the article");
        }
        if (Blank.is(body)) {
            throw new Refusal(Rejection.Reason.EMPTY, "the field text is empty; write the article there");
        }
        String title = label(fields.get("title"));
        String text = title == null ? body : title + "\n\n" + body;
        ArticleReader.checkSize(text);
        Decoder.checkText(text);
        return new Article(
                id,
                published,
                title,
                label(fields.get("source")),
                text,
                Span.NONE,
                title == null ? null : new Span(0, title.codePointCount(0, title.length())),
                null);
    }

    private static @Nullable String label(@Nullable String field) {
        return field == null || Blank.is(field) ? null : Blank.strip(field);
    }

    /** The known fields that are there and not null. */
    private static Map<String, String> fields(String json) throws Refusal {
        try (JsonParser parser = JSON.createParser(json)) {
            return fields(parser);
        } catch (JsonProcessingException broken) {
            throw badJson("the JSON does not parse: " + broken.getOriginalMessage() + at(broken.getLocation()));
        } catch (IOException e) {
            throw badJson("the JSON cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException, Refusal {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw badJson("the article is no JSON object; write {\"id\": …, \"date\": …, \"text\": …} on one line");
            }
            Map<String, String> fields = new HashMap<>();
            Set<String> seen = new HashSet<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (!seen.add(name)) {
                    throw badJson("the field " + Refusal.quote(name) + " stands there twice; leave one" + at(parser));
                }
                parser.nextToken();
                readField(parser, name, fields);
            }
            if (parser.nextToken() != null) {
                throw badJson("something follows the object; write one article on each line" + at(parser));
            }
            return fields;
        } catch (StreamConstraintsException tooMuch) {
            throw badJson("the JSON nests deeper than %d levels, or has a name or number of unreasonable length%s"
                    .formatted(MAX_DEPTH, at(parser.currentLocation())));
        }
    }

    private static void readField(JsonParser parser, String name, Map<String, String> fields)
            throws IOException, Refusal {
        if (!FIELDS.contains(name)) {
            parser.skipChildren();
        } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
            fields.put(name, wellFormed(parser.getText()));
        } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
            throw badJson("the field %s is no string; put it in quotation marks%s".formatted(name, at(parser)));
        }
    }

    /**
     * An escape such as {@code \ud800} may name half a character; it becomes U+FFFD, or the text would not survive
     * UTF-8.
     */
    private static String wellFormed(String text) {
        StringBuilder repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static String at(JsonParser parser) {
        return at(parser.currentTokenLocation());
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null ? "" : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static Refusal badJson(String detail) {
        return new Refusal(Rejection.Reason.BAD_JSON, detail);
    }
}
