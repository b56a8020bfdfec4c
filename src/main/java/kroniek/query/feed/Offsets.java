package kroniek.query.feed;

import java.util.Arrays;
import java.util.stream.LongStream;

/** The next offset of every slot of a {@link Log}. Immutable. */
public final class Offsets {

    private final long[] next;

    private Offsets(long[] next) {
        this.next = next;
    }

    /** Offsets, in the order of their slots. */
    public static Offsets of(long... next) {
        return new Offsets(next.clone());
    }

    /** The beginning of so many slots. */
    static Offsets beginning(int slots) {
        return new Offsets(new long[slots]);
    }

    /** How many slots there are. */
    int slots() {
        return next.length;
    }

    /** The next offset of a slot. */
    long next(int slot) {
        return next[slot];
    }

    /** Whether every slot is at least as far as in others. */
    boolean covers(Offsets others) {
        for (int slot = 0; slot < next.length; slot++) {
            if (next[slot] < others.next[slot]) {
                return false;
            }
        }
        return true;
    }

    /** The same, behind a record of a slot. */
    Offsets behind(int slot, long offset) {
        long[] changed = next.clone();
        changed[slot] = offset + 1;
        return new Offsets(changed);
    }

    /** So many offsets earlier in every slot, but not before the beginning. */
    Offsets minus(long most) {
        return new Offsets(
                LongStream.of(next).map(offset -> Math.max(0, offset - most)).toArray());
    }

    /** The later of both in every slot. */
    Offsets max(Offsets others) {
        long[] later = next.clone();
        for (int slot = 0; slot < later.length; slot++) {
            later[slot] = Math.max(later[slot], others.next[slot]);
        }
        return new Offsets(later);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Offsets offsets && Arrays.equals(next, offsets.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return Arrays.toString(next);
    }
}
