package kroniek.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import kroniek.article.RejectionJson;
import kroniek.article.Sha256;

/** An article on which the program failed, as the topic of dead letters holds it. */
final class DeadLetterJson {

    private static final JsonFactory JSON = new JsonFactory();

    private DeadLetterJson() {}

    /** @param head the bytes that are kept of the article's */
    static byte[] write(Version.Failed failed, byte[] head) {
        byte[] bytes = failed.bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length * 4 / 3 + 512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", RejectionJson.SCHEMA_VERSION);
            json.writeStringField("article", failed.id());
            json.writeStringField("step", failed.step());
            json.writeStringField("error", failed.error());
            RejectionJson.input(json, bytes.length, Sha256.of(bytes), head);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }
}
