package kroniek.app;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kroniek.app.DocumentedCommands.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the documents is run by a test, or the document says that it is not, and why. */
class DocumentedCommandsTest {

    private static final Class<?> CONSUMERS = ConsumersIT.class;
    private static final String CLUSTER = "threeBrokersAWorkerAndTwoInstancesCountWhatIsPutIntoTheFolder";

    /** Which test runs which commands, those that begin so; the end of a text, without dots, is the end of the command. */
    private static final List<Run> RUN = List.of(
            new Run("mvn verify", DocumentedCommandsTest.class, "mvnVerifyIsWhatRunsTheseTests"),
            new Run(
                    "./kroniek run",
                    PackagedProgramIT.class,
                    "whileItRunsThePageIsServedASecondRunIsRefusedAndTopicsAreListed"),
            new Run("./kroniek …", DocumentedCommandsIT.class, "everyCommandOfTheProgramDoesWhatItIsShownFor"),
            new Run("curl …", DocumentedCommandsIT.class, "everyQuestionIsAnswered"),
            new Run(
                    "python3 -c 'import hashlib…",
                    DocumentedCommandsIT.class,
                    "everyCommandOfTheProgramDoesWhatItIsShownFor"),
            new Run("docker/by-hand", ByHandIT.class, CLUSTER),
            new Run("docker/by-hand --stop", ByHandIT.class, CLUSTER),
            new Run("kcat -b 127.0.0.1:9092 -C -t kroniek.actor-months…", CONSUMERS, "kcatReadsTheCounts"),
            new Run("echo '{…", CONSUMERS, "kcatPushesAndWithdrawsAnArticleWhereItBelongs"),
            new Run("echo 'voorbeeld-1:…", CONSUMERS, "kcatPushesAndWithdrawsAnArticleWhereItBelongs"),
            new Run("kafka-console-consumer.sh…", CONSUMERS, "kafkasConsoleConsumerReadsTheCounts"),
            new Run(
                    "java -cp 'target/lib/*' ActorMonths.java…",
                    CONSUMERS,
                    "theJavaConsumerCompilesAndReadsTheCounts"));

    private record Run(String beginning, Class<?> test, String method) {

        boolean runs(String command) {
            return beginning.endsWith("…")
                    ? command.startsWith(beginning.substring(0, beginning.length() - 1))
                    : command.equals(beginning);
        }
    }

    static Stream<Command> commands() {
        return DocumentedCommands.all().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsRunByATestOrMarkedAsNotRun(Command command) {
        boolean run = RUN.stream().anyMatch(one -> one.runs(command.text()));

        assertThat(run)
                .as("%s: '%s' is run by a test, or the document says why not"
                        .formatted(command.document(), command.text()))
                .isNotEqualTo(command.marked());
    }

    @Test
    void thereAreCommandsInTheDocumentsAndEachTestThatIsNamedRunsOne() {
        List<String> commands = commands().map(Command::text).toList();

        assertThat(commands).hasSizeGreaterThan(60).contains("./kroniek run --articles DIR", "docker/by-hand");
        assertThat(RUN).allSatisfy(run -> {
            assertThat(commands).anyMatch(run::runs);
            assertThat(Arrays.stream(run.test().getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Test.class)
                                    || method.isAnnotationPresent(TestFactory.class))
                            .map(java.lang.reflect.Method::getName))
                    .contains(run.method());
        });
    }

    @Test
    void whatConsumersItRunsIsTheOnlyOneOfItsKind() {
        assertThat(RUN.stream().filter(run -> run.test() == CONSUMERS)).allSatisfy(run -> assertThat(
                        commands().map(Command::text).filter(run::runs).distinct())
                .as("ConsumersIT runs the command of docs/consumers.md that begins with " + run.beginning())
                .hasSize(1));
    }

    @Test
    void everyBlockSaysWhatItIs() {
        assertThat(DocumentedCommands.documents())
                .allSatisfy(document -> assertThat(DocumentedCommands.languages(document))
                        .as(document.toString())
                        .isSubsetOf("sh", "text", "tsv", "java", "json", "yaml", "mermaid", "diff"));
    }

    @Test
    void mvnVerifyIsWhatRunsTheseTests() throws IOException {
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains("mvn -B -Dstyle.color=never verify");
    }

    /** What a command of Maven names is there: profiles, tests, properties that a test reads. */
    @Test
    void theCommandsOfMavenNameWhatThereIs() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        String sources = testSources();
        assertThat(commands().map(Command::text).filter(text -> text.startsWith("mvn ")))
                .isNotEmpty()
                .allSatisfy(command -> {
                    assertThat(found("-P(\\w+)", command))
                            .allSatisfy(id -> assertThat(pom).contains("<id>" + id + "</id>"));
                    assertThat(found("-D(?:it\\.)?test='?(\\w+)", command).filter(name -> !name.equals("None")))
                            .allSatisfy(name -> assertThat(sources).containsPattern("class " + name));
                    assertThat(found("-D(kroniek\\.[a-z.]+)", command))
                            .allSatisfy(name -> assertThat(sources).contains("(\"" + name + "\""));
                });
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1));
    }

    private static String testSources() {
        return files(Path.of("src/test/java")).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(DocumentedCommands::read)
                .collect(joining("\n"));
    }

    /** Settings and container files show commands in comments; none of them can be run here. */
    @Test
    void filesThatShowCommandsInCommentsSayThatNoTestRunsThem() {
        Pattern shown = Pattern.compile("(?m)^#   (docker|mvn|curl|connect-\\w+\\.sh|\\./kroniek) ");
        List<Path> showing = Stream.of("docker", "config")
                .flatMap(folder -> files(Path.of(folder)).stream())
                .filter(file -> shown.matcher(DocumentedCommands.read(file)).find())
                .toList();
        assertThat(showing).isNotEmpty().allSatisfy(file -> assertThat(DocumentedCommands.read(file))
                .containsIgnoringCase("not run by a test"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
