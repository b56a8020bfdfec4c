package kroniek.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kroniek.topic.NameKey;

/**
 * The names that a lexicon gives to actors, in the order of what is typed for them. In memory, because it is as large as the lexicon and does not
 * change while the program runs, while names out of articles come and go, and stand in a store. Immutable.
 */
public final class Aliases {

    private final TreeMap<String, Set<String>> actors = new TreeMap<>();

    /** @param names the ids of the actors that may be meant by each name */
    public Aliases(Map<String, ? extends Iterable<String>> names) {
        names.forEach((name, ids) -> {
            String folded = NameKey.folded(name);
            if (!folded.isEmpty()) {
                ids.forEach(id ->
                        actors.computeIfAbsent(folded, none -> new TreeSet<>()).add(id));
            }
        });
    }

    /** Those that a search finds. */
    List<NameSearch.Alias> matching(NameSearch search) {
        List<NameSearch.Alias> matching = new ArrayList<>();
        String beginning = search.beginning();
        actors.subMap(beginning, Keys.end(beginning)).forEach((folded, ids) -> {
            if (search.errors(folded) >= 0) {
                ids.forEach(id -> matching.add(new NameSearch.Alias(folded, id)));
            }
        });
        return matching;
    }
}
