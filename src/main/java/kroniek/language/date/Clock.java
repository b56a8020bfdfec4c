package kroniek.language.date;

import java.util.List;
import kroniek.domain.TemporalExpression;
import org.jspecify.annotations.Nullable;

/** The time of day that a frame says, in 24 hours. */
final class Clock {

    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final int SMALL_HOURS = 6 * 60;
    private static final List<Slot> DATES = List.of(
            Slot.YEAR,
            Slot.SHORTYEAR,
            Slot.MONTH,
            Slot.DAY,
            Slot.WEEKDAY,
            Slot.SHIFT,
            Slot.FEAST,
            Slot.EASTER,
            Slot.UNIT,
            Slot.SEASON,
            Slot.DECADE,
            Slot.CENTURY,
            Slot.WEEK,
            Slot.QUARTER,
            Slot.HALF);

    private Clock() {}

    /** Whether the frame says nothing about the time of day. */
    static boolean onlyDate(Frame frame) {
        return !frame.has(Slot.HOUR) && !frame.has(Slot.PART);
    }

    /** Whether the frame says nothing but the time of day. */
    static boolean onlyTime(Frame frame) {
        return !onlyDate(frame) && !frame.hasAny(DATES);
    }

    /** Whether the frame says an hour before noon. */
    static boolean isMorning(Frame frame) {
        return frame.has(Slot.HOUR) && minutes(frame) < MINUTES_OF_DAY / 2;
    }

    /** Whether the frame says the first minute of the day: "na middernacht". */
    static boolean isDayBreak(Frame frame) {
        return frame.has(Slot.HOUR) && minutes(frame) == 0;
    }

    /** Whether the frame says the end of the day. */
    static boolean isMidnight(Frame frame) {
        return frame.has(Slot.HOUR) && minutes(frame) == MINUTES_OF_DAY;
    }

    /** Whether the frame says one of the first hours after midnight. */
    static boolean isSmallHours(Frame frame) {
        return frame.has(Slot.HOUR) && minutes(frame) < SMALL_HOURS;
    }

    /** The time of the frame on a day. Midnight is the beginning of the next day. */
    static Value at(Point day, Frame frame, @Nullable String mod) {
        if (!frame.has(Slot.HOUR)) {
            return new Value(
                    TemporalExpression.Type.TIME, day.value() + "T" + Slot.PART.name(frame.get(Slot.PART)), mod);
        }
        int minutes = Math.floorMod(minutes(frame), MINUTES_OF_DAY + 1);
        String date = day.value();
        Point next = day.next();
        if (minutes == MINUTES_OF_DAY && !next.equals(day)) {
            date = next.value();
            minutes = 0;
        }
        return new Value(
                TemporalExpression.Type.TIME,
                date + "T" + Grain.two(minutes / 60) + ":" + Grain.two(minutes % 60),
                mod);
    }

    private static int spoken(Frame frame) {
        int spoken = frame.get(Slot.SPOKEN, 0);
        return switch (frame.has(Slot.FROM) ? Slot.FROM.name(frame.get(Slot.FROM)) : "") {
            case "BEFORE_HOUR" -> -spoken;
            case "AFTER_HOUR" -> spoken;
            case "BEFORE_HALF" -> -30 - spoken;
            case "AFTER_HALF" -> -30 + spoken;
            default -> 0;
        };
    }

    /** Minutes since midnight of the frame's clock time. */
    static int minutes(Frame frame) {
        int hour = frame.get(Slot.HOUR, 0);
        if (frame.has(Slot.PART) && hour <= 12) {
            hour = switch (Slot.PART.name(frame.get(Slot.PART))) {
                case "AF" -> hour < 7 || (hour == 12 && frame.get(Slot.MINUTE, 0) < 0) ? hour % 12 + 12 : hour;
                case "EV" -> hour == 12 ? 24 : hour + 12;
                case "NI" -> hour == 12 ? 24 : hour > 8 ? hour + 12 : hour;
                default -> hour;
            };
        }
        int minutes = hour * 60 + frame.get(Slot.MINUTE, 0) + spoken(frame);
        return minutes < 0 ? minutes + MINUTES_OF_DAY : minutes;
    }
}
