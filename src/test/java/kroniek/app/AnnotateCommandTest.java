package kroniek.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotateCommandTest {

    private static final String ARTICLE =
            " date 2018-02-07 In oktober 2017 trad hij af. Twee maanden later keerde hij terug, en gisteren weer.";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private String annotate(String... options) throws IOException {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "annotate";
        System.arraycopy(options, 0, arguments, 1, options.length);
        arguments[options.length + 1] =
                Files.writeString(folder.resolve("a.txt"), ARTICLE).toString();
        PrintStream print = new PrintStream(out, true, UTF_8);
        assertThat(Main.run(new Console(print, print), arguments)).isZero();
        return out.toString(UTF_8);
    }

    @Test
    void aTimeIsShownWithItsPrecisionItsAnchorAndItsRule() throws IOException {
        assertThat(annotate())
                .containsSubsequence(
                        "Times: words, value, precision, computed from, rule\n",
                        "  oktober 2017        2017-10     month  itself                months.month\n",
                        "  Twee maanden later  2017-12     month  \"oktober 2017\"        away.later\n",
                        "  gisteren            2018-02-06  day    the publication date  days.today\n");
    }

    @Test
    void aProgramReadsThemToo() throws IOException {
        JsonNode later =
                new ObjectMapper().readTree(annotate("--format", "json")).at("/expressions/1");

        assertThat(later)
                .hasToString("{\"text\":\"Twee maanden later\",\"start\":46,\"end\":64,\"type\":\"DATE\","
                        + "\"value\":\"2017-12\",\"precision\":\"month\","
                        + "\"anchor\":{\"kind\":\"text\",\"start\":20,\"end\":32},\"rule\":\"away.later\"}");
    }
}
