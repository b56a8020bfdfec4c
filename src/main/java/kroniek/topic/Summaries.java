package kroniek.topic;

import static kroniek.topic.JsonSerde.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import kroniek.domain.ArticleSummary;
import kroniek.domain.PartialDate;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Summaries of articles: read off the beginning of a value of {@code articles}, and as values of a store. */
public final class Summaries {

    /** The value of the store that lists the articles of a month. */
    static final Serde<ArticleSummary> SERDE = new JsonSerde<>(Summaries::write, Summaries::read);

    /** Of a title or source, so many code points are kept. */
    private static final int LONGEST = 300;

    private static final JsonFactory JSON = new JsonFactory();

    private Summaries() {}

    /**
     * The summary of an annotated article. Reads no further than the fields that it shows, which stand first: the text behind them is long.
     *
     * @param value of the topic of articles
     * @throws SerializationException if that is no annotated article
     */
    public static ArticleSummary of(byte[] value) {
        Fields fields = new Fields();
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            while (!fields.complete() && json.nextToken() == JsonToken.FIELD_NAME) {
                fields.read(json);
            }
        } catch (IOException e) {
            throw new SerializationException("not an article that Kroniek wrote: " + e.getMessage(), e);
        }
        return fields.summary();
    }

    /**
     * What a value of the topic of rejections says, without the input's own bytes, which may be many.
     *
     * @throws SerializationException if that is no rejection
     */
    public static byte[] ofRejection(byte[] value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonParser json = JSON.createParser(value);
                JsonGenerator copy = JSON.createGenerator(out)) {
            json.nextToken();
            copy.writeStartObject();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                if (json.currentName().equals("bytes")) {
                    json.nextToken();
                } else {
                    copy.copyCurrentStructure(json);
                }
            }
            copy.writeEndObject();
        } catch (IOException e) {
            throw new SerializationException("not a rejection that Kroniek wrote: " + e.getMessage(), e);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator json, ArticleSummary summary) throws IOException {
        json.writeNumberField("schemaVersion", Values.SCHEMA_VERSION);
        json.writeStringField("id", summary.id());
        json.writeStringField("published", summary.published().toString());
        json.writeStringField("title", summary.title());
        json.writeStringField("source", summary.source());
        if (summary.duplicateOf() != null) {
            json.writeStringField("duplicateOf", summary.duplicateOf());
        }
    }

    private static ArticleSummary read(JsonNode json) {
        return new ArticleSummary(
                text(json, "id"),
                PartialDate.parse(text(json, "published")).orElseThrow(),
                json.path("title").textValue(),
                json.path("source").textValue(),
                json.path("duplicateOf").textValue());
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** The fields of a summary as they are met. */
    private static final class Fields {

        private @Nullable String id;
        private @Nullable String duplicateOf;
        private @Nullable String published;
        private @Nullable String title;
        private @Nullable String source;
        private boolean titled;
        private boolean sourced;

        boolean complete() {
            return id != null && published != null && titled && sourced;
        }

        void read(JsonParser json) throws IOException {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = json.getText();
                case "duplicateOf" -> duplicateOf = json.getText();
                case "published" -> published = value(json);
                case "title" -> {
                    title = json.getValueAsString();
                    titled = true;
                }
                case "source" -> {
                    source = json.getValueAsString();
                    sourced = true;
                }
                default -> json.skipChildren();
            }
        }

        private static @Nullable String value(JsonParser json) throws IOException {
            String value = null;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                if (field.equals("value")) {
                    value = json.getText();
                } else {
                    json.skipChildren();
                }
            }
            return value;
        }

        ArticleSummary summary() {
            if (id == null || published == null) {
                throw new SerializationException("not an article that Kroniek wrote: no id or publication date");
            }
            PartialDate date = PartialDate.parse(published)
                    .orElseThrow(() -> new SerializationException("not an article that Kroniek wrote: no date"));
            return new ArticleSummary(id, date, shortened(title), shortened(source), duplicateOf);
        }
    }
}
