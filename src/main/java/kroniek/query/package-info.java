/**
 * The questions readers ask, answered from the stores of the running streams: {@link kroniek.query.Reading}. Each {@link kroniek.query.Question} is put to
 * the partitions that it concerns, of this instance or, through {@link kroniek.query.Peers}, of another. An answer is complete or it is refused: never
 * silently a part.
 */
@NullMarked
package kroniek.query;

import org.jspecify.annotations.NullMarked;
