package kroniek.connect;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which file an article id came from last, to warn where two files use one id: both are published and the last one wins, as with every
 * key. Remembers the newest {@value #REMEMBERED} ids, so that a warning may be missed but memory is bounded.
 */
final class IdOwners {

    static final int REMEMBERED = 200_000;

    private static final Logger LOG = LoggerFactory.getLogger(IdOwners.class);

    private final Predicate<String> present;
    private final Set<String> warned = new HashSet<>();

    @SuppressWarnings("serial") // never serialised
    private final Map<String, String> owners = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > REMEMBERED;
        }
    };

    /**
     * Knows no id yet.
     *
     * @param present whether a file is still there; one that was moved away owns nothing
     */
    IdOwners(Predicate<String> present) {
        this.present = present;
    }

    /** Notes where an article comes from; warns once for each pair of files. */
    void claim(String id, String path) {
        String before = owners.put(id, path);
        if (before == null || before.equals(path) || !present.test(before)) {
            return;
        }
        if (warned.size() < REMEMBERED && warned.add(before + "\n" + path)) {
            LOG.warn(
                    "Article {} is in {} and in {}: the one published last, from {}, counts. Give them ids of their own. "
                            + "(Said once for these two files.)",
                    id,
                    before,
                    path,
                    path);
        }
    }
}
