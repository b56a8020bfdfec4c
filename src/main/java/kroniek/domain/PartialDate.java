package kroniek.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A calendar date known to the month, the day or the minute, without a time zone (local to the publication). Written in ISO
 * 8601: {@code 2018-02}, {@code 2018-02-07} or {@code 2018-02-07T12:16}. Ordered by that form, so that a month stands before its
 * days and a day before its minutes.
 *
 * @param month the month, years 0001 to 9999
 * @param day day of the month, or null where only the month is known
 * @param time hour and minute, or null where it is not known; never known without a day
 */
public record PartialDate(
        YearMonth month, @Nullable Integer day, @Nullable LocalTime time) implements Comparable<PartialDate> {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2})(?:T(\\d{2}):(\\d{2}))?)?");

    private static final Comparator<PartialDate> BY_ISO_FORM = Comparator.comparing(PartialDate::month)
            .thenComparing(PartialDate::day, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(PartialDate::time, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** @throws IllegalArgumentException if a time comes without a day, or the day is not one of the month's */
    public PartialDate {
        if (month.getYear() < 1 || month.getYear() > 9999) {
            throw new IllegalArgumentException("year out of range: " + month.getYear());
        }
        if (day == null && time != null) {
            throw new IllegalArgumentException("a time of day needs a day");
        }
        if (day != null && !month.isValidDay(day)) {
            throw new IllegalArgumentException("no day " + day + " in " + month);
        }
        if (time != null) {
            time = LocalTime.of(time.getHour(), time.getMinute());
        }
    }

    /** A date known to the month. */
    public static PartialDate of(YearMonth month) {
        return new PartialDate(month, null, null);
    }

    /** A date known to the day. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(YearMonth.from(date), date.getDayOfMonth(), null);
    }

    /** A date known to the minute; seconds are dropped. */
    public static PartialDate of(LocalDate date, LocalTime time) {
        return new PartialDate(YearMonth.from(date), date.getDayOfMonth(), time);
    }

    /** Reads one of the three ISO forms; empty for everything else, also for a day that does not exist (2018-02-30). */
    public static Optional<PartialDate> parse(String iso) {
        Matcher m = ISO.matcher(iso);
        if (!m.matches()) {
            return Optional.empty();
        }
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
            Integer day = m.group(3) == null ? null : Integer.valueOf(m.group(3));
            LocalTime time = m.group(4) == null
                    ? null
                    : LocalTime.of(Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)));
            return Optional.of(new PartialDate(month, day, time));
        } catch (DateTimeException | IllegalArgumentException outOfRange) {
            return Optional.empty();
        }
    }

    /** The day, where it is known. */
    public Optional<LocalDate> date() {
        return day == null ? Optional.empty() : Optional.of(month.atDay(day));
    }

    /** Whether this says the same as {@code other} and at least as much: 2018-02-07 refines 2018-02. */
    public boolean refines(PartialDate other) {
        return month.equals(other.month)
                && (other.day == null || other.day.equals(day))
                && (other.time == null || other.time.equals(time));
    }

    @Override
    public int compareTo(PartialDate other) {
        return BY_ISO_FORM.compare(this, other);
    }

    @Override
    public String toString() {
        if (day == null) {
            return month.toString();
        }
        LocalDate date = month.atDay(day);
        return time == null ? date.toString() : date.atTime(time).toString();
    }
}
