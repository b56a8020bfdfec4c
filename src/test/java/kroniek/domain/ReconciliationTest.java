package kroniek.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kroniek.domain.Reconciliation.Articles;
import kroniek.domain.Reconciliation.Counts;
import kroniek.domain.Reconciliation.Files;
import kroniek.domain.Reconciliation.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private static final Files FILES = new Files(10, 1, 5, 2, 2);
    private static final Articles ARTICLES = new Articles(9, 6, 2, 1);
    private static final Counts COUNTS = Counts.naming(40, List.of());

    private static State state(@Nullable Files files, Articles articles, Counts counts, long inFlight) {
        return new Reconciliation(files, articles, counts, "", inFlight, Map.of()).state();
    }

    @Test
    void figuresThatAgreeHoldWithAndWithoutAFolder() {
        assertThat(state(FILES, ARTICLES, COUNTS, 0)).isEqualTo(State.HOLDS);
        assertThat(state(null, ARTICLES, COUNTS, 0)).isEqualTo(State.HOLDS);
    }

    @Test
    void aFileThatIsNotAccountedForOrTwiceBreaksTheFirstEquation() {
        assertThat(state(new Files(11, 1, 5, 2, 2), ARTICLES, COUNTS, 0)).isEqualTo(State.BROKEN);
        assertThat(state(new Files(10, 2, 5, 2, 2), ARTICLES, COUNTS, 0)).isEqualTo(State.BROKEN);
        assertThat(new Files(11, 1, 5, 2, 2).rest()).isEqualTo(1);
    }

    @Test
    void anArticleThatIsNotAccountedForOrTwiceBreaksTheSecondEquation() {
        assertThat(state(FILES, new Articles(10, 6, 2, 1), COUNTS, 0)).isEqualTo(State.BROKEN);
        assertThat(state(FILES, new Articles(9, 6, 3, 1), COUNTS, 0)).isEqualTo(State.BROKEN);
        assertThat(new Articles(9, 6, 3, 1).rest()).isEqualTo(-1);
    }

    @Test
    void aCountThatIsNotTheSumOfItsEvidenceBreaksTheThird() {
        assertThat(state(FILES, ARTICLES, Counts.naming(40, List.of("JPN|2018-02")), 0))
                .isEqualTo(State.BROKEN);
    }

    @Test
    void onlyTheFirstOfManyCountsWithoutTheirEvidenceAreNamed() {
        List<String> keys =
                IntStream.range(0, 1000).mapToObj(number -> "JPN|" + number).toList();
        Counts counts = Counts.naming(4000, keys);

        assertThat(counts.unproved()).isEqualTo(keys.subList(0, Counts.MOST_NAMED));
        assertThat(counts.rest()).isEqualTo(1000);
        assertThat(state(FILES, ARTICLES, counts, 0)).isEqualTo(State.BROKEN);
    }

    @Test
    void whileSomethingIsInFlightNothingIsBrokenAndNothingHolds() {
        assertThat(state(FILES, ARTICLES, COUNTS, 3)).isEqualTo(State.IN_FLIGHT);
        assertThat(state(FILES, new Articles(12, 6, 2, 1), COUNTS, 3)).isEqualTo(State.IN_FLIGHT);
    }
}
