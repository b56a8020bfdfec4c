package kroniek.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineIdTest {

    private static String id(String json) throws IOException {
        LineReader reader = new LineReader(new ByteArrayInputStream(json.getBytes(UTF_8)));
        return LineId.of(Objects.requireNonNull(reader.next()), "map/a.jsonl");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{\"id\":\"België/1|x\"}              ! België/1|x",
                "{\"text\":{\"id\":\"binnen\"},\"id\":7} ! 7",
                "{\"id\":12345678901234567890}       ! 12345678901234567890",
                "{\"id\":1.50}                       ! 1.50",
                "{\"id\":\"a\",\"id\":\"b\"}         ! b",
                "\uFEFF{\"id\":\"bom\"}              ! bom"
            },
            delimiterString = "!")
    void isTheFieldId(String json, String expected) throws IOException {
        assertThat(id(json)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":null}",
                "{\"id\":true}",
                "{\"id\":\" \"}",
                "{\"id\":{\"a\":1}}",
                "{\"id\":[\"a\"]}",
                "{\"text\":\"x\"}",
                "{\"id\":\"a\"",
                "{\"id\":\"a\"} x",
                "{\"id\":\"\\ud800\"}",
                "[{\"id\":\"a\"}]",
                "\"id\"",
                "geen json"
            })
    void isElseTheFileAndTheHashOfTheLine(String json) throws IOException {
        String hash = Sha256.of(json.getBytes(UTF_8)).substring(0, 16);
        assertThat(id(json)).isEqualTo("map/a.jsonl#" + hash);
    }

    @Test
    void isNoTextInTheWrongPlace() throws IOException {
        assertThat(id("{\"id\":\"" + "x".repeat(LineId.LONGEST) + "\"}")).hasSize(LineId.LONGEST);
        assertThat(id("{\"id\":\"" + "x".repeat(LineId.LONGEST + 1) + "\"}")).startsWith("map/a.jsonl#");
    }
}
