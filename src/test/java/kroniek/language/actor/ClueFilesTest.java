package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import kroniek.domain.ActorType;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile;
import kroniek.language.text.DataFile.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClueFilesTest {

    private static final OrdinaryWords ORDINARY = OrdinaryWords.load();

    private static List<Line> rows() {
        return new ArrayList<>(Rows.of("clues.tsv"));
    }

    private static Line line(String text) {
        return DataFile.of("test.tsv", text.replace("~", "\t")).lines().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            whim~1~0~0~0 => is no clue
            acronym~1~0~0~0 => stands here twice
            acronym~1~x~0~0 => is no weight
            acronym~1 => fields between tabs
            """)
    void aWrongClueIsRefusedWithFileAndLine(String row, String problem) {
        List<Line> rows = rows();
        rows.add(line(row));
        assertThatThrownBy(() -> ClueWeights.of(rows))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("test.tsv:1: ")
                .hasMessageContaining(problem);
    }

    @Test
    void everyClueHasARow() {
        List<Line> rows = rows();
        rows.remove(0);
        assertThatThrownBy(() -> ClueWeights.of(rows)).hasMessageContaining("is missing");
    }

    @Test
    void cluesAddUpAndTheGreatestSumWinsButNotOverNothing() {
        Profile profile = new Profile(ClueWeights.load());
        assertThat(profile.type()).isNull();
        profile.add(Clue.ONE_WORD);
        profile.add(Clue.ROLE_BEFORE, "trainer");
        assertThat(profile.type()).isEqualTo(ActorType.PERSON);
        assertThat(profile.why(ActorType.PERSON)).isEqualTo("after the title 'trainer'");
        profile.add(Clue.MODEL);
        profile.add(Clue.MODEL);
        assertThat(profile.type()).isNull();
    }

    @Test
    void aClueCountsTwiceAtMost() {
        Profile profile = new Profile(ClueWeights.load());
        for (int i = 0; i < 5; i++) {
            profile.add(Clue.ACTS, "eist");
        }
        assertThat(profile.counts()).containsEntry(Clue.ACTS, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "straten",
                "bonnen",
                "brieven",
                "gedupeerde",
                "bierbrouwer",
                "vakbond",
                "spaarders",
                "zoekbedrijfje"
            })
    void inflectedFormsAndCompoundsOfOrdinaryWordsAreOrdinary(String word) {
        assertThat(ORDINARY.has(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zonmaq", "getronics", "balthazar", "zodrax", "kyiv", "loreen", "x"})
    void namesAreNot(String word) {
        assertThat(ORDINARY.has(word)).isFalse();
    }
}
