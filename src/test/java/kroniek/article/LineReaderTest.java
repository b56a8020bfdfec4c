package kroniek.article;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

    private static LineReader reader(String content) {
        return new LineReader(new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private static List<Line> lines(LineReader reader) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static String text(Line line) {
        return new String(line.bytes(), UTF_8);
    }

    @Test
    void splitsAtLineFeedsAndLeavesOutCarriageReturns() throws IOException {
        List<Line> lines = lines(reader("één\r\n\n\rtwee\r\r\ndrie"));
        assertThat(lines).extracting(LineReaderTest::text).containsExactly("één", "", "\rtwee\r", "drie");
        assertThat(lines).extracting(Line::start).containsExactly(0L, 7L, 8L, 16L);
        assertThat(lines).extracting(Line::terminated).containsExactly(true, true, true, false);
    }

    @Test
    void aFileWithoutABytesHasNoLine() throws IOException {
        assertThat(lines(reader(""))).isEmpty();
    }

    @Test
    void knowsTheBlankLines() throws IOException {
        assertThat(lines(reader("\n \t\r\nx\n"))).extracting(Line::isBlank).containsExactly(true, true, false);
    }

    @Test
    void reachesTheEndOfTheLastTerminatedLineAndHashesEverythingBeforeIt() throws IOException {
        LineReader reader = reader("een\ntwee\r\ndrie");
        assertThat(lines(reader)).hasSize(3);
        assertThat(reader.position()).isEqualTo(10);
        assertThat(reader.lines()).isEqualTo(2);
        assertThat(reader.sha256()).isEqualTo(Sha256.of("een\ntwee\r\n".getBytes(UTF_8)));
    }

    @Test
    void goesOnWhereItEndedIfEverythingBeforeIsTheSame() throws IOException {
        LineReader first = reader("een\ntwee\n");
        lines(first);
        LineReader again = reader("een\ntwee\ndrie\n");
        assertThat(again.skip(first.position(), first.lines(), first.sha256())).isTrue();
        assertThat(lines(again)).extracting(LineReaderTest::text).containsExactly("drie");
        assertThat(again.lines()).isEqualTo(3);
        assertThat(again.sha256()).isEqualTo(Sha256.of("een\ntwee\ndrie\n".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"een\ntwie\ndrie\n", "een\ntwee", "een\n", ""})
    void seesThatWhatWasReadIsNotTheSameAnyMore(String changed) throws IOException {
        LineReader first = reader("een\ntwee\n");
        lines(first);
        assertThat(reader(changed).skip(first.position(), first.lines(), first.sha256()))
                .isFalse();
    }

    @Test
    void holdsOnlyTheBeginningOfALineOverTheLimit() throws IOException {
        String fits = "x".repeat(InputForm.LARGEST_ARTICLE);
        String over = fits + "y";
        String far = fits + "y".repeat(200_000);
        List<Line> lines = lines(reader(fits + "\r\n" + over + "\n" + far + "\n" + "kort"));
        assertThat(lines).extracting(Line::oversized).containsExactly(false, true, true, false);
        assertThat(lines)
                .extracting(line -> line.bytes().length)
                .containsExactly(fits.length(), InputForm.KEPT_OF_REJECTED, InputForm.KEPT_OF_REJECTED, 4);
        assertThat(lines)
                .extracting(Line::size)
                .containsExactly((long) fits.length(), (long) over.length(), (long) far.length(), 4L);
        assertThat(lines)
                .extracting(Line::sha256)
                .containsExactly(
                        Sha256.of(fits.getBytes(UTF_8)),
                        Sha256.of(over.getBytes(UTF_8)),
                        Sha256.of(far.getBytes(UTF_8)),
                        Sha256.of("kort".getBytes(UTF_8)));
    }
}
