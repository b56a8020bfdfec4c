/**
 * The catalogue of topics: what {@code topics/*.yaml} declares, the keys, serdes and the partitioner, creation and the check for drift.
 */
@NullMarked
package kroniek.topic;

import org.jspecify.annotations.NullMarked;
