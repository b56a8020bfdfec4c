/**
 * Text to temporal expressions and mentions. Dutch is data in resource files; the code here only knows how to read it. Pure and
 * deterministic: no clock, no Kafka, no files of the user.
 */
@NullMarked
package kroniek.language;

import org.jspecify.annotations.NullMarked;
