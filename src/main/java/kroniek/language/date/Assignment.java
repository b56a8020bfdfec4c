package kroniek.language.date;

import java.util.Locale;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile.Line;

/**
 * A slot with what it is set to, as data files write it: {@code month=1}, {@code part=MO}.
 *
 * @param slot the slot
 * @param value its value
 */
record Assignment(Slot slot, int value) {

    /**
     * Reads one assignment.
     *
     * @throws DataException for an unknown slot or a value that it cannot hold
     */
    static Assignment read(Line line, String written) {
        int equals = written.indexOf('=');
        if (equals <= 0) {
            throw line.error("'" + written + "' is no assignment such as month=1");
        }
        Slot slot = slot(line, written.substring(0, equals));
        try {
            return new Assignment(slot, slot.read(written.substring(equals + 1)));
        } catch (IllegalArgumentException wrong) {
            throw line.error("'" + written + "': " + wrong.getMessage());
        }
    }

    /**
     * The slot of a name in any case.
     *
     * @throws DataException if there is none
     */
    static Slot slot(Line line, String name) {
        try {
            return Slot.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw line.error("there is no slot '" + name + "'");
        }
    }
}
