package kroniek.evaluate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static kroniek.domain.ActorType.COUNTRY;
import static kroniek.domain.ActorType.PERSON;
import static kroniek.domain.TemporalExpression.Type.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationOutputTest {

    private static Evaluation small() {
        return Scene.evaluation(new Scene("small", "2018-02", "Vandaag sprak\nVos met België.")
                .gold("Vandaag", DATE, "2018-02-07")
                .found("Vandaag", DATE, "2018-02-XX")
                .gold("Vos", PERSON, "jan-vos")
                .gold("België", COUNTRY, "BEL")
                .found("Vos", PERSON, "vos"));
    }

    @Test
    void tablesSayAllFiguresAndMisses() throws IOException {
        assertThat(EvaluationText.of(small(), true)).isEqualTo(golden("tables.txt"));
    }

    @Test
    void missesAreShownOnlyWhenAsked() {
        assertThat(EvaluationText.of(small(), false))
                .doesNotContain("Vandaag sprak")
                .contains("value differs");
        assertThat(EvaluationJson.of(small(), false))
                .doesNotContain("Vandaag sprak")
                .contains("value differs");
    }

    @Test
    void perfectionIsSaid() {
        Scene perfect =
                new Scene("Vandaag.").gold("Vandaag", DATE, "2018-02-07").found("Vandaag", DATE, "2018-02-07");

        assertThat(EvaluationText.of(Scene.evaluation(perfect), true)).contains("\nno misses\n");
    }

    @Test
    void whatIsNotMarkedIsNotShown() {
        Evaluation nothing = Evaluation.of(List.of(), article -> {
            throw new AssertionError("no article");
        });

        assertThat(EvaluationText.of(nothing, true)).isBlank();
        assertThat(EvaluationJson.of(nothing, true)).isEqualTo("{}");
    }

    @Test
    void jsonHasTheSameFigures() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(EvaluationJson.of(small(), true));

        assertThat(json.at("/dates/overall/overlap/f1").asDouble()).isEqualTo(1);
        assertThat(json.at("/dates/overall/value/right").asInt(-1)).isZero();
        assertThat(json.at("/dates/byType/date/type/accuracy").asDouble()).isEqualTo(1);
        assertThat(json.at("/dates/byTheme/small/mod/accuracy").isNull()).isTrue();
        assertThat(json.at("/dates/lookAlikes/texts").asInt(-1)).isZero();
        assertThat(json.at("/dates/causes/value differs").asInt()).isEqualTo(1);
        assertThat(json.at("/dates/misses/0/context").asText()).isEqualTo("[Vandaag] sprak Vos met Belgi");
        assertThat(json.at("/actors/counted/overall/endToEnd/recall").asDouble(-1))
                .isZero();
        assertThat(json.at("/actors/counted/overall/endToEndMapped/recall").asDouble())
                .isEqualTo(0.5);
        assertThat(json.at("/actors/all/byType/country/exact/gold").asInt()).isEqualTo(1);
        assertThat(json.at("/actors/countryRecall").asDouble(-1)).isZero();
        assertThat(json.at("/actors/bCubed/recall").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/actors/countError/off").asInt()).isEqualTo(3);
        assertThat(json.at("/actors/countErrorMapped/error").asDouble()).isEqualTo(0.5);
        assertThat(json.at("/actors/countedCauses/other id").asInt()).isEqualTo(1);
        assertThat(json.at("/actors/misses")).hasSize(2);
    }

    @Test
    void aContextIsOneLineAndObeyedByNoTerminal() {
        assertThat(Excerpt.oneLine("a\r\nb\tc\u001B[2Jd\u202Ee")).isEqualTo("a b c\uFFFD[2Jd\uFFFDe");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = requireNonNull(EvaluationOutputTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
