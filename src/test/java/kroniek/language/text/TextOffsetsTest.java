package kroniek.language.text;

import static org.assertj.core.api.Assertions.assertThat;

import kroniek.domain.Span;
import org.junit.jupiter.api.Test;

/** Offsets in UTF-16 units and in code points are turned into one another. */
class TextOffsetsTest {

    @Test
    void spansCountCodePointsAtEveryOffset() {
        String string = "a\uD83D\uDE00b\uD83D\uDE00\uD83D\uDE00 c";
        Text text = Text.of(string);
        for (int at = 0; at <= string.length(); at = string.offsetByCodePoints(at, at < string.length() ? 1 : 0)) {
            assertThat(text.spanOf(0, at)).isEqualTo(new Span(0, string.codePointCount(0, at)));
            assertThat(text.utf16(string.codePointCount(0, at))).isEqualTo(at);
            if (at == string.length()) {
                return;
            }
        }
    }
}
