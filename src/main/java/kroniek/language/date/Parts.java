package kroniek.language.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Finds parts of a month or a year: "de eerste negen maanden van 2012", "de laatste dag van maart". */
final class Parts {

    private static final int MONTHS_OF_YEAR = 12;

    private Parts() {}

    /**
     * The part of a period that a frame describes by {@link Slot#NTH} and {@link Slot#UNIT2}, and by
     * {@link Slot#COUNT2} where it is longer than one unit.
     */
    static Point of(Frame frame, Point period) {
        LocalDate start = period.start();
        if (start == null) {
            return period;
        }
        int nth = frame.get(Slot.NTH);
        LocalDate end = period.grain() == Grain.MONTH ? start.plusMonths(1) : start.plusYears(1);
        return switch (Slot.UNIT2.name(frame.get(Slot.UNIT2))) {
            case "D" -> Point.in(Grain.DAY, nth > 0 ? start.plusDays(nth - 1L) : end.plusDays(nth));
            case "W" -> week(period, nth, start, end);
            case "WE" -> Point.in(Grain.WEEKEND, weekend(nth, start, end));
            case "Q" -> months(start.getYear(), nth, 3, frame.get(Slot.COUNT2, 1), Grain.QUARTER);
            default -> months(start.getYear(), nth, 1, frame.get(Slot.COUNT2, 1), Grain.MONTH);
        };
    }

    /** As ISO 8601 counts the weeks of a year: the first one has the fourth day, so most of its days lie inside. */
    private static Point week(Point period, int nth, LocalDate start, LocalDate end) {
        if (period.grain().compareTo(Grain.MONTH) < 0) {
            return period;
        }
        return Point.in(
                Grain.WEEK,
                nth > 0 ? start.plusDays(7L * nth - 4) : end.minusDays(4).plusWeeks(nth + 1L));
    }

    /** A weekend is of the month in which its Saturday lies. */
    private static LocalDate weekend(int nth, LocalDate start, LocalDate end) {
        return nth > 0
                ? start.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)).plusWeeks(nth - 1L)
                : end.with(TemporalAdjusters.previous(DayOfWeek.SATURDAY)).plusWeeks(nth + 1L);
    }

    /** So many months or quarters at the beginning of a year or at its end, as the largest period that they are. */
    private static Point months(int year, int nth, int length, int count, Grain grain) {
        int months = Math.min(MONTHS_OF_YEAR, count * length);
        int first = nth > 0 ? (nth - 1) * length : MONTHS_OF_YEAR - months;
        LocalDate start = LocalDate.of(year, 1, 1).plusMonths(Math.min(first, MONTHS_OF_YEAR - 1));
        if (count == 1) {
            return Point.in(grain, start);
        }
        if (grain == Grain.MONTH && (months == 3 || months == 6)) {
            return Point.in(months == 3 ? Grain.QUARTER : Grain.HALF, start);
        }
        LocalDate last = start.plusMonths(months - (long) length);
        return new Point(grain.value(start) + "/" + grain.value(last), Grain.YEAR, start, 0);
    }
}
