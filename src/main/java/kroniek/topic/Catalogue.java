package kroniek.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kroniek.topic.Declaration.Partitioner;

/** What {@code topics/*.yaml} declares: the single description of every topic, packed into the program. */
public final class Catalogue {

    /** The prefix that the declarations are written with; {@code --prefix} puts another one in its place. */
    public static final String DEFAULT_PREFIX = "kroniek";

    /** The topics' names below the prefix, in the order in which articles pass through them. */
    static final List<String> NAMES = List.of(
            "articles.raw",
            "articles",
            "mentions",
            "actor-months",
            "actor-pairs",
            "actor-months-mentioned",
            "rises",
            "copy-bands",
            "copy-originals",
            "rejected",
            "dead-letters",
            "files");

    private final Map<String, Declaration> declarations;

    private Catalogue(Map<String, Declaration> declarations) {
        this.declarations = declarations;
    }

    /**
     * Reads the declarations.
     *
     * @throws IllegalStateException if one is missing or incomplete, naming the file and the field
     */
    public static Catalogue load() {
        YAMLMapper yaml = new YAMLMapper();
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        for (String name : NAMES) {
            String file = DEFAULT_PREFIX + "." + name + ".yaml";
            try (InputStream in = Catalogue.class.getResourceAsStream("/kroniek/topics/" + file)) {
                if (in == null) {
                    throw new IllegalStateException("the program lacks topics/" + file);
                }
                declarations.put(name, declaration(file, yaml.readTree(in)));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read topics/" + file, e);
            }
        }
        return new Catalogue(declarations);
    }

    private static Declaration declaration(String file, JsonNode yaml) {
        Map<String, String> config = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : required(file, yaml, "/config").properties()) {
            config.put(entry.getKey(), entry.getValue().asText());
        }
        JsonNode schema = yaml.at("/value/schema");
        return new Declaration(
                required(file, yaml, "/name").asText(),
                required(file, yaml, "/doc").asText().strip(),
                required(file, yaml, "/writtenBy").asText().strip(),
                required(file, yaml, "/key/doc").asText().strip(),
                required(file, yaml, "/value/doc").asText().strip(),
                schema.isMissingNode() ? null : schema,
                Partitioner.valueOf(
                        required(file, yaml, "/partitioner").asText().toUpperCase(Locale.ROOT)),
                required(file, yaml, "/partitions").asInt(),
                config,
                required(file, yaml, "/example/key").asText(),
                required(file, yaml, "/example/value"));
    }

    private static JsonNode required(String file, JsonNode yaml, String field) {
        JsonNode node = yaml.at(field);
        if (node.isMissingNode()) {
            throw new IllegalStateException("topics/" + file + " does not say " + field.substring(1));
        }
        return node;
    }

    /** All declarations, in the order in which articles pass through them. */
    public List<Declaration> all() {
        return new ArrayList<>(declarations.values());
    }

    /**
     * The declaration of one topic.
     *
     * @param name its name below the prefix, {@code articles.raw}
     * @throws IllegalArgumentException for a name that is not declared
     */
    public Declaration get(String name) {
        Declaration declaration = declarations.get(name);
        if (declaration == null) {
            throw new IllegalArgumentException("no topic is declared as " + name);
        }
        return declaration;
    }

    /** The largest record that any topic takes, in bytes: what producers and internal topics must allow. */
    public int maxRecordBytes() {
        return declarations.values().stream()
                .mapToInt(Declaration::maxMessageBytes)
                .max()
                .orElseThrow();
    }
}
