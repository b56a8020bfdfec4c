package kroniek.language.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** How long a calendar period is; finest first. */
enum Grain {
    /** One day. */
    DAY,
    /** Saturday and Sunday. */
    WEEKEND,
    /** Monday to Sunday, numbered by ISO 8601. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three months. */
    QUARTER,
    /** A meteorological season; winter belongs to the year that it begins in. */
    SEASON,
    /** Six months. */
    HALF,
    /** A calendar year. */
    YEAR,
    /** A season of sport or a school year, from July to June. */
    SEASON_YEAR,
    /** Ten years. */
    DECADE,
    /** A hundred years. */
    CENTURY;

    private static final String[] SEASONS = {"WI", "SP", "SU", "FA"};

    /** The first day of the period of this grain that a day lies in. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEKEND, WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case HALF -> day.withDayOfMonth(1).withMonth(day.getMonthValue() > 6 ? 7 : 1);
            case SEASON ->
                YearMonth.from(day).minusMonths(day.getMonthValue() % 3).atDay(1);
            case YEAR -> day.withDayOfYear(1);
            case SEASON_YEAR -> day.minusMonths(6).withDayOfYear(1).plusMonths(6);
            case DECADE -> LocalDate.of(Math.max(1, day.getYear() / 10 * 10), 1, 1);
            case CENTURY -> LocalDate.of(Math.max(1, day.getYear() / 100 * 100), 1, 1);
        };
    }

    /** The TIMEX3 value of the period of this grain that begins on a day. */
    String value(LocalDate start) {
        return switch (this) {
            case DAY -> monthOf(start) + "-" + two(start.getDayOfMonth());
            case WEEK, WEEKEND ->
                four(start.get(IsoFields.WEEK_BASED_YEAR))
                        + "-W"
                        + two(start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR))
                        + (this == WEEKEND ? "-WE" : "");
            case MONTH -> monthOf(start);
            case QUARTER -> four(start.getYear()) + "-Q" + ((start.getMonthValue() + 2) / 3);
            case SEASON -> four(start.getYear()) + "-" + SEASONS[start.getMonthValue() / 3 % 4];
            case HALF -> four(start.getYear()) + (start.getMonthValue() > 6 ? "-H2" : "-H1");
            case YEAR -> four(start.getYear());
            case SEASON_YEAR -> four(start.getYear()) + "/" + four(start.getYear() + 1);
            case DECADE -> four(start.getYear()).substring(0, 3);
            case CENTURY -> four(start.getYear()).substring(0, 2);
        };
    }

    private static String monthOf(LocalDate start) {
        return four(start.getYear()) + "-" + two(start.getMonthValue());
    }

    /** A year in four digits. */
    static String four(int year) {
        String digits = Integer.toString(year);
        return "0000".substring(Math.min(4, digits.length())) + digits;
    }

    /** A number in two digits. */
    static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
