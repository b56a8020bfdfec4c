/**
 * Bytes to an article or a rejection: containers, encodings, the header line, JSON. Never throws on bad input; knows
 * nothing of Kafka.
 */
@NullMarked
package kroniek.article;

import org.jspecify.annotations.NullMarked;
