package kroniek.topic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import kroniek.topic.Topics.Topic;

/** The topics in the form of AsyncAPI 3.0, for whoever reads or writes them: what {@code topics/*.yaml} declares, under the names of a deployment. */
public final class AsyncApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BINDING_VERSION = "0.5.0";

    private AsyncApi() {}

    /** The document, in YAML. */
    public static String of(Topics topics) {
        ObjectNode document = JSON.objectNode();
        document.put("asyncapi", "3.0.0");
        document.set("info", info());
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic<?> topic : topics.all()) {
            channels.set(topic.name(), channel(topic));
            operations.set(operationName(topics, topic), operation(topics, topic));
            messages.set(topic.name(), message(topic));
        }
        return yaml(document);
    }

    private static ObjectNode info() {
        ObjectNode info = JSON.objectNode();
        info.put("title", "Kroniek");
        info.put("version", "1");
        info.put(
                "description",
                "Who is mentioned how often in which month of the Dutch news, with the sentences that prove it. Every topic is a "
                        + "compacted table: the latest value of a key wins, null deletes. Read them read_committed.");
        info.set("license", JSON.objectNode().put("name", "Apache-2.0"));
        return info;
    }

    private static ObjectNode channel(Topic<?> topic) {
        Declaration declared = topic.declaration();
        ObjectNode channel = JSON.objectNode();
        channel.put("address", topic.name());
        channel.put("summary", "written by " + declared.writtenBy());
        channel.put("description", declared.doc());
        channel.putObject("messages").set("version", reference("components", "messages", topic.name()));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name());
        kafka.put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        declared.config().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            if (entry.getKey().equals("cleanup.policy")) {
                configuration.putArray(entry.getKey()).add(entry.getValue());
            } else {
                configuration.put(entry.getKey(), Long.parseLong(entry.getValue()));
            }
        });
        kafka.put("bindingVersion", BINDING_VERSION);
        // No field of AsyncAPI says it, and who joins or looks up by key must know it.
        channel.put("x-partitioner", declared.partitioner().doc());
        return channel;
    }

    private static String operationName(Topics topics, Topic<?> topic) {
        String below = topic.name().substring(topics.prefix().length() + 1);
        return (isSource(topics, topic) ? "read-" : "write-") + below.replace('.', '-');
    }

    private static boolean isSource(Topics topics, Topic<?> topic) {
        return topic.name().equals(topics.articlesRaw().name());
    }

    private static ObjectNode operation(Topics topics, Topic<?> topic) {
        ObjectNode operation = JSON.objectNode();
        operation.put("action", isSource(topics, topic) ? "receive" : "send");
        operation.set("channel", reference("channels", topic.name()));
        return operation;
    }

    private static ObjectNode message(Topic<?> topic) {
        Declaration declared = topic.declaration();
        ObjectNode message = JSON.objectNode();
        message.put("name", topic.name());
        message.put("summary", declared.valueDoc());
        message.put("contentType", declared.schema() == null ? "application/octet-stream" : "application/json");
        ObjectNode key = JSON.objectNode().put("type", "string").put("description", declared.keyDoc());
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.set("key", key);
        kafka.put("bindingVersion", BINDING_VERSION);
        message.set("payload", payload(declared));
        ObjectNode example = message.putArray("examples").addObject();
        example.put("name", declared.exampleKey());
        if (declared.schema() != null) {
            example.set("payload", declared.exampleValue());
        } else {
            example.put("summary", declared.exampleValue().asText());
        }
        return message;
    }

    private static JsonNode payload(Declaration declared) {
        JsonNode schema = declared.schema();
        return schema == null ? JSON.objectNode().put("type", "string").put("format", "binary") : schema;
    }

    private static ObjectNode reference(String... steps) {
        return JSON.objectNode().put("$ref", "#/" + String.join("/", steps));
    }

    private static String yaml(ObjectNode document) {
        YAMLMapper yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .build();
        try {
            return "# Made by `./kroniek topics asyncapi` from topics/*.yaml; a test holds it to them.\n"
                    + yaml.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can be written", e);
        }
    }
}
