package kroniek.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kroniek.domain.TemporalExpression.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemporalExpressionTest {

    @ParameterizedTest
    @CsvSource({
        "DATE, 2018-02-07, day",
        "DATE, 2018-02-XX, day",
        "DATE, 2018-XX-XX, day",
        "DATE, 2023-WXX-2, day",
        "DATE, 2018-W06-3, day",
        "DATE, 2018-W06-WE, weekend",
        "DATE, 2018-WXX-WE, weekend",
        "DATE, 2018-W06, week",
        "DATE, 2018-WXX, week",
        "DATE, 2018-02, month",
        "DATE, 2018-XX, month",
        "DATE, 2017-Q3, quarter",
        "DATE, 2018-SP, season",
        "DATE, 2018-SU, season",
        "DATE, 2018-FA, season",
        "DATE, 2018-WI, season",
        "DATE, 2017-H1, half-year",
        "DATE, 2018, year",
        "DATE, XXXX, year",
        "DATE, BC0300, year",
        "DATE, 199, decade",
        "DATE, 16, century",
        "TIME, 2018-02-07T12:16, minute",
        "TIME, 2023-WXX-2T24:00, minute",
        "TIME, 2018-02-XXT09:00, minute",
        "TIME, 2018-02-07TMO, day-part",
        "TIME, 2018-02-05TNI, day-part",
        "DATE, PAST_REF, none",
        "DATE, PRESENT_REF, none",
        "DATE, FUTURE_REF, none",
        "DURATION, P2Y3M, none",
        "DURATION, PT45M, none",
        "DURATION, P60Y/P70Y, none",
        "SET, XXXX-WXX-2, none",
        "SET, XXXX-WXX-2TEV, none",
        "SET, P2W, none"
    })
    void precisionIsTheUnitThatTheValueSpeaksOf(TemporalExpression.Type type, String value, String precision) {
        assertThat(expression(type, value).precision().code()).isEqualTo(precision);
    }

    @ParameterizedTest
    @CsvSource({
        "DATE, 2018-05-03/2018-05-05, day",
        "DATE, 1939/1945, year",
        "DATE, 2018-02-07/2018-03, month",
        "DATE, 2018/2019-05, year",
        "TIME, 2018-02-07T10:00/2018-02-07T12:30, minute",
        "TIME, 2018-02-07T10:00/2018-02-07TEV, day-part",
        "TIME, 2018-02-06TNI/2018-02-07, day"
    })
    void aRangeIsAsPreciseAsItsCoarserEnd(TemporalExpression.Type type, String value, String precision) {
        assertThat(expression(type, value).precision().code()).isEqualTo(precision);
    }

    @Test
    void onlyWhatStandsInTheTextHasAPlaceInIt() {
        Span span = new Span(3, 9);
        assertThat(Anchor.text(span).span()).isEqualTo(span);
        assertThat(Anchor.dateline(span).kind().code()).isEqualTo("dateline");
        assertThatThrownBy(() -> new Anchor(Anchor.Kind.TEXT, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Anchor(Anchor.Kind.PUBLICATION, span))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("publication");
    }

    private static TemporalExpression expression(TemporalExpression.Type type, String value) {
        return new TemporalExpression("x", new Span(0, 1), type, value, null, Anchor.NONE, "rule");
    }
}
