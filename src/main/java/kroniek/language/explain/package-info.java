/** Puts into words why an article's expressions and mentions are what they are: only for those who ask, never while counting. */
@NullMarked
package kroniek.language.explain;

import org.jspecify.annotations.NullMarked;
