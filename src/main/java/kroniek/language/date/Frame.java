package kroniek.language.date;

import static kroniek.language.date.Slot.UNSET;

import java.util.Arrays;
import java.util.List;

/** What one expression, or one end of a range, says: a value or nothing for every slot. */
final class Frame {

    /** The values of all slots from {@code first} on; nobody changes them. */
    private final int[] values;

    private final int first;

    private Frame(int[] values, int first) {
        this.values = values;
        this.first = first;
    }

    /** Side {@code side} (0 or 1) of the slots that a match collected. */
    static Frame of(int[] slots, int side) {
        return new Frame(slots, side * Slot.COUNT_OF_SLOTS);
    }

    /** Whether something was said about the slot. */
    boolean has(Slot slot) {
        return values[first + slot.index()] != UNSET;
    }

    /** Whether something was said about one of the slots. */
    boolean hasAny(List<Slot> slots) {
        for (int i = 0; i < slots.size(); i++) {
            if (has(slots.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The value of a slot that {@link #has} one. */
    int get(Slot slot) {
        return values[first + slot.index()];
    }

    /** The value of a slot, or another where nothing was said. */
    int get(Slot slot, int otherwise) {
        return has(slot) ? get(slot) : otherwise;
    }

    /** Whether the slot holds the named value. */
    boolean is(Slot slot, String name) {
        return has(slot) && slot.name(get(slot)).equals(name);
    }

    /** The same with one slot set. */
    Frame with(Slot slot, int value) {
        int[] copy = copy();
        copy[slot.index()] = value;
        return new Frame(copy, 0);
    }

    /** The same with nothing said about the given slots. */
    Frame without(Iterable<Slot> slots) {
        int[] copy = copy();
        for (Slot slot : slots) {
            copy[slot.index()] = UNSET;
        }
        return new Frame(copy, 0);
    }

    /** The same with what {@code other} says about the given slots, where this one says nothing about them. */
    Frame fill(Frame other, Iterable<Slot> slots) {
        int[] copy = null;
        for (Slot slot : slots) {
            if (!has(slot) && other.has(slot)) {
                copy = copy == null ? copy() : copy;
                copy[slot.index()] = other.get(slot);
            }
        }
        return copy == null ? this : new Frame(copy, 0);
    }

    private int[] copy() {
        return Arrays.copyOfRange(values, first, first + Slot.COUNT_OF_SLOTS);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Slot slot : Slot.values()) {
            if (has(slot)) {
                out.append(slot).append('=').append(get(slot)).append(' ');
            }
        }
        return out.toString().stripTrailing();
    }
}
