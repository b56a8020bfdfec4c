/** The composition root: commands, settings, clock, embedded Kafka and Connect. The only package that owns a clock. */
@NullMarked
package kroniek.app;

import org.jspecify.annotations.NullMarked;
