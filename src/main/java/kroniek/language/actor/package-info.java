/** Mentions: finding names and resolving each to one actor. */
@NullMarked
package kroniek.language.actor;

import org.jspecify.annotations.NullMarked;
