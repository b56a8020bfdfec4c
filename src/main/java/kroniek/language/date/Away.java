package kroniek.language.date;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts from an anchor: "tien dagen geleden", "over drie weken", "twee maanden later". */
final class Away {

    /** So many days after a day of a month are most likely in that month. */
    private static final int FEW_DAYS = 15;

    /** Three months in hundredths: so many lead from one season to another. */
    private static final int SEASON = 300;

    private static final int DAYS_OF_MONTH = 30;

    /** One year in hundredths. */
    private static final int YEAR = 100;

    private final Anchor anchor;

    Away(Anchor anchor) {
        this.anchor = anchor;
    }

    /**
     * The point that lies an amount before or after the last point of the text, or where there is none or the frame
     * asks for
     * it, the publication date; null where the amount is not said.
     */
    @Nullable
    Point point(Frame frame, @Nullable Point spokenOf) {
        int amount = Amounts.of(frame);
        if (amount == Amounts.OPEN) {
            return null;
        }
        int signed = frame.is(Slot.SIGN, "BEFORE") ? -amount : amount;
        return spokenOf != null && isFromText(frame, spokenOf)
                ? fromText(frame, signed, spokenOf)
                : fromPublication(frame, signed);
    }

    /** Whether the amount counts from the last point of the text. */
    static boolean isFromText(Frame frame, @Nullable Point spokenOf) {
        return frame.is(Slot.ANCHOR, "DISCOURSE") && spokenOf != null;
    }

    /** "Vandaag over een week", "maandag een maand geleden": what is counted from a day is a day; null as above. */
    @Nullable
    Point fromDay(Frame frame, Point day) {
        int amount = Amounts.of(frame);
        if (amount == Amounts.OPEN) {
            return null;
        }
        int signed = frame.is(Slot.SIGN, "BEFORE") ? -amount : amount;
        LocalDate start = day.start();
        if (start != null) {
            return Point.in(Grain.DAY, moved(frame, Points.grain(frame), start, signed));
        }
        boolean weeks = Points.grain(frame) == Grain.WEEK;
        return weeks && day.weekday() > 0 ? day : Point.open(Grain.DAY, openValue(Grain.DAY, day));
    }

    private Point fromPublication(Frame frame, int amount) {
        Grain grain = Points.grain(frame);
        if (amount % 100 == 0 || grain == Grain.DAY) {
            int by = amount / 100;
            return switch (grain) {
                case DAY -> anchor.moved(Grain.DAY, days(frame, amount));
                case CENTURY, DECADE -> anchor.moved(Grain.YEAR, by * (grain == Grain.CENTURY ? 100 : 10));
                default -> anchor.moved(grain, by);
            };
        }
        return switch (grain) {
            case WEEK, WEEKEND -> anchor.moved(Grain.DAY, amount * 7 / 100);
            case MONTH -> halfMonths(amount);
            case CENTURY, DECADE -> anchor.moved(Grain.YEAR, amount * (grain == Grain.CENTURY ? 100 : 10) / 100);
            default -> anchor.moved(Grain.MONTH, amount * 12 / 100);
        };
    }

    /** "Anderhalve maand geleden": half a month is fifteen days. */
    private Point halfMonths(int amount) {
        LocalDate today = anchor.day();
        if (today == null) {
            return anchor.moved(Grain.MONTH, amount / 100);
        }
        return Point.in(Grain.MONTH, today.plusMonths(amount / 100).plusDays(amount % 100 * DAYS_OF_MONTH / 100));
    }

    private static int days(Frame frame, int amount) {
        return switch (Slot.UNIT.name(frame.get(Slot.UNIT))) {
            case "H" -> amount / 2400;
            case "MIN", "S", "QUARTER" -> 0;
            default -> amount / 100;
        };
    }

    private Point fromText(Frame frame, int amount, Point from) {
        Grain grain = Points.grain(frame);
        LocalDate start = from.start();
        if (start == null && grain == Grain.DAY && from.weekday() > 0) {
            int weekday = Math.floorMod(from.weekday() - 1 + days(frame, amount), 7) + 1;
            return Point.openWeekday(Integer.parseInt(from.value().substring(0, 4)), weekday);
        }
        if (start == null && grain.compareTo(Grain.YEAR) >= 0 && isYear(from.value())) {
            start = LocalDate.of(Integer.parseInt(from.value().substring(0, 4)), 1, 1);
        }
        if (start == null) {
            return Point.open(grain, openValue(grain, from));
        }
        if (from.grain() == Grain.MONTH && grain == Grain.DAY && Math.abs(days(frame, amount)) < FEW_DAYS) {
            return Point.open(Grain.DAY, from.value() + "-XX");
        }
        boolean threeMonths = grain == Grain.MONTH && amount % SEASON == 0;
        if (threeMonths && (from.grain() == Grain.SEASON || from.grain() == Grain.QUARTER)) {
            return Point.in(from.grain(), start.plusMonths(amount / 100));
        }
        if (isYearOfSame(from.grain(), grain, amount)) {
            return Point.in(from.grain(), start.plusYears(amount / 100));
        }
        if (from.grain().compareTo(grain) > 0 && grain.compareTo(Grain.YEAR) < 0) {
            return Point.open(grain, openValue(grain, from));
        }
        return Point.in(resultGrain(grain), moved(frame, grain, start, amount));
    }

    /** Firms compare a quarter or a half with the same one "een jaar eerder". */
    private static boolean isYearOfSame(Grain from, Grain unit, int amount) {
        boolean year = unit == Grain.YEAR && Math.abs(amount) == YEAR;
        return year && (from == Grain.QUARTER || from == Grain.HALF);
    }

    private static Grain resultGrain(Grain grain) {
        return grain.compareTo(Grain.YEAR) > 0 ? Grain.YEAR : grain;
    }

    private static LocalDate moved(Frame frame, Grain grain, LocalDate start, int amount) {
        return switch (grain) {
            case DAY -> start.plusDays(days(frame, amount));
            case WEEKEND, WEEK -> start.plusDays(amount * 7 / 100);
            case MONTH -> start.plusMonths(amount / 100);
            case QUARTER, SEASON -> start.plusMonths(3L * amount / 100);
            case HALF -> start.plusMonths(6L * amount / 100);
            case YEAR, SEASON_YEAR -> start.plusMonths(12L * amount / 100);
            case DECADE -> start.plusYears(10L * amount / 100);
            case CENTURY -> start.plusYears(amount);
        };
    }

    private static boolean isYear(String value) {
        return value.length() >= 4 && Character.isDigit(value.charAt(0)) && Character.isDigit(value.charAt(3));
    }

    /** What is known when the anchor is coarser than the unit: at most its year. */
    private static String openValue(Grain grain, Point from) {
        String value = from.value();
        String year = isYear(value) ? value.substring(0, 4) : "XXXX";
        return switch (grain) {
            case DAY -> year + "-XX-XX";
            case WEEK -> year + "-WXX";
            case WEEKEND -> year + "-WXX-WE";
            case MONTH -> year + "-XX";
            default -> "XXXX";
        };
    }
}
