package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AssociationTest {

    /** 0.1 of all articles together, 0.2 and 0.5 alone: as often as by chance. */
    @Test
    void asOftenAsByChanceIsNone() {
        assertThat(Association.of(100, 200, 500, 1000)).isZero();
    }

    @Test
    void moreOftenIsAboveAndLessOftenBelow() {
        assertThat(Association.of(150, 200, 500, 1000)).isPositive();
        assertThat(Association.of(50, 200, 500, 1000)).isNegative();
    }

    @Test
    void neverApartIsNearlyOneAndTheNearerTheMoreArticlesSayIt() {
        assertThat(Association.of(500, 500, 500, 100_000)).isCloseTo(1, within(0.01));
        assertThat(Association.of(1, 1, 1, 100_000)).isEqualTo(0.25);
        assertThat(Association.of(10, 10, 10, 100_000)).isGreaterThan(Association.of(2, 2, 2, 100_000));
    }

    @Test
    void inEveryArticleSaysNothing() {
        assertThat(Association.of(7, 7, 7, 7)).isZero();
    }

    @Test
    void numbersThatAreAMomentApartGiveAMeasureToo() {
        assertThat(Association.of(3, 2, 5, 4)).isBetween(-1.0, 1.0);
    }
}
