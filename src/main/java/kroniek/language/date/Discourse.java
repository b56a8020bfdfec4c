package kroniek.language.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the text spoke of last: the point that "twee maanden later" and "diezelfde dag" count from. */
final class Discourse {

    private static final int MINUTES_OF_DAY = 24 * 60;

    private @Nullable Point last;
    private @Nullable Point day;
    private boolean night;
    private @Nullable Point clockDay;
    private int clockMinutes;
    private int clockAt;
    private int part = Slot.UNSET;
    private int partAt;
    private int lastAt;
    private int dayAt;
    private @Nullable Point fine;
    private int fineAt;

    /** Remembers a point that stands at a token, and the time of day that came with it. */
    void note(Point point, int token, Frame frame) {
        night = frame.is(Slot.PART, "NI") && !frame.has(Slot.HOUR) && point.grain() == Grain.DAY;
        part(frame, token);
        if (frame.has(Slot.HOUR) || isOtherDay(point)) {
            clock(point, frame, token);
        }
        last = point;
        lastAt = token;
        if (point.grain().compareTo(Grain.MONTH) <= 0) {
            fine = point;
            fineAt = token;
        }
        if (point.grain() == Grain.DAY) {
            day = point;
            dayAt = token;
        }
    }

    /** Remembers the part of the day that a frame without a clock time names. */
    void part(Frame frame, int token) {
        part = frame.has(Slot.HOUR) ? Slot.UNSET : frame.get(Slot.PART, Slot.UNSET);
        partAt = token;
    }

    /** A clock time stays that of the text until another day is named. */
    private boolean isOtherDay(Point point) {
        boolean sameDay = clockDay != null && clockDay.value().equals(point.value());
        return point.grain() == Grain.DAY && !sameDay;
    }

    /** Remembers the day that a clock time at a token is of. */
    void clockDay(Point point, int token) {
        if (!point.equals(day)) {
            night = false;
            part = Slot.UNSET;
        }
        day = point;
        dayAt = token;
    }

    /** Remembers the clock time of a frame at a token on a day; a point without one makes the last one forgotten. */
    void clock(Point point, Frame frame, int token) {
        clockAt = token;
        clockDay = point.grain() == Grain.DAY && frame.has(Slot.HOUR) ? point : null;
        clockMinutes = Clock.minutes(frame);
    }

    /** Moves the clock time by seconds, into another day if need be, as a token says. */
    void moveClock(int seconds, int token) {
        clockAt = token;
        Point from = clockDay;
        int minutes = clockMinutes + seconds / 60;
        LocalDate start = from == null ? null : from.start();
        if (start != null) {
            clockDay = Point.in(Grain.DAY, start.plusDays(Math.floorDiv(minutes, MINUTES_OF_DAY)));
        }
        clockMinutes = Math.floorMod(minutes, MINUTES_OF_DAY);
    }

    /** The part of the day that the text named last, without a clock time, at the token or later; or UNSET. */
    int partSince(int token) {
        return partAt >= token ? part : Slot.UNSET;
    }

    /** Whether the text spoke of a clock time at the token or later. */
    boolean clockSince(int token) {
        return clockDay != null && dayAt >= token;
    }

    /** The day of the clock time that the text spoke of last; null where no clock time counts any more. */
    @Nullable
    Point clockDay() {
        return clockDay;
    }

    /** The clock time that the text spoke of last, in minutes since midnight. */
    int clockMinutes() {
        return clockMinutes;
    }

    /** The token of the clock time that the text spoke of last. */
    int clockAt() {
        return clockAt;
    }

    /** The last point of any grain. */
    @Nullable
    Point last() {
        return last;
    }

    /** The token of the last point. */
    int lastAt() {
        return lastAt;
    }

    /** The last point of at most a month, if it stands at the token or later; else the last point. */
    @Nullable
    Point lastFine(int token) {
        return isFineSince(token) ? fine : last;
    }

    /** The token of {@link #lastFine}. */
    int lastFineAt(int token) {
        return isFineSince(token) ? fineAt : lastAt;
    }

    private boolean isFineSince(int token) {
        return fineAt >= token && fine != null;
    }

    /** The last day. */
    @Nullable
    Point day() {
        return day;
    }

    /** The token of the last day. */
    int dayAt() {
        return dayAt;
    }

    /** The last day, if it stands at the token or later; for a morning time the day after a night. */
    @Nullable
    Point daySince(int token, boolean morning) {
        Point found = dayAt >= token ? day : null;
        return night && morning && found != null ? found.next() : found;
    }

    /** The year, if the last point is one, or a season, and stands at the token or later. */
    @Nullable
    Integer yearSince(int token) {
        Point point = last;
        boolean year = point != null && (point.grain() == Grain.YEAR || point.grain() == Grain.SEASON);
        LocalDate start = year && lastAt >= token && point != null ? point.start() : null;
        return start == null ? null : Integer.valueOf(start.getYear());
    }

    /**
     * The first day of the last point of at most this grain, if it stands at the token or later; null where it is
     * open.
     */
    @Nullable
    LocalDate since(int token, Grain coarsest) {
        return between(token, Integer.MAX_VALUE, coarsest);
    }

    /**
     * The first day of the last point of at most this grain, if it stands from one token to another; seasons do not
     * count.
     */
    @Nullable
    LocalDate between(int fromToken, int toToken, Grain coarsest) {
        Point point = last;
        boolean there = point != null && lastAt >= fromToken && lastAt <= toToken;
        boolean counts = there && point != null && point.grain().compareTo(coarsest) <= 0;
        return counts && point != null && point.grain() != Grain.SEASON ? point.start() : null;
    }
}
