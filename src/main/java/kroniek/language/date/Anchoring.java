package kroniek.language.date;

/** What the value of the match at hand is computed from, noted while it is computed. */
final class Anchoring {

    /** No place in time. */
    static final int NOTHING = -1;

    /** The match itself. */
    static final int ITSELF = -2;

    /** The publication date. */
    static final int PUBLICATION = -3;

    private int at = NOTHING;

    void nothing() {
        at = NOTHING;
    }

    void publication() {
        at = PUBLICATION;
    }

    /** The match that begins at a token. */
    void text(int token) {
        at = token;
    }

    /** The frame itself, where it says its year; else the publication date, until the text turns out to settle it. */
    void frame(Frame frame) {
        at = saysItsYear(frame) ? ITSELF : PUBLICATION;
    }

    /** A range whose ends say this: its second end counts from the first, unless it counts from publication. */
    void range(Frame from, Frame to) {
        boolean relative = !saysItsYear(to) && (to.has(Slot.SHIFT) || to.has(Slot.WHICH));
        at = saysItsYear(from) && !relative ? ITSELF : PUBLICATION;
    }

    private static boolean saysItsYear(Frame frame) {
        if (frame.has(Slot.CENTURY)) {
            return frame.get(Slot.CENTURY) > 0;
        }
        return frame.has(Slot.YEAR) || frame.has(Slot.SHORTYEAR) || frame.has(Slot.DECADE);
    }

    /** The first token of the match, or one of the constants above. */
    int at() {
        return at;
    }
}
