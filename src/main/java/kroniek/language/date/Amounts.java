package kroniek.language.date;

/**
 * Amounts of time, and their ISO 8601 durations. Amounts are in hundredths of a unit; 0 is an amount that is not
 * said.
 */
final class Amounts {

    /** An amount that the text leaves open: "enkele weken". */
    static final int OPEN = 0;

    private Amounts() {}

    /** The amount of a frame: given in hundredths, or as whole units with decimals. */
    static int of(Frame frame) {
        if (frame.has(Slot.AMOUNT)) {
            return frame.get(Slot.AMOUNT);
        }
        int count = frame.get(Slot.COUNT, 0);
        int whole = frame.has(Slot.GROUP) ? count * 1000 + frame.get(Slot.GROUP) : count;
        return whole * 100 + frame.get(Slot.TENTHS, 0) * 10 + frame.get(Slot.HUNDREDTHS, 0);
    }

    /** The duration that a frame describes, "P2Y3M", "PT45M", "PXD". */
    static String duration(Frame frame) {
        String unit = unit(frame, Slot.UNIT);
        int amount = of(frame);
        if (unit.equals("QUARTER")) {
            return amount == OPEN ? "PTXM" : "PT" + decimal(amount * 15) + "M";
        }
        if (unit.equals("H2")) {
            return "P" + (amount == OPEN ? "X" : decimal(amount * 6)) + "M";
        }
        String head = amount == OPEN ? iso(unit, "X") : iso(isoUnit(unit), decimal(amount * isoUnits(unit)));
        if (!frame.has(Slot.UNIT2)) {
            return head;
        }
        String two = head + tail(unit, frame, Slot.UNIT2, Slot.COUNT2);
        return frame.has(Slot.UNIT3) ? two + tail(unit(frame, Slot.UNIT2), frame, Slot.UNIT3, Slot.COUNT3) : two;
    }

    /** ISO 8601 has no quarters, decades and centuries: they are months and years. */
    private static String isoUnit(String unit) {
        return switch (unit) {
            case "Q" -> "M";
            case "DE", "CE" -> "Y";
            default -> unit;
        };
    }

    private static int isoUnits(String unit) {
        return switch (unit) {
            case "Q" -> 3;
            case "DE" -> 10;
            case "CE" -> 100;
            default -> 1;
        };
    }

    /** Whether the unit is an hour or less. */
    static boolean isClock(Frame frame) {
        String unit = unit(frame, Slot.UNIT);
        return isClock(unit) || unit.equals("QUARTER");
    }

    /** The amount of hours or less, in seconds, no more than a day. */
    static int seconds(Frame frame) {
        int factor =
                switch (unit(frame, Slot.UNIT)) {
                    case "H" -> 3600;
                    case "QUARTER" -> 900;
                    case "MIN" -> 60;
                    default -> 1;
                };
        return (int) Math.min(24L * 3600, (long) of(frame) * factor / 100);
    }

    private static String tail(String larger, Frame frame, Slot unit, Slot count) {
        boolean quarters = unit(frame, unit).equals("QUARTER");
        int number = frame.get(count, 0) * (quarters ? 15 : 1);
        String smaller = iso(quarters ? "MIN" : unit(frame, unit), Integer.toString(number));
        return smaller.substring(smaller.startsWith("PT") && isClock(larger) ? 2 : 1);
    }

    private static String unit(Frame frame, Slot slot) {
        return slot.name(frame.get(slot));
    }

    private static boolean isClock(String unit) {
        return unit.equals("H") || unit.equals("MIN") || unit.equals("S");
    }

    private static String iso(String unit, String amount) {
        return switch (unit) {
            case "S" -> "PT" + amount + "S";
            case "MIN" -> "PT" + amount + "M";
            case "H" -> "PT" + amount + "H";
            default -> "P" + amount + unit;
        };
    }

    private static String decimal(int hundredths) {
        String whole = Integer.toString(hundredths / 100);
        int rest = hundredths % 100;
        if (rest == 0) {
            return whole;
        }
        return whole + "." + (rest % 10 == 0 ? Integer.toString(rest / 10) : Grain.two(rest));
    }
}
