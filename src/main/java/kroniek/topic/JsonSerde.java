package kroniek.topic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A serde for a value that is a JSON object. Fields are written in one fixed order, so that equal values have equal bytes; unknown fields
 * are ignored when reading, so that newer values can be read.
 */
final class JsonSerde<T> implements Serde<T> {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Fields<T> fields;
    private final Function<JsonNode, T> read;

    /**
     * @param fields writes the fields of the object
     * @param read makes the value from the object
     */
    JsonSerde(Fields<T> fields, Function<JsonNode, T> read) {
        this.fields = fields;
        this.read = read;
    }

    /** Writes the fields of an object. */
    interface Fields<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }

    private byte[] write(T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json, value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private T read(String topic, byte[] bytes) {
        try {
            return read.apply(MAPPER.readTree(bytes));
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("not a value of %s: %s".formatted(topic, e.getMessage()), e);
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka passes null for a tombstone, and takes null for one
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : write(value);
    }

    @Override
    @SuppressWarnings("NullAway") // as above
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(topic, bytes);
    }

    /** A text field that must be there. */
    static String text(JsonNode object, String field) {
        @Nullable JsonNode node = object.get(field);
        if (node == null || !node.isTextual()) {
            throw new IllegalArgumentException("no text field " + field);
        }
        return node.textValue();
    }

    /** A whole number that must be there. */
    static long number(JsonNode object, String field) {
        @Nullable JsonNode node = object.get(field);
        if (node == null || !node.isIntegralNumber()) {
            throw new IllegalArgumentException("no number field " + field);
        }
        return node.longValue();
    }
}
