package kroniek.evaluate;

import static kroniek.domain.TemporalExpression.Type.DATE;
import static kroniek.domain.TemporalExpression.Type.DURATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kroniek.domain.ActorType;
import kroniek.domain.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationGoldTest {

    private static final String EXPRESSION = """
            {"text": "mei", "start": 17, "end": 20, "type": "DATE", "value": "2018-05", "mod": "END",
             "alt": ["2017-05"], "alt_spans": [[14, 20]], "alt_types": ["DURATION"], "optional": true,
             "variants": [[{"text": "mei", "start": 17, "end": 20, "type": "DATE", "value": "v"}]]}
            """.replace("\n", " ");

    @TempDir
    private Path folder;

    private Path write(String name, String line) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, line + "\n\n");
    }

    private List<GoldText> read() throws GoldException {
        return GoldFiles.read(List.of(folder), List.of());
    }

    private static String line(String field, String marked) {
        return "{\"file\": \"x.txt\", \"text\": \" date 2018-02\\nIn mei.\", \"%s\": [%s]}".formatted(field, marked);
    }

    @Test
    void anExpressionHasAllThatIsRight() throws IOException, GoldException {
        write("deep/er/months.jsonl", line("ignore\": [[0, 13]], \"expressions", EXPRESSION));

        GoldText text = read().get(0);

        assertThat(text.theme()).isEqualTo("months");
        assertThat(text.article().id()).isEqualTo("x.txt");
        assertThat(text.ignored()).containsExactly(new Span(0, 13));
        assertThat(text.mentions()).isNull();
        Span span = new Span(17, 20);
        assertThat(text.expressions())
                .containsExactly(new GoldExpression(
                        "mei",
                        span,
                        Set.of(span, new Span(14, 20)),
                        DATE,
                        Set.of(DATE, DURATION),
                        "2018-05",
                        Set.of("2018-05", "2017-05"),
                        "END",
                        true,
                        List.of(List.of(new GoldExpression(
                                "mei",
                                span,
                                Set.of(span),
                                DATE,
                                Set.of(DATE),
                                "v",
                                Set.of("v"),
                                null,
                                false,
                                List.of())))));
    }

    @Test
    void aMentionHasItsActorOrItsCandidates() throws IOException, GoldException {
        write("actors.jsonl", line("mentions", """
                {"text": "In", "start": 14, "end": 16, "type": "ORGANISATION", "actor": {"id": "in"}, "counted": true},
                 {"text": "mei", "start": 17, "end": 20, "type": "PERSON", "actor": null, "counted": false,
                  "candidates": ["may", "mei"]}
                """.replace("\n", " ")));

        assertThat(read().get(0).mentions())
                .containsExactly(
                        new GoldMention("In", new Span(14, 16), ActorType.ORGANISATION, "in", true, List.of()),
                        new GoldMention("mei", new Span(17, 20), ActorType.PERSON, null, false, List.of("may", "mei")));
    }

    @Test
    void aNamedArticleIsLookedUpInTheFolderGivenOrBesideTheGold() throws IOException, GoldException {
        write("gold/named.jsonl", "{\"file\": \"a.txt\", \"expressions\": []}");
        write("gold/a.txt", " date 2018-02\nHier.");
        write("articles/a.txt", " date 2018-02\nDaar.");
        List<Path> gold = List.of(folder.resolve("gold"));

        assertThat(GoldFiles.read(gold, List.of()).get(0).article().text()).contains("Hier");
        assertThat(GoldFiles.read(gold, List.of(folder.resolve("none"), folder.resolve("articles")))
                        .get(0)
                        .article()
                        .text())
                .contains("Daar");
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws IOException, GoldException {
        Path file = write("a.jsonl", line("expressions", ""));

        assertThat(GoldFiles.read(List.of(folder, file, folder.resolve(".")), List.of()))
                .hasSize(1);
    }

    @Test
    void aMissingArticleIsNamed() throws IOException {
        write("gold.jsonl", "{\"file\": \"weg.txt\", \"mentions\": []}");

        assertThatThrownBy(this::read)
                .isInstanceOf(GoldException.class)
                .hasMessageContaining("gold.jsonl line 1")
                .hasMessageContaining("weg.txt")
                .hasMessageContaining("--articles");
    }

    @Test
    void aFolderWithoutGoldIsNoGold() {
        assertThatThrownBy(this::read).isInstanceOf(GoldException.class).hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> GoldFiles.read(List.of(folder.resolve("weg")), List.of()))
                .isInstanceOf(GoldException.class)
                .hasMessageContaining("weg");
    }

    @Test
    void aRejectedArticleIsNoGold() throws IOException {
        write("a.jsonl", "{\"file\": \"x\", \"text\": \"Geen datum.\", \"mentions\": []}");

        assertThatThrownBy(this::read)
                .isInstanceOf(GoldException.class)
                .hasMessageContaining("a.jsonl line 1: the article x is rejected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text": "mij", "start": 17, "end": 20, "type": "DATE", "value": "x"}  | does not hold its text
            {"text": "mei", "start": 17, "end": 99, "type": "DATE", "value": "x"}  | does not hold its text
            {"text": "", "start": 17, "end": 17, "type": "DATE", "value": "x"}     | no span, or one that is empty
            {"text": "mei", "type": "DATE", "value": "x"}                          | no span
            {"text": "mei", "start": 17, "end": 20, "type": "MONTH", "value": "x"} | has the type MONTH; there are
            {"text": "mei", "start": 17, "end": 20, "type": "DATE"}                | lacks the field value
            """)
    void anExpressionThatIsWrongIsRefused(String expression, String complaint) throws IOException {
        write("a.jsonl", line("expressions", expression));

        assertThatThrownBy(this::read)
                .isInstanceOf(GoldException.class)
                .hasMessageContaining("a.jsonl line 1 ")
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "type": "PERSON", "counted": false                           | neither actor nor candidates
            "type": "PERSON", "actor": {"id": "may"}                     | whether this is counted
            "type": "PLACE", "actor": {"id": "may"}, "counted": true     | is a place
            """)
    void aMentionThatIsWrongIsRefused(String fields, String complaint) throws IOException {
        write("a.jsonl", line("mentions", "{\"text\": \"mei\", \"start\": 17, \"end\": 20, " + fields + "}"));

        assertThatThrownBy(this::read).isInstanceOf(GoldException.class).hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"file": "x", "text": " date 2018-02 x"}  | neither expressions nor mentions
            {"text": " date 2018-02 x"}               | lacks the field file
            {"file": "x"                              | is no JSON
            {"file": "x"} {}                          | is no JSON
            """)
    void aLineThatIsWrongIsRefused(String line, String complaint) throws IOException {
        write("a.jsonl", line);

        assertThatThrownBy(this::read).isInstanceOf(GoldException.class).hasMessageContaining(complaint);
    }
}
