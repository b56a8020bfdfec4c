package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kroniek.language.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnActorsTest {

    @TempDir
    Path folder;

    private Path actors;
    private Path article;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void write() throws IOException {
        actors = Files.createDirectory(folder.resolve("actors"));
        article = Files.writeString(folder.resolve("kwik.txt"), """
                 date 2018-05 Jorrit Kwikstra van Zonmaat bezoekt het land van Kwik. Kwikstra is blij.
                """);
    }

    private int run(String... arguments) {
        return Main.run(new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8)), arguments);
    }

    private int annotate(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("annotate", article.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private void own(String name, String rows) throws IOException {
        Files.writeString(actors.resolve(name), rows.replace("~", "\t"));
    }

    @Test
    void ownActorsAndNamesAreFoundWithoutBuilding() throws IOException {
        own("b.tsv", "\uFEFForganisation~Zonmaat~-~firm~NLD\r\nname~BEL~het land van Kwik\r\n");
        own("a.tsv", "# mine\nperson~Jorrit Kwikstra~kwikstra~1\n");
        own("notes.txt", "this is no table");

        assertThat(annotate("--actors", actors.toString(), "--format", "json"))
                .as(err.toString(UTF_8))
                .isZero();

        JsonNode mentions = new ObjectMapper().readTree(out.toString(UTF_8)).get("mentions");
        assertThat(mentions.findValuesAsText("id")).containsExactly("kwikstra", "zonmaat", "BEL", "kwikstra");
        assertThat(mentions.findValues("provisional")).isEmpty();
        assertThat(mentions.findValuesAsText("counted")).containsOnly("true");
    }

    @Test
    void theSettingsFileMayNameTheFolderAndTheOptionGoesBeforeIt() throws IOException {
        own("a.tsv", "organisation~Zonmaat~zonmaat-of-mine~firm\n");
        Path settings = folder.resolve("my.properties");
        Files.writeString(settings, "actors.dir=" + actors.toString().replace("\\", "/") + "\n");

        assertThat(annotate("--config", settings.toString())).isZero();
        assertThat(out.toString(UTF_8)).contains("zonmaat-of-mine");
        assertThat(annotate(
                        "--config",
                        settings.toString(),
                        "--actors",
                        folder.resolve("none").toString()))
                .isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains("there is no folder " + folder.resolve("none"), "actors.dir");
    }

    @Test
    void aWrongRowEndsEveryCommandWithOneLineThatSaysWhere() throws IOException {
        own("a.tsv", "# mine\n\nperson~Jo Kwik\n");
        String folderOfMine = actors.toString();

        assertThat(annotate("--actors", folderOfMine)).isEqualTo(1);
        assertThat(run(
                        "evaluate",
                        "--gold",
                        "src/test/resources/kroniek/samples",
                        "--articles",
                        "samples",
                        "--actors",
                        folderOfMine))
                .isEqualTo(1);
        assertThat(run("run", "--data", folder.resolve("data").toString(), "--actors", folderOfMine))
                .isEqualTo(1);
        assertThat(run("verify", "--data", folder.toString(), "--actors", folderOfMine))
                .isEqualTo(VerifyCommand.NOT_COMPARED);

        assertThat(err.toString(UTF_8).lines()).hasSize(4).allSatisfy(line -> assertThat(line)
                .startsWith("kroniek: " + actors.resolve("a.tsv") + ":3: this row has 2 fields between tabs"));
        assertThat(out.toString(UTF_8)).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Files.write(actors.resolve("a.tsv"), "name\tBEL\tBelgi\u00EB".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(annotate("--actors", actors.toString())).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(actors.resolve("a.tsv") + " is no UTF-8");
    }

    @Test
    void theFileThatComesWithTheProgramAddsNothingAndItsExamplesAreRight() throws IOException {
        String shipped = Files.readString(Path.of("config/actors/own.tsv"));
        own("examples.tsv", shipped.replaceAll("(?m)^#([a-z-]+\t)", "$1"));

        Settings settings = Settings.of(null, Map.of());
        assertThat(settings.actors()).isEqualTo(new OwnActors(Path.of("config/actors"), false));
        assertThat(settings.language().version()).isEqualTo(Language.load().version());
        assertThat(Settings.of(null, Map.of("actors.dir", actors.toString()))
                        .language()
                        .version())
                .isNotEqualTo(Language.load().version());
    }

    @Test
    void theVersionOfTheLanguageIsShown() throws IOException {
        String version = Language.load().version();

        assertThat(run("--version")).isZero();
        assertThat(out.toString(UTF_8)).contains("language " + version);
        assertThat(annotate("--explain")).isZero();
        assertThat(out.toString(UTF_8)).contains("Language  " + version);
        assertThat(annotate("--explain", "--format", "json")).isZero();
        assertThat(out.toString(UTF_8)).contains("\"language\":\"" + version + "\"");
    }

    @Test
    void theVersionIsShownAlsoWhereAnOwnFileCannotBeRead() throws IOException {
        Files.write(
                Files.createDirectories(folder.resolve("config/actors")).resolve("own.tsv"), new byte[] {(byte) 0xe9});
        String home = System.setProperty("kroniek.home", folder.toString());
        try {
            assertThat(run("--version")).as(err.toString(UTF_8)).isZero();
        } finally {
            restore(home);
        }

        assertThat(out.toString(UTF_8))
                .contains(
                        "language " + Language.version(List.of()) + " without your own actors: ",
                        "own.tsv is no UTF-8");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    private static void restore(@Nullable String home) {
        if (home == null) {
            System.clearProperty("kroniek.home");
        } else {
            System.setProperty("kroniek.home", home);
        }
    }
}
