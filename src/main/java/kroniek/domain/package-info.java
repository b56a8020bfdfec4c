/**
 * The nouns of Kroniek, as records and sealed types: article, publication date, temporal expression, actor, mention, actor month,
 * rejection. Knows the JDK and nothing else, so that every other package can speak of them.
 */
@NullMarked
package kroniek.domain;

import org.jspecify.annotations.NullMarked;
