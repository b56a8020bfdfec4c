/**
 * Text as the language rules see it: tokens, sentences, offsets, and the reader of rule and lexicon files, which names file and line
 * in every complaint.
 */
@NullMarked
package kroniek.language.text;

import org.jspecify.annotations.NullMarked;
