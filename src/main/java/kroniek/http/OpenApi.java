package kroniek.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import kroniek.topic.Topics;

/** The API's description, {@code GET /openapi.json}: OpenAPI 3.1, written in {@code openapi.yaml}, with the schema of an article as its topic declares it. */
final class OpenApi implements Handler {

    static final String PATH = "/openapi.json";

    private final byte[] document = Json.bytes(document());

    @Override
    public void handle(Context ctx) {
        Tagged.answer(ctx, Json.CONTENT_TYPE, document);
    }

    private static JsonNode document() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.yaml"))) {
            JsonNode document = new YAMLMapper().readTree(in);
            ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
            schemas.set("Article", Topics.declared().articles().declaration().schema());
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml of the program cannot be read", e);
        }
    }
}
