package kroniek.check;

import kroniek.article.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * What the folder is compared with: the newest version of an article in the raw topic, without its bytes.
 *
 * @param file which file of the folder it was in; null where another producer wrote it
 * @param sha256 the hash of its bytes; null where it is withdrawn
 */
public record RawTrace(@Nullable String file, @Nullable String sha256) {

    static RawTrace of(RawVersion version) {
        byte[] value = version.value();
        return new RawTrace(version.file(), value == null ? null : Sha256.of(value));
    }
}
