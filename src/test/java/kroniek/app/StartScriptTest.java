package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script, with stand-ins for Java and Maven. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is a shell script")
class StartScriptTest {

    private static final List<String> TOOLS = List.of(
            "sh",
            "dirname",
            "readlink",
            "sed",
            "head",
            "find",
            "locale",
            "cat",
            "mkdir",
            "rm",
            "mv",
            "sleep",
            "touch",
            "printf");

    @TempDir
    Path folder;

    private Path home;
    private Path bin;
    private Path jdk;

    @BeforeEach
    void aProjectThatIsNotBuilt() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        bin = Files.createDirectories(folder.resolve("bin"));
        jdk = Files.createDirectories(folder.resolve("jdk/bin")).getParent();
        Files.copy(Path.of("kroniek"), home.resolve("kroniek"));
        Files.createDirectories(home.resolve("src/main"));
        Files.createDirectories(home.resolve("topics"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            Path original = Path.of("/bin", tool);
            String place = Files.exists(original) ? original.toString() : "/usr/bin/" + tool;
            executable(bin.resolve(tool), "exec " + place + " \"$@\"\n");
        }
        java("17.0.15");
        maven("3.8.7");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void java(String version) throws IOException {
        executable(
                jdk.resolve("bin/java"),
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                        + "\" 2025-04-15' >&2; else echo \"$LC_ALL $*\"; fi\n");
    }

    /** A Maven that says its version, or makes the jar and notes with what it was called. */
    private void maven(String version) throws IOException {
        executable(
                bin.resolve("mvn"),
                "if [ \"$1\" = -version ]; then echo 'Apache Maven " + version
                        + " (abc)'; else echo \"$*\" >> target/calls; touch target/run/kroniek.jar; fi\n");
    }

    private Program run(String... arguments) throws InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", home.resolve("kroniek").toString()));
        command.addAll(List.of(arguments));
        Program program = Program.start(
                folder,
                command,
                Map.of("PATH", bin.toString(), "JAVA_HOME", jdk.toString(), "LC_ALL", "C", "LANG", "C"));
        program.exit();
        return program;
    }

    @Test
    void itBuildsWithoutChecksAndStartsTheProgramInAUtf8Locale() throws Exception {
        try (Program program = run("annotate", "een bestand")) {
            assertThat(program.err()).contains("building the program");
            assertThat(Files.readString(home.resolve("target/calls")))
                    .contains("-Dquick", "-Dmaven.test.skip=true", "package");
            assertThat(program.out()).contains("UTF-8").contains("kroniek.jar annotate een bestand");
        }
    }

    @Test
    void itBuildsAgainOnlyWhenASourceIsNewer() throws Exception {
        run().close();
        try (Program second = run()) {
            assertThat(second.err()).isEmpty();
        }
        assertThat(Files.readAllLines(home.resolve("target/calls"))).hasSize(1);

        Path source = Files.writeString(home.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(
                source,
                FileTime.from(Files.getLastModifiedTime(home.resolve("target/run/kroniek.built"))
                        .toInstant()
                        .plusSeconds(5)));
        run().close();
        assertThat(Files.readAllLines(home.resolve("target/calls"))).hasSize(2);
    }

    @Test
    void missingAndOldToolsAreOneClearLine() throws Exception {
        java("11.0.2");
        assertFails("Java 17 or newer is needed", "is 11.0.2", "install a JDK");
        java("1.8.0_292");
        assertFails("Java 17 or newer is needed", "is 1.8.0_292");
        Files.delete(jdk.resolve("bin/java"));
        assertFails("Java is missing", "install a JDK, 17 or newer");
        java("21");
        maven("3.6.3");
        assertFails("Maven 3.8 or newer is needed, this is 3.6.3");
        Files.delete(bin.resolve("mvn"));
        assertFails("Maven is missing", "3.8 or newer");
    }

    @Test
    void newerToolsWillDo() throws Exception {
        java("25");
        for (String version : List.of("3.8.1", "3.9.11", "3.10.0", "4.0.0")) {
            maven(version);
            Files.deleteIfExists(home.resolve("target/run/kroniek.built"));
            try (Program program = run("topology")) {
                assertThat(program.out()).contains("topology");
            }
        }
    }

    @Test
    void aBuildThatFailsIsShown() throws Exception {
        executable(
                bin.resolve("mvn"),
                "if [ \"$1\" = -version ]; then echo 'Apache Maven 3.9.0'; else printf '\\033[31m[ERROR]\\033[0m no such symbol\\n'; exit 1; fi\n");
        try (Program program = run("topology")) {
            assertThat(program.exit()).isEqualTo(1);
            assertThat(program.out()).isEmpty();
            assertThat(program.err().lines())
                    .containsSequence("[ERROR] no such symbol", "kroniek: the build failed; see above");
        }
    }

    @Test
    void aBuildThatWasKilledDoesNotBlockTheNext() throws Exception {
        Path lock = Files.createDirectories(home.resolve("target/run/kroniek.lock"));
        Files.writeString(lock.resolve("pid"), "999999999\n");
        try (Program program = run("topology")) {
            assertThat(program.out()).contains("topology");
            assertThat(lock).doesNotExist();
        }
    }

    private void assertFails(String... words) throws InterruptedException {
        try (Program program = run("topology")) {
            assertThat(program.exit()).isEqualTo(1);
            assertThat(program.err().lines()).hasSize(1);
            assertThat(program.err()).startsWith("kroniek: ").contains(words);
            assertThat(program.out()).isEmpty();
        }
    }
}
