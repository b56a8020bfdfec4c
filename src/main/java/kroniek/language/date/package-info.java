/** Temporal expressions: finding them and giving them their TIMEX3 value. */
@NullMarked
package kroniek.language.date;

import org.jspecify.annotations.NullMarked;
