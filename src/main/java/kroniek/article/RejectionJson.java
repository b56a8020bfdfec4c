package kroniek.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import kroniek.domain.Rejection;

/** A rejection with the input's bytes, as the topic of rejections holds it; written by the topology and by the connector. */
public final class RejectionJson {

    /** The version of the form; within it fields are only added. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private RejectionJson() {}

    /**
     * A rejected input of which only the beginning may be at hand.
     *
     * @param rejection why it could not be used
     * @param size how many bytes the input has
     * @param sha256 the SHA-256 of all of them, in lower-case hex
     * @param head the bytes that are kept; the value says {@code truncated} where these are fewer than {@code size}
     */
    public static byte[] write(Rejection rejection, long size, String sha256, byte[] head) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length * 4 / 3 + 512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("article", rejection.id());
            json.writeStringField("reason", rejection.reason().code());
            json.writeStringField("detail", rejection.detail());
            input(json, size, sha256, head);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    /** Writes the fields about the input itself, which rejections and dead letters share. */
    public static void input(JsonGenerator json, long size, String sha256, byte[] head) throws IOException {
        json.writeNumberField("size", size);
        json.writeStringField("sha256", sha256);
        json.writeBinaryField("bytes", head);
        json.writeBooleanField("truncated", head.length < size);
    }
}
