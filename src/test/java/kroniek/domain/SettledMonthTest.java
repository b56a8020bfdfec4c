package kroniek.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import kroniek.domain.TemporalExpression.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which values lie in one calendar month. */
class SettledMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2018-02, 2018-02",
        "2018-02-07, 2018-02",
        "2018-02-XX, 2018-02",
        "2018-02-07T12:16, 2018-02",
        "2018-02-07TMO, 2018-02",
        "2018-W06, 2018-02",
        "2018-W05-WE, 2018-02",
        "2018-W05-3, 2018-01",
        "2018-W05-4, 2018-02",
        "2020-W53-5, 2021-01",
        "2018-02-05/2018-02-09, 2018-02",
        "2018-02-07T10:00/2018-02-07T12:00, 2018-02"
    })
    void aValueInsideOneMonthSettlesIt(String value, String month) {
        assertThat(SettledMonth.of(value)).contains(YearMonth.parse(month));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018",
                "2018-SU",
                "2018-Q1",
                "2018-H1",
                "2018-W05",
                "2018-W13-WE",
                "2018-WXX-2",
                "2018-XX-07",
                "2018-13",
                "2018-W54",
                "9999-W52-WE",
                "201",
                "BC0300",
                "PAST_REF",
                "PRESENT_REF",
                "P1M",
                "T12:16",
                "2018-02-28/2018-03-01",
                "2018-02-28/P1D",
                ""
            })
    void aValueThatDoesNotLieInOneMonthSettlesNone(String value) {
        assertThat(SettledMonth.of(value)).isEmpty();
    }

    @Test
    void whatRecursOrLastsSettlesNoneWhateverItsValue() {
        assertThat(expression(TemporalExpression.Type.DATE).month()).contains(YearMonth.of(2018, 2));
        assertThat(expression(TemporalExpression.Type.SET).month()).isEmpty();
        assertThat(expression(TemporalExpression.Type.DURATION).month()).isEmpty();
    }

    private static TemporalExpression expression(TemporalExpression.Type type) {
        return new TemporalExpression("x", new Span(0, 1), type, "2018-02", null, Anchor.NONE, "rule");
    }
}
