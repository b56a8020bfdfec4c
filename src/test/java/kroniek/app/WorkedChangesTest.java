package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked changes of {@code docs/contributing.md}, applied to copies of the files that they change, compiled and run. */
class WorkedChangesTest {

    private static final String DOCUMENT = "docs/contributing.md";
    private static final Pattern CHANGE =
            Pattern.compile("^```diff\n\\+\\+\\+ (\\S+)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @TempDir
    static Path folder;

    private static String document;
    private static Path sources;
    /** What the changes make, which stands before the program on the class path. */
    private static Path made;

    @BeforeAll
    static void apply() throws IOException {
        document = Files.readString(Path.of(DOCUMENT));
        sources = folder.resolve("sources");
        made = Files.createDirectories(folder.resolve("made"));
        Set<String> changed = new LinkedHashSet<>();
        Matcher change = CHANGE.matcher(document);
        while (change.find()) {
            apply(change.group(1), change.group(2).lines().toList(), changed.add(change.group(1)));
        }
        assertThat(changed).hasSize(7);
        compile(changed.stream().filter(file -> file.endsWith(".java")).toList());
        for (String file : changed) {
            if (!file.endsWith(".java")) {
                Path place =
                        made.resolve(file.replace("src/main/resources/", "").replace("topics/", "kroniek/topics/"));
                Files.createDirectories(Objects.requireNonNull(place.getParent()));
                Files.copy(sources.resolve(file), place);
            }
        }
    }

    /** Puts the added lines behind those that are there, which must be there in this order; at the end where none is. */
    private static void apply(String file, List<String> change, boolean first) throws IOException {
        Path copy = sources.resolve(file);
        Path original = first ? Path.of(file) : copy;
        List<String> lines = Files.exists(original) ? new ArrayList<>(Files.readAllLines(original)) : new ArrayList<>();
        boolean atTheEnd = change.stream().allMatch(line -> line.startsWith("+"));
        int at = atTheEnd ? lines.size() : 0;
        for (String line : change) {
            if (line.startsWith("+")) {
                lines.add(at++, line.substring(1));
            } else {
                int found = lines.subList(at, lines.size()).indexOf(line.substring(1));
                assertThat(found)
                        .as("%s has, further down, the line '%s'".formatted(file, line))
                        .isNotNegative();
                at += found + 1;
            }
        }
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.write(copy, lines);
    }

    private static void compile(List<String> files) {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", made.toString()));
        files.forEach(file -> arguments.add(sources.resolve(file).toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int failed = ToolProvider.getSystemJavaCompiler().run(null, said, said, arguments.toArray(new String[0]));
        assertThat(failed).as(said.toString(UTF_8)).isZero();
    }

    /** Runs the changed program. */
    private static String run(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                made + File.pathSeparator + System.getProperty("java.class.path"),
                "kroniek.app.Main"));
        command.addAll(List.of(arguments));
        try (Program program = Program.start(folder, command, Map.of("LC_ALL", "C.UTF-8"))) {
            assertThat(program.exit()).as(program.err()).isZero();
            return program.out();
        }
    }

    private static String found(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(document);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    @Test
    void theRuleAndTheActorAreFoundInTheirOwnExamples() throws Exception {
        String ofRule = found("\\+\\+ 2018-02-07 \\| (.*) \\| 2018-09-06").replaceAll("[\\[\\]]", "");
        String ofActor = found("\\+example: (.*)").replaceAll("\\[(.*?)\\|.*?\\]", "$1");
        Path article = Files.writeString(folder.resolve("a.txt"), " date 2018-02-07\n" + ofRule + "\n" + ofActor);

        JsonNode annotated = new ObjectMapper().readTree(run("annotate", "--format", "json", article.toString()));

        assertThat(annotated.toString()).contains("\"feasts.kwikdag\"", "\"2018-09-06\"");
        assertThat(annotated.get("mentions").findValuesAsText("id")).containsExactly("zonmaat", "zonmaat");
    }

    @Test
    void theTopicIsOneOfTheTopics() throws Exception {
        JsonNode topics = new YAMLMapper().readTree(run("topics", "asyncapi"));

        assertThat(topics.get("channels").toString()).contains("\"kroniek.sources\"");
    }

    @Test
    void theRouteIsDescribedByWhatThereIs() throws IOException {
        JsonNode api = new YAMLMapper()
                .readTree(made.resolve("kroniek/http/openapi.yaml").toFile());
        JsonNode route = api.get("paths").get("/api/v1/actors/{id}/latest");

        assertThat(made.resolve("kroniek/http/ApiRoutes.class")).exists();
        assertThat(route.findValuesAsText("$ref")).hasSize(8).allSatisfy(reference -> assertThat(
                        api.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void everyTestThatTheDocumentNamesIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(Pattern.compile("`(\\w+(?:Test|Suite|IT))`")
                            .matcher(document)
                            .results()
                            .map(name -> name.group(1) + ".java"))
                    .hasSizeGreaterThan(12)
                    .isSubsetOf(names);
        }
    }
}
