/**
 * The topology, which reads like the picture: read, normalise dates, extract actors, mention ledger, tally; and what runs it.
 */
@NullMarked
package kroniek.stream;

import org.jspecify.annotations.NullMarked;
