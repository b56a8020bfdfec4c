package kroniek.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The id of the article in a JSON line. */
public final class LineId {

    /** The most bytes, in UTF-8, that an id field may have; one that is longer is no id but a text in the wrong place. */
    public static final int LONGEST = 1024;

    /** Field names come from outside, so they must not be interned: the program runs for months. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private LineId() {}

    /**
     * The line's field {@code id} where that is a string or a number, else the path and the line's hash:
     * {@code 2018/berichten.jsonl#1f0c9a3b5d7e2846}. Also for a line that is no JSON, so that it can be published and rejected under a
     * key of its own.
     *
     * @param path the file's path relative to the watched folder
     */
    public static String of(Line line, String path) {
        return in(line.bytes()).orElseGet(() -> path + "#" + line.shortHash());
    }

    /** The field {@code id} of a JSON object where that is a string or a number, and neither blank nor too long. */
    public static Optional<String> in(byte[] json) {
        return Optional.ofNullable(field(json)).filter(LineId::usable);
    }

    private static @Nullable String field(byte[] line) {
        try (JsonParser json = JSON.createParser(line)) {
            return json.nextToken() == JsonToken.START_OBJECT ? topLevelId(json) : null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Reads to the end, since a line that breaks off after its id is no article; of two id fields the last counts, as in any reader. */
    private static @Nullable String topLevelId(JsonParser json) throws IOException {
        String id = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isId = json.currentName().equals("id");
            JsonToken value = json.nextToken();
            if (isId) {
                id = value == JsonToken.VALUE_STRING || value.isNumeric() ? json.getText() : null;
            }
            json.skipChildren();
        }
        return json.nextToken() == null ? id : null;
    }

    private static boolean usable(String id) {
        return !id.isBlank()
                && StandardCharsets.UTF_8.newEncoder().canEncode(id)
                && id.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
