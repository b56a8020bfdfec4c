package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import kroniek.stream.TopologyPicture;
import kroniek.topic.Catalogue;
import org.junit.jupiter.api.Test;

/** The README shows what the program is, not what it was. */
class ReadmeTest {

    private static String between(String begin, String end) throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf(begin);
        int to = readme.indexOf(end);
        assertThat(from).as("the README has the mark " + begin).isNotNegative();
        return readme.substring(readme.indexOf('\n', from) + 1, to);
    }

    @Test
    void thePictureIsTheTopology() throws IOException {
        assertThat(between("<!-- topology", "<!-- end of topology"))
                .isEqualTo("```mermaid\n" + TopologyPicture.of(TopologyCommand.declared()) + "```\n");
    }

    @Test
    void theTableOfTopicsIsTheCatalogue() throws IOException {
        String rows = Catalogue.load().all().stream()
                .map(topic -> "| [`%s`](topics/%s.yaml) | %s | %s |%n"
                        .formatted(topic.name(), topic.name(), escaped(topic.keyDoc()), escaped(topic.doc()))
                        .replace("\r", ""))
                .collect(Collectors.joining());

        assertThat(between("<!-- topics", "<!-- end of topics"))
                .isEqualTo("| topic | key | what it holds |\n| --- | --- | --- |\n" + rows);
    }

    /** A bar would end the cell, and what looks like a tag would vanish. */
    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    @Test
    void everyCommandIsNamed() throws IOException {
        String readme = Files.readString(Path.of("README.md"));

        assertThat(Main.line(Console.ofProcess()).getSubcommands().keySet())
                .isNotEmpty()
                .allSatisfy(command -> assertThat(readme).contains("./kroniek " + command));
    }
}
