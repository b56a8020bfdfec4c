package kroniek.evaluate;

import static kroniek.domain.TemporalExpression.Type.DATE;
import static kroniek.domain.TemporalExpression.Type.DURATION;
import static kroniek.domain.TemporalExpression.Type.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationDatesTest {

    private static Scene week() {
        return new Scene("Gisteren kwam hij, vandaag niet, op 3 mei wel, twee weken lang.");
    }

    private static DateFigures overall(Scene... scenes) {
        return Scene.dates(scenes).figures().overall();
    }

    @Test
    void overlapExtentAndValueAreCountedApart() {
        Scene scene = week().gold("Gisteren", DATE, "2018-02-06")
                .gold("3 mei", DATE, "2018-05-03")
                .gold("twee weken", DURATION, "P2W")
                // Right but for its value; its extent wrong; of nothing in gold. The two weeks are missed.
                .found("Gisteren", DATE, "2018-02-05")
                .found("op 3 mei", DATE, "2018-05-03")
                .found("vandaag", DATE, "2018-02-07")
                .found("lang", DURATION, "PXX");

        DateFigures figures = overall(scene);

        assertThat(figures.overlap()).isEqualTo(new Score(2, 3, 4));
        assertThat(figures.extent()).isEqualTo(new Score(1, 3, 4));
        assertThat(figures.value()).isEqualTo(new Score(1, 3, 4));
        assertThat(figures.overlap().precision()).isEqualTo(2.0 / 4);
        assertThat(figures.overlap().recall()).isEqualTo(2.0 / 3);
        assertThat(figures.overlap().f1()).isEqualTo(4.0 / 7);
        assertThat(figures.value().f1())
                .as("overlap F1 times the share of right values")
                .isCloseTo(figures.overlap().f1() * 1 / 2, within(1e-12));
    }

    @Test
    void aPairBelongsToGoldsTypeAndAFalsePositiveToItsOwn() {
        Scene scene = week().gold("Gisteren", DATE, "2018-02-06")
                .gold("twee weken", DURATION, "P2W")
                .found("Gisteren", TIME, "2018-02-06")
                .found("vandaag", DATE, "2018-02-07");

        Breakdown<DateFigures> figures = Scene.dates(scene).figures();

        assertThat(figures.byType()).containsOnlyKeys("DATE", "DURATION");
        assertThat(figures.byType().get("DATE").overlap()).isEqualTo(new Score(1, 1, 2));
        assertThat(figures.byType().get("DURATION").overlap()).isEqualTo(new Score(0, 1, 0));
        assertThat(figures.overall().type()).isEqualTo(new Share(0, 1));
    }

    @Test
    void themesAreScoredApart() {
        Scene sport = new Scene("sport", "2018-02", "Vandaag won hij.").gold("Vandaag", DATE, "2018-02-07");
        Scene crime = new Scene("crime", "2018-02", "Vandaag stal hij.").found("Vandaag", DATE, "2018-02-07");

        Breakdown<DateFigures> figures = Scene.dates(sport, crime).figures();

        assertThat(figures.byTheme().get("sport").overlap()).isEqualTo(new Score(0, 1, 0));
        assertThat(figures.byTheme().get("crime").overlap()).isEqualTo(new Score(0, 0, 1));
        assertThat(figures.overall().overlap()).isEqualTo(new Score(0, 1, 1));
    }

    @Test
    void otherSpansTypesAndValuesOfGoldAreRightToo() {
        Scene scene = week();
        scene.gold(Scene.or(scene.expression("3 mei", DATE, "2018-05-03"), scene.span("op 3 mei"), TIME, "2018-05"))
                .found("op 3 mei", TIME, "2018-05");

        DateFigures figures = overall(scene);

        assertThat(figures.extent().right()).isEqualTo(1);
        assertThat(figures.value().right()).isEqualTo(1);
        assertThat(figures.type()).isEqualTo(new Share(1, 1));
        assertThat(Scene.dates(scene).misses()).isEmpty();
    }

    @Test
    void modIsJudgedOnlyWhereEitherHasOne() {
        Scene scene = week();
        scene.gold(Scene.withMod(scene.expression("3 mei", DATE, "x"), "END"))
                .gold("twee weken", DURATION, "P2W")
                .gold("Gisteren", DATE, "2018-02-06")
                .gold("vandaag", DATE, "2018-02-07")
                .found("3 mei", DATE, "x", "END")
                .found("twee weken", DURATION, "P2W", "APPROX")
                .found("Gisteren", DATE, "2018-02-06");

        assertThat(overall(scene).mod()).isEqualTo(new Share(1, 2));
        assertThat(overall(scene).mod().accuracy()).isEqualTo(0.5);
    }

    @Test
    void anOptionalExpressionMayBeMissedAndIsScoredWhereItIsFound() {
        Scene missed = week();
        missed.gold(Scene.optional(missed.expression("vandaag", DATE, "2018-02-07")));
        Scene found = week().found("vandaag", DATE, "2018-02-07");
        found.gold(Scene.optional(found.expression("vandaag", DATE, "2018-02-07")));

        assertThat(overall(missed).overlap()).isEqualTo(new Score(0, 0, 0));
        assertThat(overall(missed).overlap().f1()).isNaN();
        assertThat(Scene.dates(missed).misses()).isEmpty();
        assertThat(overall(found).value()).isEqualTo(new Score(1, 1, 1));
    }

    @Test
    void whatTouchesAnIgnoredStretchIsLeftOut() {
        Scene scene = week().found("Gisteren", DATE, "2018-02-06").found("vandaag", DATE, "2018-02-07");
        scene.ignored.add(scene.span("steren kwam"));

        assertThat(overall(scene).overlap()).isEqualTo(new Score(0, 0, 1));
    }

    @Test
    void oneLongSpanHitsOnlyOneOfGold() {
        Scene scene = new Scene("Het regent van maandag tot en met vrijdag.")
                .gold("maandag", DATE, "2018-WXX-1")
                .gold("vrijdag", DATE, "2018-WXX-5")
                .found("maandag tot en met vrijdag", DATE, "2018-WXX-1");

        assertThat(overall(scene).overlap()).isEqualTo(new Score(1, 2, 1));
        assertThat(overall(scene).extent()).isEqualTo(new Score(0, 2, 1));
    }

    @Test
    void theRightExtentGoesBeforeTheLongerOverlap() {
        Scene scene = new Scene("Hij komt volgende week vrijdag.");
        scene.gold(Scene.or(
                        scene.expression("volgende week vrijdag", DATE, "2018-02-16"),
                        scene.span("vrijdag"),
                        DATE,
                        "2018-02-16"))
                .found("volgende week", DATE, "2018-W07")
                .found("vrijdag", DATE, "2018-02-16");

        assertThat(overall(scene).extent()).isEqualTo(new Score(1, 1, 2));
        assertThat(overall(scene).value()).isEqualTo(new Score(1, 1, 2));
    }

    private static Scene dateline() {
        Scene scene = new Scene("7 februari 2018\n\n12u16\n\nNieuws.");
        return scene.gold(Scene.variant(
                scene.expression("7 februari 2018\n\n12u16", TIME, "2018-02-07T12:16"),
                List.of(
                        scene.expression("7 februari 2018", DATE, "2018-02-07"),
                        scene.expression("12u16", TIME, "2018-02-07T12:16"))));
    }

    @Test
    void ofTheVariantsTheOneThatFitsIsScored() {
        Scene one = dateline().found("7 februari 2018\n\n12u16", TIME, "2018-02-07T12:16");
        Scene two = dateline().found("7 februari 2018", DATE, "2018-02-07").found("12u16", TIME, "2018-02-07T12:16");
        Scene none = dateline();

        assertThat(overall(one).value()).isEqualTo(new Score(1, 1, 1));
        assertThat(overall(two).value()).isEqualTo(new Score(2, 2, 2));
        assertThat(overall(two).extent()).isEqualTo(new Score(2, 2, 2));
        assertThat(overall(none).value()).isEqualTo(new Score(0, 1, 0));
    }

    @Test
    void textsWithoutADateAreLookAlikes() {
        Scene clean = new Scene("De heer Vrijdag won.");
        Scene misled =
                new Scene("Mei en Zondag kwamen.").found("Mei", DATE, "2018-05").found("Zondag", DATE, "x");
        Scene dated = week().gold("vandaag", DATE, "2018-02-07").found("twee weken", DURATION, "P2W");

        assertThat(Scene.dates(clean, misled, dated).lookAlikes()).isEqualTo(new DateEvaluation.LookAlikes(2, 1, 2));
    }

    @Test
    void everyMissHasItsCause() {
        Scene scene = week();
        scene.gold("Gisteren", DATE, "2018-02-06")
                .gold("3 mei", DATE, "2018-05-03")
                .gold("twee", DURATION, "P2W")
                .found("Gisteren", DATE, "2018-02-05")
                .found("vandaag", DATE, "2018-02-07")
                .found("op 3 mei", DATE, "2018-05-03");

        List<Miss> misses = Scene.dates(scene).misses();

        assertThat(misses)
                .extracting(Miss::cause)
                .containsExactly(Cause.VALUE_DIFFERS, Cause.SPAN_DIFFERS, Cause.NOT_FOUND, Cause.SPURIOUS);
        assertThat(misses.get(1))
                .isEqualTo(new Miss(
                        "theme",
                        "theme.txt",
                        Cause.SPAN_DIFFERS,
                        scene.span("3 mei"),
                        "j, vandaag niet, op [3 mei] wel, twee weken lan",
                        "3 mei DATE 2018-05-03",
                        "op 3 mei DATE 2018-05-03, rule rule-x"));
    }

    @Test
    void typeAndModAreCausesWhereAllElseIsRight() {
        Scene scene = week().gold("Gisteren", DATE, "2018-02-06")
                .gold("vandaag", DATE, "2018-02-07")
                .found("Gisteren", TIME, "2018-02-06")
                .found("vandaag", DATE, "2018-02-07", "APPROX");

        assertThat(Scene.dates(scene).misses())
                .extracting(Miss::cause)
                .containsExactly(Cause.TYPE_DIFFERS, Cause.MOD_DIFFERS);
    }
}
