package kroniek.language.date;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the calendar period that a frame describes. What neither the frame nor the anchor settles stays open. */
final class Points {

    /** A leap day has the same weekday again only after 28 years, so within 12 there is at most one. */
    private static final int LEAP_CYCLE = 12;

    private static final int MONTHS_OF_HALF = 6;
    private static final int SATURDAY = DayOfWeek.SATURDAY.getValue();

    private final Anchor anchor;
    private final Years years;

    Points(Anchor anchor) {
        this.anchor = anchor;
        this.years = new Years(anchor);
    }

    /**
     * The period.
     *
     * @param frame what the expression says
     * @param direction where it lies if it names no year or week
     * @param near a day that the text spoke of just before, in whose year or month a date without year lies; or null
     * @throws DateTimeException if there is no such day: 31 February
     */
    Point point(Frame frame, Direction direction, @Nullable LocalDate near) {
        if (frame.is(Slot.ANCHOR, "NONE")) {
            return Point.open(Grain.DAY, "XXXX-WXX-" + frame.get(Slot.WEEKDAY));
        }
        if (frame.has(Slot.NTH) && frame.has(Slot.UNIT2)) {
            return Parts.of(frame, whole(frame, direction, near));
        }
        if (frame.has(Slot.SHIFT)) {
            return anchor.moved(Grain.DAY, frame.get(Slot.SHIFT));
        }
        if (frame.has(Slot.DECADE)) {
            return decade(frame);
        }
        if (frame.has(Slot.CENTURY)) {
            return century(frame);
        }
        if (frame.has(Slot.BC)) {
            return Point.open(Grain.YEAR, "BC" + Grain.four(frame.get(Slot.YEAR)));
        }
        if (frame.has(Slot.FEAST) || frame.has(Slot.EASTER)) {
            return Feasts.point(frame, feast(frame, direction, near));
        }
        if (frame.has(Slot.SEASON)) {
            return season(frame, direction);
        }
        if (frame.has(Slot.WEEK)) {
            return weekOfYear(frame, direction);
        }
        if (frame.has(Slot.QUARTER) || frame.has(Slot.HALF)) {
            return part(frame, direction);
        }
        if (frame.has(Slot.MONTH) && (frame.is(Slot.UNIT, "WE") || frame.is(Slot.UNIT, "W"))) {
            return weekOf(frame, direction, near);
        }
        if (frame.has(Slot.MONTH)) {
            return frame.has(Slot.DAY) ? date(frame, direction, near) : month(frame, direction, near);
        }
        if (frame.has(Slot.DAY)) {
            return dayOfMonth(frame, direction, near);
        }
        if (frame.has(Slot.WEEKDAY)) {
            return weekday(frame, direction);
        }
        return frame.has(Slot.UNIT)
                ? unit(frame, direction)
                : Point.in(Grain.YEAR, LocalDate.of(years.year(frame, anchor.year()), 1, 1));
    }

    /** Whether it is the day spoken of before that settles where {@link #point} lies, and not publication. */
    boolean follows(Frame frame, Direction direction, @Nullable LocalDate near) {
        if (near == null || frame.has(Slot.SHIFT) || years.hasYear(frame)) {
            return false;
        }
        boolean feast = frame.has(Slot.FEAST) || frame.has(Slot.EASTER);
        if (feast || frame.has(Slot.MONTH)) {
            boolean byWeekday = !feast && frame.has(Slot.DAY) && frame.has(Slot.WEEKDAY);
            return !byWeekday && years.follows(Years.direction(frame, direction), near);
        }
        return frame.has(Slot.DAY);
    }

    /** The period that a part lies in; "de eerste negen maanden" are of the last year that has had them. */
    private Point whole(Frame frame, Direction direction, @Nullable LocalDate near) {
        Frame period = frame.without(List.of(Slot.NTH, Slot.UNIT2, Slot.COUNT2));
        if (period.has(Slot.MONTH) || period.has(Slot.UNIT) || years.hasYear(period)) {
            return point(period, direction, near);
        }
        int months = frame.get(Slot.COUNT2, 1) * (frame.is(Slot.UNIT2, "Q") ? 3 : 1);
        boolean unfinished =
                direction == Direction.BACK && months > anchor.month().getMonthValue();
        return anchor.moved(Grain.YEAR, unfinished ? -1 : 0);
    }

    /** "Week 2": of its year, else by its direction, without one the nearest. */
    private Point weekOfYear(Frame frame, Direction direction) {
        LocalDate week = week(frame, years.year(frame, anchor.year()));
        if (!years.hasYear(frame)) {
            week = week(frame, anchor.year() + years.years(direction, week, null, false));
        }
        return Point.in(Grain.WEEK, week);
    }

    private static LocalDate week(Frame frame, int year) {
        return LocalDate.of(year, 1, 4).with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, frame.get(Slot.WEEK));
    }

    private Point century(Frame frame) {
        return Point.in(Grain.CENTURY, LocalDate.of(Math.max(1, centuryIndex(frame) * 100), 1, 1));
    }

    /** The hundreds of the century's years; a century named by no number is seen from the anchor. */
    private int centuryIndex(Frame frame) {
        int said = frame.get(Slot.CENTURY);
        return said > 0 ? said - 1 : anchor.year() / 100 + Years.which(frame);
    }

    /** Tens alone are those of the twentieth century, save the two that news calls by name of the present one. */
    private Point decade(Frame frame) {
        int said = frame.get(Slot.DECADE);
        if (said % 10 != 0 && said > 1000) {
            return Point.in(Grain.YEAR, LocalDate.of(said, 1, 1));
        }
        if (said >= 1000) {
            return Point.in(Grain.DECADE, LocalDate.of(said, 1, 1));
        }
        int tens = said >= 10 ? said / 10 : said;
        int century = frame.has(Slot.CENTURY) ? centuryIndex(frame) : tens >= 2 ? 19 : 20;
        return Point.in(Grain.DECADE, LocalDate.of(century * 100 + tens * 10, 1, 1));
    }

    private LocalDate feast(Frame frame, Direction direction, @Nullable LocalDate near) {
        if (years.hasYear(frame)) {
            return Feasts.day(frame, years.year(frame, anchor.year()));
        }
        Direction way = Years.direction(frame, direction);
        LocalDate day = Feasts.day(frame, anchor.year());
        int by = years.years(way, day, near, frame.has(Slot.WHICH));
        return Feasts.day(frame, anchor.year() + by);
    }

    private Point season(Frame frame, Direction direction) {
        int month = 3 * (frame.get(Slot.SEASON) + 1);
        if (years.hasYear(frame)) {
            return Point.in(Grain.SEASON, LocalDate.of(years.year(frame, anchor.year()), month, 1));
        }
        LocalDate running = Grain.SEASON.startOf(anchor.month().atDay(1));
        LocalDate start = LocalDate.of(anchor.year(), month, 1);
        if (running.getMonthValue() == month) {
            boolean begins = anchor.month().getMonthValue() == month && Years.which(frame) > 0;
            start = begins ? running : running.plusYears(Years.which(frame));
        } else {
            Direction way = Years.direction(frame, direction);
            int order = start.compareTo(running);
            if (order > 0 && way == Direction.BACK) {
                start = start.minusYears(1);
            } else if (order < 0
                    && (way == Direction.AHEAD || (way == Direction.UNKNOWN && frame.is(Slot.WHICH, "THIS")))) {
                start = start.plusYears(1);
            } else if (way == Direction.UNKNOWN) {
                start = start.plusYears(years.nearest(start));
            }
        }
        return Point.in(Grain.SEASON, start);
    }

    /** A quarter or half of a year; without its year the last one that began, or the next that begins. */
    private Point part(Frame frame, Direction direction) {
        Grain grain = frame.has(Slot.QUARTER) ? Grain.QUARTER : Grain.HALF;
        int month = grain == Grain.QUARTER ? 3 * frame.get(Slot.QUARTER) - 2 : 6 * frame.get(Slot.HALF) - 5;
        LocalDate start = LocalDate.of(years.year(frame, anchor.year()), month, 1);
        int order = start.compareTo(grain.startOf(anchor.month().atDay(1)));
        boolean notAhead = direction == Direction.BACK || direction == Direction.UNKNOWN;
        if (!years.hasYear(frame) && notAhead && order > 0) {
            start = start.minusYears(1);
        }
        boolean justOver = start.equals(
                grain.startOf(grain.startOf(anchor.month().atDay(1)).minusDays(1)));
        if (!years.hasYear(frame) && direction == Direction.AHEAD && order < 0 && !justOver) {
            start = start.plusYears(1);
        }
        return Point.in(grain, start);
    }

    private Point date(Frame frame, Direction direction, @Nullable LocalDate near) {
        int month = frame.get(Slot.MONTH);
        int day = frame.get(Slot.DAY);
        if (years.hasYear(frame)) {
            return Point.in(Grain.DAY, LocalDate.of(years.year(frame, anchor.year()), month, day));
        }
        if (month == 2 && day == 29) {
            return leapDay(frame, Years.direction(frame, direction));
        }
        LocalDate inYear = LocalDate.of(anchor.year(), month, day);
        if (frame.has(Slot.WEEKDAY)) {
            return Point.in(Grain.DAY, Years.onWeekday(inYear, frame.get(Slot.WEEKDAY)));
        }
        return Point.in(
                Grain.DAY,
                inYear.plusYears(years.years(Years.direction(frame, direction), inYear, near, frame.has(Slot.WHICH))));
    }

    /** The week or weekend that a date lies in. */
    private Point weekOf(Frame frame, Direction direction, @Nullable LocalDate near) {
        LocalDate day = date(frame, direction, near).start();
        Grain grain = grain(frame);
        return day == null ? anchor.point(grain) : Point.in(grain, day);
    }

    private Point leapDay(Frame frame, Direction way) {
        int step = way == Direction.AHEAD ? 1 : -1;
        for (int year = anchor.year() - LEAP_CYCLE;
                frame.has(Slot.WEEKDAY) && year <= anchor.year() + LEAP_CYCLE;
                year++) {
            boolean leap = YearMonth.of(year, 2).isValidDay(29);
            if (leap && LocalDate.of(year, 2, 29).getDayOfWeek().getValue() == frame.get(Slot.WEEKDAY)) {
                return Point.in(Grain.DAY, LocalDate.of(year, 2, 29));
            }
        }
        int year = anchor.year();
        while (!YearMonth.of(year, 2).isValidDay(29)) {
            year += step;
        }
        return Point.in(Grain.DAY, LocalDate.of(year, 2, 29));
    }

    private Point month(Frame frame, Direction direction, @Nullable LocalDate near) {
        int month = frame.get(Slot.MONTH);
        if (years.hasYear(frame)) {
            return Point.in(Grain.MONTH, LocalDate.of(years.year(frame, anchor.year()), month, 1));
        }
        LocalDate inYear = LocalDate.of(anchor.year(), month, 1);
        if (month == anchor.month().getMonthValue() && near == null) {
            return Point.in(Grain.MONTH, inYear.plusYears(Years.which(frame)));
        }
        Direction way = Years.direction(frame, direction);
        if (near != null && years.follows(way, near)) {
            return Point.in(Grain.MONTH, inYear.withYear(years.yearAfter(near, inYear)));
        }
        int order = month - anchor.month().getMonthValue();
        int by =
                switch (way) {
                    case BACK -> order > 0 ? -1 : 0;
                    case AHEAD, PRESENT -> order < 0 ? 1 : 0;
                    case UNKNOWN -> years.nearest(inYear);
                };
        return Point.in(Grain.MONTH, inYear.plusYears(by));
    }

    /** "De 15e": of the month spoken of before, else of the month of publication. */
    private Point dayOfMonth(Frame frame, Direction direction, @Nullable LocalDate near) {
        YearMonth month = near == null ? anchor.month() : YearMonth.from(near);
        int day = frame.get(Slot.DAY);
        LocalDate today = anchor.day();
        if (near == null && today != null && frame.has(Slot.WEEKDAY)) {
            for (int by : new int[] {0, direction == Direction.BACK ? -1 : 1, direction == Direction.BACK ? 1 : -1}) {
                YearMonth candidate = month.plusMonths(by);
                if (candidate.isValidDay(day)
                        && candidate.atDay(day).getDayOfWeek().getValue() == frame.get(Slot.WEEKDAY)) {
                    return Point.in(Grain.DAY, candidate.atDay(day));
                }
            }
        }
        return Point.in(Grain.DAY, month.atDay(day));
    }

    private Point weekday(Frame frame, Direction direction) {
        DayOfWeek weekday = DayOfWeek.of(frame.get(Slot.WEEKDAY));
        LocalDate today = anchor.day();
        if (today == null) {
            return Point.openWeekday(anchor.year(), weekday.getValue());
        }
        if (frame.is(Slot.UNIT, "W")) {
            LocalDate monday = Grain.WEEK.startOf(today.plusWeeks(Years.which(frame)));
            return Point.in(Grain.DAY, monday.with(TemporalAdjusters.nextOrSame(weekday)));
        }
        if (frame.is(Slot.WHICH, "PREV")) {
            return Point.in(Grain.DAY, today.with(TemporalAdjusters.previous(weekday)));
        }
        if (frame.is(Slot.WHICH, "NEXT")) {
            return Point.in(Grain.DAY, today.with(TemporalAdjusters.next(weekday)));
        }
        boolean ahead =
                direction == Direction.AHEAD || (direction == Direction.UNKNOWN && frame.is(Slot.WHICH, "THIS"));
        return Point.in(
                Grain.DAY,
                today.with(ahead ? TemporalAdjusters.nextOrSame(weekday) : TemporalAdjusters.previousOrSame(weekday)));
    }

    /**
     * "Komend weekend" (with a count of one) is that of this week, unless it has begun; "het weekend" (two) likewise if
     * it lies ahead; "het nieuwe jaar" (one) is the next one as soon as half of this one is over.
     */
    private Point unit(Frame frame, Direction direction) {
        Grain grain = grain(frame);
        if (grain == Grain.YEAR && frame.has(Slot.YEAR)) {
            return Point.in(Grain.YEAR, LocalDate.of(frame.get(Slot.YEAR), 1, 1));
        }
        LocalDate today = anchor.day();
        boolean running =
                grain == Grain.WEEKEND && today != null && today.getDayOfWeek().getValue() >= SATURDAY;
        boolean next = frame.get(Slot.COUNT, 0) == 1 || (frame.has(Slot.COUNT) && direction == Direction.AHEAD);
        if (running && next) {
            return anchor.moved(grain, 1);
        }
        if (grain == Grain.YEAR && frame.has(Slot.COUNT)) {
            return anchor.moved(grain, anchor.month().getMonthValue() > MONTHS_OF_HALF ? 1 : 0);
        }
        return anchor.moved(grain, Years.which(frame));
    }

    /** The grain of a frame's unit; hours and less count as their day. */
    static Grain grain(Frame frame) {
        return switch (Slot.UNIT.name(frame.get(Slot.UNIT))) {
            case "WE" -> Grain.WEEKEND;
            case "W" -> Grain.WEEK;
            case "M" -> Grain.MONTH;
            case "Q" -> Grain.QUARTER;
            case "H2" -> Grain.HALF;
            case "Y" -> Grain.YEAR;
            case "SY" -> Grain.SEASON_YEAR;
            case "DE" -> Grain.DECADE;
            case "CE" -> Grain.CENTURY;
            default -> Grain.DAY;
        };
    }
}
