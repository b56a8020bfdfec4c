package kroniek.check;

import java.util.Map;
import java.util.function.Function;

/**
 * One table beside what the recount gives.
 *
 * @param rows what its rows are, in words: {@code actor months}
 * @param expectedDigest the digest of the recount
 * @param expectedRows how many rows the recount has
 * @param foundDigest the digest of the topic
 * @param foundRows how many rows the topic has
 */
public record Compared(String rows, String expectedDigest, int expectedRows, String foundDigest, int foundRows) {

    static <R> Compared of(String rows, Map<String, R> expected, Map<String, R> found, Function<R, String> canonical) {
        return new Compared(
                rows,
                Digest.of(expected.values(), canonical),
                expected.size(),
                Digest.of(found.values(), canonical),
                found.size());
    }
}
