/** When a text is another one again: what is compared of a text, and what finds the texts worth comparing. Pure, and blind to Dutch. */
@NullMarked
package kroniek.language.copy;

import org.jspecify.annotations.NullMarked;
