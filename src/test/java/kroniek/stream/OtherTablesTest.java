package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kroniek.domain.Together;
import kroniek.topic.ReadStore;
import kroniek.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one contribution carries beside the count: who is mentioned together, and of which months. */
class OtherTablesTest {

    @TempDir
    Path folder;

    private Driven driven;

    @BeforeEach
    void start() {
        driven = new Driven(AtLanguage.STEPS, folder);
    }

    @AfterEach
    void stop() {
        driven.close();
    }

    private Map<String, Together> pairs() {
        return driven.store(ReadStore.ACTOR_PAIRS);
    }

    @Test
    void twoActorsHaveArticlesAndSentencesInCommonUnderBoth() {
        driven.put("a", " date 2018-02 Eerst @KOR en @USA. Dan @KOR, @USA en @KOR. Ook @JPN.");
        driven.put("b", " date 2018-02 Alleen @USA. En @KOR.");

        assertThat(pairs())
                .containsOnly(
                        Map.entry("KOR|2018-02|USA", new Together(2, 2)),
                        Map.entry("USA|2018-02|KOR", new Together(2, 2)),
                        Map.entry("KOR|2018-02|JPN", new Together(1, 0)),
                        Map.entry("JPN|2018-02|KOR", new Together(1, 0)),
                        Map.entry("USA|2018-02|JPN", new Together(1, 0)),
                        Map.entry("JPN|2018-02|USA", new Together(1, 0)));
    }

    @Test
    void aCorrectionMovesPairsByTheDifferenceAlsoToAnotherMonth() {
        driven.put("a", " date 2018-02 Eerst @KOR en @USA.");
        driven.put("a", " date 2018-02 Eerst @KOR. Dan @USA en @KOR. En @USA en @KOR.");
        assertThat(pairs().get("KOR|2018-02|USA")).isEqualTo(new Together(1, 2));

        driven.put("a", " date 2018-03 Eerst @KOR en @JPN.");
        assertThat(pairs()).containsOnlyKeys("KOR|2018-03|JPN", "JPN|2018-03|KOR");
    }

    @Test
    void ofAnArticleThatListsHundredsOnlyTheThirtyWithTheMostMentionsArePaired() {
        String listed = IntStream.range(0, 200)
                .mapToObj(actor -> "@a%03d%s".formatted(actor, actor == 150 ? " en @a150" : ""))
                .collect(Collectors.joining(", "));

        driven.put("a", " date 2018-02 Lijst. " + listed + ".");

        assertThat(pairs()).hasSize(30 * 29);
        assertThat(pairs())
                .containsKeys("a150|2018-02|a000", "a000|2018-02|a150", "a028|2018-02|a000")
                .doesNotContainKey("a029|2018-02|a000");
        assertThat(driven.counts()).hasSize(200);
    }

    @Test
    void mentionsAreCountedByTheMonthThatTheirSentenceSpeaksOfAndAddUpToTheCount() throws Exception {
        driven.put("a", " date 2018-02 Op #2018-01-03 was @KOR er. In #2017 ook @KOR. En @KOR op #2018-02.");

        assertThat(driven.store(ReadStore.ACTOR_MONTHS_MENTIONED))
                .containsOnly(
                        Map.entry("KOR|2018-02|2018-01", 1L),
                        Map.entry("KOR|2018-02|2018-02", 1L),
                        Map.entry("KOR|2018-02|open", 1L));
        assertThat(driven.table(Topics.declared().actorMonthsMentioned()).get("KOR|2018-02|open"))
                .contains("\"mentioned\":\"open\",\"mentions\":1");
        assertThat(driven.counts().get("KOR|2018-02")).startsWith("3/1 ");
        assertThat(new ObjectMapper()
                        .readTree(driven.mentions().get("KOR|2018-02|a"))
                        .get("mentioned"))
                .isEqualTo(new ObjectMapper().readTree("{\"2018-01\":1,\"2018-02\":1,\"open\":1}"));
    }
}
