/**
 * The Kafka Connect source connector that publishes the articles of a folder exactly once: scan, offsets, the life of a file, and what
 * of it can be watched from outside. Knows {@code article} and {@code domain}, and Connect.
 */
@NullMarked
package kroniek.connect;

import org.jspecify.annotations.NullMarked;
