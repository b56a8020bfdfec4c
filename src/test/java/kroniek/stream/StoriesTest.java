package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kroniek.domain.ActorMonth;
import kroniek.language.Language;
import kroniek.topic.Topics;
import kroniek.topic.Values;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stories as data: articles in, rows out. */
class StoriesTest {

    private static final Language LANGUAGE = Language.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path state;

    static List<Path> stories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/kroniek/stories"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void isTrue(Path file) throws IOException {
        JsonNode story = new YAMLMapper().readTree(file.toFile());
        assertThat(story.get("events")).isNotEmpty();
        try (Driven driven = new Driven(Steps.of(LANGUAGE), state)) {
            for (JsonNode event : story.get("events")) {
                tell(event, driven);
            }
            assertThat(rows(driven)).isEqualTo(rows(story));
            assertThat(rejected(driven)).isEqualTo(rejected(story));
        }
    }

    private static void tell(JsonNode event, Driven driven) {
        if (event.has("withdraw")) {
            driven.withdraw(event.get("withdraw").textValue());
        } else if (event.has("json")) {
            driven.put(
                    bytes(event.get("put").textValue()), bytes(event.get("json").toString()), "json");
        } else {
            driven.put(
                    bytes(event.get("put").textValue()), bytes(event.get("text").textValue()), "text");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Set<String> rows(Driven driven) {
        Set<String> rows = new TreeSet<>();
        driven.table(Topics.declared().actorMonths()).values().forEach(json -> {
            ActorMonth row = Values.ACTOR_MONTH.deserializer().deserialize("", bytes(json));
            rows.add("%s %s %d %d %s %s"
                    .formatted(row.actor(), row.month(), row.mentions(), row.articles(), row.first(), row.last()));
        });
        return rows;
    }

    private static Set<String> rows(JsonNode story) {
        Set<String> rows = new TreeSet<>();
        story.get("rows").forEach(row -> rows.add(row.textValue()));
        return rows;
    }

    private static Map<String, String> rejected(Driven driven) throws IOException {
        Map<String, String> rejected = new TreeMap<>();
        for (Map.Entry<String, String> entry : driven.rejected().entrySet()) {
            rejected.put(
                    entry.getKey(),
                    JSON.readTree(entry.getValue()).get("reason").textValue());
        }
        return rejected;
    }

    private static Map<String, String> rejected(JsonNode story) {
        Map<String, String> rejected = new TreeMap<>();
        story.path("rejected")
                .properties()
                .forEach(one -> rejected.put(one.getKey(), one.getValue().textValue()));
        return rejected;
    }
}
