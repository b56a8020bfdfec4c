package kroniek.inbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;

/**
 * An input that counts for nobody: what its rejection or its dead letter says, without the bytes.
 *
 * @param key the article's id, or what stands in for it
 * @param reason the code of the rejection, or {@link #FAILED} where the program failed on it
 * @param detail what was wrong, for a person
 * @param sha256 the hash of the input, 64 hex digits
 */
public record Refused(String key, String reason, String detail, String sha256) {

    /** The reason of a dead letter. */
    public static final String FAILED = "failed";

    private static final JsonFactory JSON = new JsonFactory();

    /** What a value of the topic of rejections says. */
    static Refused rejected(byte[] value) {
        Map<String, String> said = texts(value);
        return new Refused(
                said.getOrDefault("article", ""),
                said.getOrDefault("reason", ""),
                said.getOrDefault("detail", ""),
                said.getOrDefault("sha256", ""));
    }

    /** What a value of the topic of dead letters says. */
    static Refused failed(byte[] value) {
        Map<String, String> said = texts(value);
        return new Refused(
                said.getOrDefault("article", ""),
                FAILED,
                said.getOrDefault("step", "") + ": " + said.getOrDefault("error", ""),
                said.getOrDefault("sha256", ""));
    }

    /** The fields that hold texts, except the input's own bytes, which may be many and are not decoded. */
    private static Map<String, String> texts(byte[] value) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser json = JSON.createParser(value)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                if (json.nextToken() == JsonToken.VALUE_STRING && !field.equals("bytes")) {
                    texts.put(field, json.getText());
                }
                json.skipChildren();
            }
            return texts;
        } catch (IOException e) {
            throw new SerializationException("not a rejection: " + e.getMessage(), e);
        }
    }
}
