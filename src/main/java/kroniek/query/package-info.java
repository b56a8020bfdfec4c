/**
 * The questions readers ask, answered from the stores of the running streams. An answer is complete or it is refused: never
 * silently a part.
 */
@NullMarked
package kroniek.query;

import org.jspecify.annotations.NullMarked;
