package kroniek.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Values as JSON in UTF-8. */
final class Json {

    static final String CONTENT_TYPE = "application/json; charset=utf-8";
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

    /** @param value JSON that this program wrote */
    static JsonNode tree(byte[] value) {
        try {
            return MAPPER.readTree(value);
        } catch (IOException notJson) {
            throw new UncheckedIOException("not JSON that Kroniek wrote", notJson);
        }
    }

    static void answer(Context ctx, Object value) {
        if (ctx.status() == HttpStatus.OK) {
            Tagged.answer(ctx, CONTENT_TYPE, bytes(value));
        } else {
            ctx.contentType(CONTENT_TYPE).result(bytes(value));
        }
    }
}
