package kroniek.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    private static final int DATES = 2_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01",
                "0999-12-31",
                "2016-02-29T00:00",
                "2018-02",
                "2018-02-07",
                "2018-02-07T12:16",
                "9999-12-31T23:59"
            })
    void isWrittenAsItIsRead(String iso) {
        assertThat(PartialDate.parse(iso)).get().hasToString(iso);
    }

    @Test
    void isOrderedAsItsIsoFormIs() {
        Random random = new Random(7);
        List<PartialDate> dates = new ArrayList<>();
        for (int i = 0; i < DATES; i++) {
            dates.add(some(random));
        }

        List<String> byForm = dates.stream().map(PartialDate::toString).sorted().toList();
        assertThat(dates.stream().sorted().map(PartialDate::toString)).containsExactlyElementsOf(byForm);
    }

    /** One of few years, so that many dates share their month, and some their day. */
    private static PartialDate some(Random random) {
        YearMonth month = YearMonth.of(random.nextBoolean() ? 2018 : 999, 1 + random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> PartialDate.of(month);
            case 1 -> PartialDate.of(month.atDay(1 + random.nextInt(28)));
            default -> {
                var day = month.atDay(1 + random.nextInt(28));
                yield PartialDate.of(
                        day, day.atTime(random.nextInt(24), random.nextInt(60)).toLocalTime());
            }
        };
    }
}
