package kroniek.language.date;

/** The TIMEX3 values of what recurs: every Tuesday, every year, every second week. */
final class Sets {

    private Sets() {}

    /** The value of a frame. */
    static String value(Frame frame) {
        if (frame.has(Slot.UNIT)) {
            return frame.is(Slot.UNIT, "WE") ? "XXXX-WXX-WE" : Amounts.duration(once(frame));
        }
        String day = day(frame);
        return Clock.onlyDate(frame)
                ? day
                : Clock.at(Point.open(Grain.DAY, day), frame, null).text();
    }

    private static Frame once(Frame frame) {
        return frame.has(Slot.AMOUNT) || frame.has(Slot.COUNT) ? frame : frame.with(Slot.COUNT, 1);
    }

    private static String day(Frame frame) {
        if (frame.has(Slot.WEEKDAY)) {
            return "XXXX-WXX-" + frame.get(Slot.WEEKDAY);
        }
        if (frame.has(Slot.SEASON)) {
            return "XXXX-" + Slot.SEASON.name(frame.get(Slot.SEASON));
        }
        String month = "XXXX-" + (frame.has(Slot.MONTH) ? Grain.two(frame.get(Slot.MONTH)) : "XX");
        if (frame.has(Slot.DAY)) {
            return month + "-" + Grain.two(frame.get(Slot.DAY));
        }
        return frame.has(Slot.MONTH) ? month : month + "-XX";
    }
}
