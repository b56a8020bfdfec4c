package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kroniek.app.DocumentedCommands.Command;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands of the documents, run as they stand there but for addresses and what stands in capitals. */
class DocumentedCommandsIT {

    private static final String TOKEN = "0123456789abcdef";

    /** What stands in capitals, or between dots, and is whatever a user has. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "--articles DIR", "--articles samples/vlaanderen",
            "--gold DIR", "--gold src/test/resources/kroniek/gold/dates/development",
            "FILE…", "samples/2018-03-09-kim-trump.txt",
            "ID…", "2015-11-terreurniveau-vier.txt",
            "broker1:9092,broker2:9092", "ADDRESS");

    /** First who writes what the others look at. */
    private static final Comparator<String> ORDER = Comparator.comparing(
                    (String command) -> !command.contains(" topics create"))
            .thenComparing(command -> !command.startsWith("./kroniek run"))
            .thenComparing(Comparator.naturalOrder());

    @TempDir
    static Path folder;

    private static TestBroker broker;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startKafka() {
        broker = TestBroker.start(folder.resolve("kafka"));
    }

    @AfterAll
    static void stopKafka() {
        broker.close();
    }

    private static List<String> documented(String beginning) {
        List<String> commands = DocumentedCommands.all().stream()
                .filter(command -> !command.marked())
                .map(Command::text)
                .filter(text -> text.startsWith(beginning))
                .distinct()
                .sorted(ORDER)
                .toList();
        assertThat(commands).isNotEmpty();
        return commands;
    }

    @Test
    void everyCommandOfTheProgramDoesWhatItIsShownFor() throws Exception {
        String digest = "";
        Set<Set<String>> done = new HashSet<>();
        for (String command : documented("./kroniek ")) {
            List<String> words = here(command);
            // What is left to itself on a cluster, and what is told to end, comes to the same here.
            if (!done.add(Set.copyOf(words))) {
                continue;
            }
            assertThat(run(words)).as(command + ": " + err.toString(UTF_8)).isZero();
            if (command.contains("--output json")) {
                Files.write(folder.resolve("rows.jsonl"), out.toByteArray());
                assertThat(run(here("./kroniek status"))).isZero();
                digest = out.toString(UTF_8);
            }
        }
        if (isInstalled("python3")) {
            String computed = shell(documented("python3 ").get(0));
            assertThat(digest).contains("digest:   " + computed.strip());
        }
    }

    /** A command of the program as it is run here. */
    private static List<String> here(String command) {
        String text = command.replaceFirst("^\\./kroniek ", "").replaceFirst(" > \\S+$", "");
        for (Map.Entry<String, String> placeholder : PLACEHOLDERS.entrySet()) {
            text = text.replace(placeholder.getKey(), placeholder.getValue());
        }
        List<String> words = new ArrayList<>(
                List.of(text.replace("ADDRESS", broker.bootstrapServers()).split(" ", -1)));
        CommandLine known = Main.line(Console.ofProcess()).getSubcommands().get(words.get(0));
        if (known != null) {
            add(words, known, "--bootstrap-servers", broker.bootstrapServers());
            add(words, known, "--data", folder.resolve("data").toString());
            if (words.get(0).equals("run")) {
                add(words, known, "--http", "127.0.0.1:0");
                add(words, known, "--articles", "samples/vlaanderen");
                words.remove("--until-idle");
                words.add("--until-idle");
            }
        }
        return words;
    }

    /** Runs a command of the program in this process; its exit code. */
    private int run(List<String> words) {
        out.reset();
        err.reset();
        Console console = new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return Main.run(console, words.toArray(new String[0]));
    }

    private static void add(List<String> words, CommandLine known, String option, String value) {
        if (known.getCommandSpec().findOption(option) != null && !words.contains(option)) {
            words.addAll(List.of(option, value));
        }
    }

    @Test
    void everyQuestionIsAnswered() throws Exception {
        assumeThat(isInstalled("curl")).as("curl is installed").isTrue();
        Path token = Files.writeString(folder.resolve("token"), TOKEN);
        try (Deployment program = new Deployment(folder.resolve("asked"), broker.bootstrapServers(), "asked")) {
            try (Stream<Path> samples = Files.list(Path.of("samples/vlaanderen"))) {
                for (Path sample : samples.toList()) {
                    program.file(Objects.requireNonNull(sample.getFileName()).toString(), Files.readAllBytes(sample));
                }
            }
            program.with(Settings.WRITE_TOKEN_FILE, token.toString()).start().settle();
            for (String command : documented("curl ")) {
                String here = command.replaceFirst("^curl ", "curl --fail --silent --show-error ")
                        .replace("http://127.0.0.1:8080/", program.application().page());
                assertThat(shell(here)).as(command).isNotBlank();
            }
        }
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, command)));
    }

    /** Runs a command in the folder where it finds what it needs; what it prints. */
    private static String shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(command + ": " + said).isZero();
        return said;
    }
}
