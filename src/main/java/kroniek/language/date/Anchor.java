package kroniek.language.date;

import java.time.LocalDate;
import java.time.YearMonth;
import kroniek.domain.PartialDate;
import org.jspecify.annotations.Nullable;

/** What relative expressions of an article count from: its publication date, known to the day or only to the month. */
final class Anchor {

    private final YearMonth month;
    private final @Nullable LocalDate day;

    Anchor(PartialDate published) {
        this.month = published.month();
        this.day = published.date().orElse(null);
    }

    YearMonth month() {
        return month;
    }

    int year() {
        return month.getYear();
    }

    /** The day, or null where only the month is known. */
    @Nullable
    LocalDate day() {
        return day;
    }

    /** The period of publication, of a grain. Weeks and days are open where only the month is known. */
    Point point(Grain grain) {
        return moved(grain, 0);
    }

    /** The period that lies a number of periods of its grain away from that of publication. */
    Point moved(Grain grain, int by) {
        return switch (grain) {
            case DAY -> day == null ? openDay(by) : Point.in(grain, day.plusDays(by));
            case WEEK, WEEKEND -> day == null ? openWeek(grain) : Point.in(grain, day.plusWeeks(by));
            case MONTH -> Point.in(grain, month.plusMonths(by).atDay(1));
            case QUARTER, SEASON -> Point.in(grain, month.plusMonths(3L * by).atDay(1));
            case HALF -> Point.in(grain, month.plusMonths(6L * by).atDay(1));
            case YEAR, SEASON_YEAR -> Point.in(grain, month.plusYears(by).atDay(1));
            case DECADE -> Point.in(grain, month.plusYears(10L * by).atDay(1));
            case CENTURY -> Point.in(grain, month.plusYears(100L * by).atDay(1));
        };
    }

    /** A day near publication most likely lies in its month; one further away may lie in another. */
    private Point openDay(int by) {
        String value = Math.abs(by) <= 3 ? Grain.MONTH.value(month.atDay(1)) + "-XX" : Grain.four(year()) + "-XX-XX";
        return Point.open(Grain.DAY, value);
    }

    private Point openWeek(Grain grain) {
        return Point.open(grain, Grain.four(year()) + (grain == Grain.WEEKEND ? "-WXX-WE" : "-WXX"));
    }
}
