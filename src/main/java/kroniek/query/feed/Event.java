package kroniek.query.feed;

/**
 * A change and where it stands.
 *
 * @param slot the slot of its record
 * @param offset the offset of its record
 */
record Event(int slot, long offset, Change change) {}
