package kroniek.language.actor;

/**
 * How an article spells the words that it has with a capital somewhere: also in small letters, with a capital in running text, with a
 * capital where only a name has one. A hash table from word numbers to three bits.
 */
final class Spellings {

    /** In small letters. */
    static final int SMALL = 1;

    /** With a capital, in a sentence that is not all capitals. */
    static final int CAPITAL = 2;

    /** With a capital that neither the beginning of a sentence nor a headline explains. */
    static final int INSIDE = 4;

    private static final int FLAGS = 3;

    /** A word's number and one, then its bits; 0 where there is no word. */
    private final int[] slots;

    /** @param words how many words there are at most */
    Spellings(int words) {
        this.slots = new int[Integer.highestOneBit(Math.max(4, words)) * 4];
    }

    /** Adds a word whose spellings shall be remembered. */
    void add(int word) {
        int at = at(word);
        if (slots[at] == 0) {
            slots[at] = (word + 1) << FLAGS;
        }
    }

    /** Remembers a spelling of a word, if it was added. */
    void see(int word, int spelling) {
        int at = at(word);
        if (slots[at] != 0) {
            slots[at] |= spelling;
        }
    }

    /** Whether a word that was added has a spelling. */
    boolean has(int word, int spelling) {
        return (slots[at(word)] & spelling) != 0;
    }

    private int at(int word) {
        int hash = (word + 1) * 0x9E3779B9;
        int mask = slots.length - 1;
        int at = (hash ^ (hash >>> 15)) & mask;
        while (slots[at] != 0 && slots[at] >>> FLAGS != word + 1) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
