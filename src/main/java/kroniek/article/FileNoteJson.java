package kroniek.article;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import kroniek.domain.FileNote;
import kroniek.domain.FileNote.Fate;
import kroniek.domain.FileNote.Fault;
import kroniek.domain.FileNote.Look;
import kroniek.domain.FileNote.Position;
import kroniek.domain.FileNote.Source;
import kroniek.domain.FileNote.State;
import org.jspecify.annotations.Nullable;

/** A file's note as the topic of files holds it: a flat JSON object. Written and read back by the connector, read by verification. */
public final class FileNoteJson {

    /** The version of the form; within it fields are only added. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private FileNoteJson() {}

    /** The value of a record. */
    public static byte[] write(FileNote note) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("schemaVersion", SCHEMA_VERSION);
            json.writeStringField("file", note.path());
            json.writeStringField("owner", note.source().owner());
            json.writeStringField("folder", note.source().folder());
            json.writeStringField("state", note.state().code());
            json.writeStringField("since", note.since().toString());
            json.writeNumberField("size", note.look().size());
            json.writeStringField("modified", note.look().modified().toString());
            optional(json, "sha256", note.look().sha256());
            Position position = note.position();
            if (position != null) {
                json.writeStringField("topic", position.topic());
                json.writeNumberField("partition", position.partition());
                json.writeNumberField("offset", position.offset());
            }
            Fault fault = note.fault();
            if (fault != null) {
                json.writeStringField("reason", fault.reason());
                json.writeStringField("detail", fault.detail());
            }
            json.writeStringField("fate", note.fate().code());
            optional(json, "target", note.target());
            json.writeNumberField("withdrawn", note.withdrawn());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private static void optional(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }

    /**
     * The note in a record's value. Fields that are not known are passed over.
     *
     * @throws IOException if it is none
     */
    public static FileNote read(byte[] value) throws IOException {
        Map<String, String> fields = fields(value);
        try {
            return note(fields);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("not a note of a file (" + e.getMessage() + ")", e);
        }
    }

    private static FileNote note(Map<String, String> fields) {
        Position position = fields.containsKey("topic")
                ? new Position(
                        text(fields, "topic"),
                        Integer.parseInt(text(fields, "partition")),
                        Long.parseLong(text(fields, "offset")))
                : null;
        Fault fault = fields.containsKey("reason") ? new Fault(text(fields, "reason"), text(fields, "detail")) : null;
        return new FileNote(
                text(fields, "file"),
                new Source(text(fields, "owner"), text(fields, "folder")),
                State.of(text(fields, "state")),
                Instant.parse(text(fields, "since")),
                new Look(
                        Long.parseLong(text(fields, "size")),
                        Instant.parse(text(fields, "modified")),
                        fields.get("sha256")),
                position,
                fault,
                Fate.of(text(fields, "fate")),
                fields.get("target"),
                Long.parseLong(text(fields, "withdrawn")));
    }

    private static String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the field " + name + " is missing");
        }
        return value;
    }

    private static Map<String, String> fields(byte[] value) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(value)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a note of a file: it is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken().isScalarValue()) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        return fields;
    }
}
