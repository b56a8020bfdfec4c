package kroniek.evaluate;

import static kroniek.domain.ActorType.COUNTRY;
import static kroniek.domain.ActorType.ORGANISATION;
import static kroniek.domain.ActorType.PERSON;
import static kroniek.domain.ActorType.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvaluationActorsTest {

    private static Scene visit() {
        return new Scene("Premier Vos sprak in Lier met België, Bakker en de ABC over Nieuwe Zaken.");
    }

    @Test
    void overlapSpanTypeAndActorAreCountedApart() {
        Scene scene = visit().gold("Vos", PERSON, "jan-vos")
                .gold("België", COUNTRY, "BEL")
                .gold("Bakker", PERSON, "bakker")
                .gold("ABC", ORGANISATION, "abc")
                .gold("Nieuwe Zaken", ORGANISATION, "new-business")
                // Another span; right; another type; another actor. "Nieuwe Zaken" is missed, "Lier" found besides.
                .found("Premier Vos", PERSON, "jan-vos")
                .found("België", COUNTRY, "BEL")
                .found("Bakker", ORGANISATION, "bakker")
                .found("ABC", ORGANISATION, "BEL")
                .found("Lier", ORGANISATION, "lier");

        MentionFigures figures = Scene.actors(scene).counted().overall();

        assertThat(figures.overlap()).isEqualTo(new Score(4, 5, 5));
        assertThat(figures.exact()).isEqualTo(new Score(3, 5, 5));
        assertThat(figures.typed()).isEqualTo(new Score(2, 5, 5));
        assertThat(figures.endToEnd()).isEqualTo(new Score(2, 5, 5));
        assertThat(figures.link()).isEqualTo(new Share(2, 3));
        assertThat(figures.endToEnd().f1()).isEqualTo(2.0 * 2 / 10);
    }

    @Test
    void anUncountedFindDoesNotStandForACountedMentionNorTheReverse() {
        Scene scene = visit().gold("Vos", PERSON, "jan-vos")
                .gold("ABC", ORGANISATION, "abc", false)
                .gold("Lier", PLACE, "lier")
                .found("Vos", PERSON, "jan-vos", false)
                .found("ABC", ORGANISATION, "abc")
                .found("Lier", PLACE, "other");

        ActorEvaluation actors = Scene.actors(scene);

        assertThat(actors.counted().overall().endToEnd()).isEqualTo(new Score(0, 1, 1));
        assertThat(actors.all().overall().endToEnd()).isEqualTo(new Score(3, 3, 3));
        assertThat(actors.misses())
                .extracting(Miss::cause)
                .containsExactly(Cause.COUNTED_DIFFERS, Cause.COUNTED_DIFFERS);
    }

    @Test
    void ofAPlaceSpanAndTypeAreCompared() {
        Scene right = visit().gold("Lier", PLACE, "lier").found("Lier", PLACE, "x");
        Scene wrong = visit().gold("Lier", PLACE, "lier").found("Lier", ORGANISATION, "lier");

        assertThat(Scene.actors(right).all().overall().endToEnd().right()).isEqualTo(1);
        assertThat(Scene.actors(wrong).all().overall().endToEnd().right()).isZero();
    }

    @Test
    void whatIsAmbiguousMustBeLeftOpen() {
        Scene open = visit().goldAmbiguous("Vos", PERSON, "jan-vos", "els-vos").foundAmbiguous("Vos", PERSON, "a", "b");
        Scene guessed =
                visit().goldAmbiguous("Vos", PERSON, "jan-vos", "els-vos").found("Vos", PERSON, "jan-vos");
        Scene unsure = visit().gold("Vos", PERSON, "jan-vos").foundAmbiguous("Vos", PERSON, "jan-vos", "els-vos");

        assertThat(Scene.actors(open).all().overall().endToEnd().right()).isEqualTo(1);
        assertThat(Scene.actors(guessed).all().overall().endToEnd().right()).isZero();
        assertThat(Scene.actors(guessed).counted().overall().endToEnd()).isEqualTo(new Score(0, 0, 1));
        assertThat(Scene.actors(guessed).misses()).extracting(Miss::cause).containsExactly(Cause.WRONG_ACTOR);
        assertThat(Scene.actors(unsure).all().overall().endToEnd().right()).isZero();
    }

    @Test
    void idsThatTheAnnotatorInventedAreMappedOneToOne() {
        Scene scene = new Scene("A1 A2 B1 C1")
                .gold("A1", PERSON, "anna")
                .gold("A2", PERSON, "anna")
                .gold("B1", PERSON, "bert")
                .gold("C1", PERSON, "cor")
                // Anna is x, and x cannot be Bert too. Cor is cor.
                .found("A1", PERSON, "x")
                .found("A2", PERSON, "x")
                .found("B1", PERSON, "x")
                .found("C1", PERSON, "cor");

        ActorEvaluation actors = Scene.actors(scene);

        assertThat(actors.counted().overall().endToEnd()).isEqualTo(new Score(1, 4, 4));
        assertThat(actors.counted().overall().endToEndMapped()).isEqualTo(new Score(3, 4, 4));
        assertThat(actors.counted().overall().link()).isEqualTo(new Share(1, 4));
        assertThat(actors.counted().overall().linkMapped()).isEqualTo(new Share(3, 4));
        assertThat(actors.misses())
                .extracting(Miss::cause)
                .containsExactly(Cause.OTHER_ID, Cause.OTHER_ID, Cause.WRONG_ACTOR);
    }

    @Test
    void theMappingIsTheBestOneAndNotTheFirst() {
        Scene scene = new Scene("A1 A2 A3 A4 A5 B1 B2");
        for (String mention : new String[] {"A1", "A2", "A3", "A4", "A5"}) {
            scene.gold(mention, PERSON, "anna");
        }
        scene.gold("B1", PERSON, "bert").gold("B2", PERSON, "bert");
        for (String mention : new String[] {"A1", "A2", "A3", "B1", "B2"}) {
            scene.found(mention, PERSON, "x");
        }
        scene.found("A4", PERSON, "y").found("A5", PERSON, "y");

        // Anna as x would be right for 3 mentions; Anna as y and Bert as x are right for 2 and 2.
        assertThat(Scene.actors(scene).counted().overall().endToEndMapped().right())
                .isEqualTo(4);
    }

    @Test
    void theMappingKeepsAnIdWhereItCan() {
        Scene scene = new Scene("A1 B1")
                .gold("A1", PERSON, "anna")
                .gold("B1", PERSON, "bert")
                .found("A1", PERSON, "bert")
                .found("B1", PERSON, "bert");

        assertThat(Scene.actors(scene).misses()).extracting(Miss::cause).containsExactly(Cause.WRONG_ACTOR);
        assertThat(Scene.actors(scene).countsMapped().off()).isEqualTo(2);
    }

    @Test
    void countriesHaveTheirRecall() {
        Scene scene = visit().gold("België", COUNTRY, "BEL")
                .gold("ABC", COUNTRY, "ABC")
                .found("België", COUNTRY, "BEL");

        assertThat(Scene.actors(scene).countries().recall()).isEqualTo(0.5);
        assertThat(Scene.actors(visit()).countries().recall()).isNaN();
    }

    @Test
    void clustersAreScoredWhateverTheirIds() {
        Scene scene = new Scene("A1 A2 A3 B1 C1")
                .gold("A1", PERSON, "anna")
                .gold("A2", PERSON, "anna")
                .gold("A3", PERSON, "anna")
                .gold("B1", PERSON, "bert")
                .found("A1", PERSON, "x")
                .found("A2", PERSON, "x")
                .found("B1", PERSON, "x")
                .found("A3", PERSON, "y")
                .found("C1", PERSON, "z");

        BCubed clusters = Scene.actors(scene).clusters();

        // Found: A1 and A2 2/3 each, B1 1/3, A3 1, C1 0. Gold: A1 and A2 2/3 each, A3 1/3, B1 1.
        assertThat(clusters.precision()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 5, within(1e-12));
        assertThat(clusters.recall()).isCloseTo((2.0 / 3 + 2.0 / 3 + 1.0 / 3 + 1) / 4, within(1e-12));
        double p = 8.0 / 15;
        double r = 8.0 / 12;
        assertThat(clusters.f1()).isCloseTo(2 * p * r / (p + r), within(1e-12));
    }

    @Test
    void clustersDoNotReachBeyondAnArticle() {
        Scene one = new Scene("A1").gold("A1", PERSON, "anna").found("A1", PERSON, "x");
        Scene two = new Scene("A2").gold("A2", PERSON, "anna").found("A2", PERSON, "y");

        assertThat(Scene.actors(one, two).clusters().f1()).isEqualTo(1);
    }

    @Test
    void countsAreComparedByActorAndMonthOverAllTexts() {
        Scene first = new Scene("a", "2018-02", "A1 A2 B1 B2")
                .gold("A1", PERSON, "anna")
                .gold("A2", PERSON, "anna")
                .gold("B1", PERSON, "bert")
                .found("A1", PERSON, "anna")
                .found("B1", PERSON, "bert")
                .found("B2", PERSON, "bert");
        Scene sameMonth = new Scene("b", "2018-02", "A1").found("A1", PERSON, "anna");
        Scene otherMonth =
                new Scene("c", "2018-03", "A1 A2").gold("A1", PERSON, "anna").found("A2", PERSON, "q");

        CountError counts = Scene.actors(first, sameMonth, otherMonth).counts();

        // Anna in February 2 and 2, Bert 1 and 2; Anna in March 1 and 0, q 0 and 1.
        assertThat(counts.off()).isEqualTo(3);
        assertThat(counts.gold()).isEqualTo(4);
        assertThat(counts.error()).isEqualTo(3.0 / 4);
    }

    @Test
    void mappedIdsSetTheCountsRight() {
        Scene scene = new Scene("A1 A2")
                .gold("A1", PERSON, "anna")
                .gold("A2", PERSON, "anna")
                .found("A1", PERSON, "x")
                .found("A2", PERSON, "x");

        assertThat(Scene.actors(scene).counts().off()).isEqualTo(4);
        assertThat(Scene.actors(scene).countsMapped().off()).isZero();
    }

    @Test
    void everyMissHasItsCause() {
        Scene scene = visit().gold("Vos", PERSON, "jan-vos")
                .gold("Bakker", PERSON, "bakker")
                .gold("Nieuwe Zaken", PLACE, "x")
                .found("Premier Vos", PERSON, "jan-vos")
                .found("Bakker", ORGANISATION, "bakker")
                .found("ABC", ORGANISATION, "abc");

        ActorEvaluation actors = Scene.actors(scene);

        assertThat(actors.misses())
                .extracting(Miss::cause)
                .containsExactly(Cause.SPAN_DIFFERS, Cause.TYPE_DIFFERS, Cause.NOT_FOUND, Cause.SPURIOUS);
        assertThat(actors.countedCauses())
                .as("a place that is missed counts for nobody")
                .doesNotContainKey(Cause.NOT_FOUND)
                .containsEntry(Cause.SPURIOUS, 1);
        assertThat(actors.misses().get(0).gold()).isEqualTo("Vos PERSON jan-vos counted");
        assertThat(actors.misses().get(0).found()).isEqualTo("Premier Vos PERSON jan-vos counted, rule rule-y");
    }
}
