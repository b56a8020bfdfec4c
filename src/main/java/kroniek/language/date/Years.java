package kroniek.language.date;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Finds the year of an expression: what it says, or what its direction, its weekday or the text before asks for. */
final class Years {

    /** A two-digit year further ahead than this belongs to the century before. */
    private static final int AHEAD_OF_TIME = 12;

    private final Anchor anchor;

    Years(Anchor anchor) {
        this.anchor = anchor;
    }

    /** Whether the frame says its year: in digits, or as last, this or next year. */
    boolean hasYear(Frame frame) {
        return frame.has(Slot.YEAR) || frame.has(Slot.SHORTYEAR) || frame.is(Slot.UNIT, "Y");
    }

    /** The year that the frame says, or another. */
    int year(Frame frame, int otherwise) {
        if (frame.has(Slot.YEAR)) {
            return frame.get(Slot.YEAR);
        }
        if (frame.has(Slot.SHORTYEAR)) {
            return fullYear(frame.get(Slot.SHORTYEAR));
        }
        return frame.is(Slot.UNIT, "Y") ? anchor.year() + which(frame) : otherwise;
    }

    private int fullYear(int twoDigits) {
        int inCentury = anchor.year() / 100 * 100 + twoDigits;
        return inCentury > anchor.year() + AHEAD_OF_TIME ? inCentury - 100 : inCentury;
    }

    /** Minus one for the last, nought for this, one for the next. */
    static int which(Frame frame) {
        return frame.has(Slot.WHICH) ? frame.get(Slot.WHICH) - 1 : 0;
    }

    /** The direction that the frame says, or another. */
    static Direction direction(Frame frame, Direction otherwise) {
        return switch (which(frame)) {
            case -1 -> Direction.BACK;
            case 1 -> Direction.AHEAD;
            default -> otherwise;
        };
    }

    /** How many years a date of the anchor's year has to move to lie in the direction. */
    int years(Direction way, LocalDate inYear, @Nullable LocalDate near, boolean strictly) {
        if (near != null && follows(way, near)) {
            return yearAfter(near, inYear) - anchor.year();
        }
        LocalDate today = anchor.day();
        int order = today == null
                ? YearMonth.from(inYear).compareTo(anchor.month())
                : strictly && inYear.equals(today) ? -which(way) : inYear.compareTo(today);
        return switch (way) {
            case BACK -> order > 0 ? -1 : 0;
            case AHEAD, PRESENT -> order < 0 ? 1 : 0;
            case UNKNOWN -> nearest(inYear);
        };
    }

    /** Whether a date without year is told behind a day of an earlier year, and so counts from that day. */
    boolean follows(Direction way, LocalDate near) {
        return way == Direction.BACK && near.getYear() < anchor.year();
    }

    /** News tells what happened in order: "Op 6 mei 2002 ... In januari" is the January after it, if that is past. */
    int yearAfter(LocalDate near, LocalDate inYear) {
        LocalDate month = inYear.withYear(near.getYear()).withDayOfMonth(1);
        boolean earlier = month.isBefore(near.withDayOfMonth(1));
        boolean nextIsPast = !month.plusYears(1).isAfter(anchor.month().atDay(1));
        return earlier && nextIsPast ? near.getYear() + 1 : near.getYear();
    }

    private static int which(Direction way) {
        return way == Direction.BACK ? -1 : 1;
    }

    /** Without any sign of direction the nearest one; half a year away, the past. */
    int nearest(LocalDate inYear) {
        int months = (inYear.getYear() - anchor.year()) * 12
                + inYear.getMonthValue()
                - anchor.month().getMonthValue();
        return months >= 6 ? -1 : months < -7 ? 1 : 0;
    }

    /** "Zaterdag 23 juli" is in the nearest year that has it on that weekday; where none has, this year. */
    static LocalDate onWeekday(LocalDate inYear, int weekday) {
        for (int years : new int[] {0, 1, -1, 2, -2, 3, -3}) {
            LocalDate day = inYear.plusYears(years);
            if (day.getDayOfWeek().getValue() == weekday) {
                return day;
            }
        }
        return inYear;
    }
}
