/**
 * The proof of the counts: {@link kroniek.check.Recount} counts the raw topic again in batch, {@link kroniek.check.Digest} makes one number
 * of a table, {@link kroniek.check.Verification} compares what stands in the tables with the recount, {@link kroniek.check.FolderCheck} the
 * folder with the raw topic. It shares only {@code article} and {@code language} with the topology, so that a fault in one of them cannot
 * hide in the other.
 */
@NullMarked
package kroniek.check;

import org.jspecify.annotations.NullMarked;
