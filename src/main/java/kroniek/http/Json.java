package kroniek.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/** Values as JSON in UTF-8. */
final class Json {

    private static final String CONTENT_TYPE = "application/json; charset=utf-8";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** @param value a map or record of strings, numbers, booleans, nulls, and lists and maps and records of such */
    static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("not a JSON value: " + value, notJson);
        }
    }

    static void answer(Context ctx, Object value) {
        ctx.contentType(CONTENT_TYPE).result(bytes(value));
    }
}
