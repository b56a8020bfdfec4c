/**
 * Scores what the program finds against gold: texts in which somebody marked every date and every actor by hand. Each
 * figure is defined where it is computed: {@link kroniek.evaluate.Score}, {@link kroniek.evaluate.DateFigures},
 * {@link kroniek.evaluate.MentionFigures}, {@link kroniek.evaluate.BCubed}, {@link kroniek.evaluate.CountError}. Knows
 * article and language; nothing of Kafka.
 */
@NullMarked
package kroniek.evaluate;

import org.jspecify.annotations.NullMarked;
