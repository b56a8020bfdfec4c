package kroniek.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFormTest {

    @Test
    void isToldByTheName() {
        assertThat(InputForm.of("a.txt")).contains(new InputForm(Format.TEXT, false));
        assertThat(InputForm.of("A.TXT.GZ")).contains(new InputForm(Format.TEXT, true));
        assertThat(InputForm.of("a.b.jsonl")).contains(new InputForm(Format.JSON, false));
        assertThat(InputForm.of("a.jsonl.gz")).contains(new InputForm(Format.JSON, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.gz", "txt", "a.txt.bz2", "a.txt.tmp", "a.md", ""})
    void otherFilesHoldNoArticles(String name) {
        assertThat(InputForm.of(name)).isEmpty();
    }
}
