package kroniek.language.date;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * When feasts fall: on a fixed day, so many days from Easter, or on the how-manieth weekday of a month; and what lies
 * before and after them.
 */
final class Feasts {

    private Feasts() {}

    /** The day of the feast that a frame describes, in a year. */
    static LocalDate day(Frame feast, int year) {
        if (feast.has(Slot.EASTER)) {
            return easter(year).plusDays(feast.get(Slot.EASTER));
        }
        LocalDate first = LocalDate.of(year, feast.get(Slot.MONTH), 1);
        if (feast.has(Slot.NTH)) {
            return first.with(TemporalAdjusters.dayOfWeekInMonth(
                    feast.get(Slot.NTH), DayOfWeek.of(feast.get(Slot.YIELDS, feast.get(Slot.WEEKDAY)))));
        }
        LocalDate day = first.withDayOfMonth(feast.get(Slot.DAY));
        boolean yields = feast.has(Slot.YIELDS) && day.getDayOfWeek().getValue() == feast.get(Slot.YIELDS);
        return yields ? day.minusDays(1) : day;
    }

    /** The day or weekend of a feast that falls on a day, or what lies before or after it: "de vrijdag voor Pasen". */
    static Point point(Frame frame, LocalDate feast) {
        if (!frame.has(Slot.SIGN)) {
            return Point.in(frame.is(Slot.UNIT, "WE") ? Grain.WEEKEND : Grain.DAY, feast);
        }
        boolean before = frame.is(Slot.SIGN, "BEFORE");
        if (frame.has(Slot.WEEKDAY)) {
            DayOfWeek weekday = DayOfWeek.of(frame.get(Slot.WEEKDAY));
            return Point.in(
                    Grain.DAY,
                    feast.with(before ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.next(weekday)));
        }
        return switch (Slot.UNIT.name(frame.get(Slot.UNIT))) {
            case "W" -> Point.in(Grain.WEEK, feast.plusWeeks(before ? -1 : 1));
            case "WE" ->
                Point.in(
                        Grain.WEEKEND,
                        feast.with(
                                before
                                        ? TemporalAdjusters.previous(DayOfWeek.SUNDAY)
                                        : TemporalAdjusters.next(DayOfWeek.SATURDAY)));
            default -> Point.in(Grain.DAY, feast.plusDays(before ? -1 : 1));
        };
    }

    /** Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
