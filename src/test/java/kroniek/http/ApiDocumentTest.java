package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/api.md} has a row for everything that {@code openapi.yaml} describes, which {@code OpenApiTest} holds to the program. */
class ApiDocumentTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static Stream<String> operations() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(
                        Path.of("src/main/resources/kroniek/http/openapi.yaml").toFile())
                .get("paths");
        return paths.properties().stream()
                .filter(path -> path.getKey().startsWith(ApiRoutes.ROOT))
                .flatMap(path -> path.getValue().properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(method -> !method.equals("parameters"))
                        .map(method -> shown(method, path.getKey())));
    }

    /** As the document's tables show it: what is read by its path below the root, what is written by method and whole path. */
    private static String shown(String method, String path) {
        return method.equals("get")
                ? path.substring(ApiRoutes.ROOT.length())
                : method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasItsRow(String operation) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/api.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(row ->
                        CODE.matcher(row.substring(0, row.indexOf('|', 1))).results())
                .map(code -> code.group(1).replaceFirst("\\?.*", ""))
                .toList();

        assertThat(rows).contains(operation);
    }
}
