package kroniek.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one calendar month that a TIMEX3 value lies in, where there is one. */
final class SettledMonth {

    /** {@code 2018-02}, and whatever stands behind it: a day, also one that is open, and a time. */
    private static final Pattern IN_MONTH = Pattern.compile("(\\d{4})-(\\d{2})(?:[-T].*)?");

    /** {@code 2018-W06}, {@code 2018-W06-WE}, {@code 2018-W06-3}. */
    private static final Pattern IN_WEEK = Pattern.compile("(\\d{4})-W(\\d{2})(?:-(WE|[1-7]))?(?:T.*)?");

    /** The fourth of January lies in the first week of its year (ISO 8601). */
    private static final int IN_FIRST_WEEK = 4;

    private static final int LAST_YEAR = 9999;

    private SettledMonth() {}

    /** Of a point or a period, of a range where both its ends lie in the same month. */
    static Optional<YearMonth> of(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            return ofPoint(value).filter(SettledMonth::canBeWritten);
        }
        Optional<YearMonth> to = ofPoint(value.substring(slash + 1));
        return ofPoint(value.substring(0, slash))
                .filter(from -> to.filter(from::equals).isPresent())
                .filter(SettledMonth::canBeWritten);
    }

    /** The last weekend of 9999 ends in a year of five digits, which no key has. */
    private static boolean canBeWritten(YearMonth month) {
        return month.getYear() >= 1 && month.getYear() <= LAST_YEAR;
    }

    private static Optional<YearMonth> ofPoint(String point) {
        Matcher month = IN_MONTH.matcher(point);
        Matcher week = IN_WEEK.matcher(point);
        try {
            if (month.matches()) {
                return Optional.of(YearMonth.of(Integer.parseInt(month.group(1)), Integer.parseInt(month.group(2))));
            }
            return week.matches() ? ofWeek(week) : Optional.empty();
        } catch (DateTimeException noSuchMonthOrWeek) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> ofWeek(Matcher week) {
        LocalDate monday = LocalDate.of(Integer.parseInt(week.group(1)), 1, IN_FIRST_WEEK)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, Integer.parseInt(week.group(2)))
                .with(DayOfWeek.MONDAY);
        String part = week.group(3) == null ? "" : week.group(3);
        LocalDate first =
                switch (part) {
                    case "" -> monday;
                    case "WE" -> monday.with(DayOfWeek.SATURDAY);
                    default -> monday.with(DayOfWeek.of(Integer.parseInt(part)));
                };
        LocalDate last = part.isEmpty() || part.equals("WE") ? monday.with(DayOfWeek.SUNDAY) : first;
        return Optional.of(YearMonth.from(first)).filter(YearMonth.from(last)::equals);
    }
}
