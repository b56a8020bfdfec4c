package kroniek.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import kroniek.domain.Actor;
import kroniek.domain.Mention;

/**
 * The best reading of one article's found ids as ids of gold. Whoever marked a text invents ids for actors that no
 * lexicon knows, so an id may be another and the actor the same. One found id stands for at most one id of gold
 * and the reverse; of all such mappings it is one under which the most mentions with the right span have the right
 * actor, with as many ids as possible mapped to themselves. It forgives a known actor taken for another throughout
 * the article, too: read what is scored through it as an upper bound, and by id as it stands as a lower one.
 */
final class IdMapping {

    private final Map<String, String> goldIds = new HashMap<>();

    private IdMapping() {}

    /** The best mapping for the pairs of one article. */
    static IdMapping of(List<Pair<GoldMention, Mention>> pairs) {
        Map<String, Map<String, Integer>> together = together(pairs);
        List<String> found = List.copyOf(new TreeSet<>(together.keySet()));
        TreeSet<String> ids = new TreeSet<>();
        together.values().forEach(gold -> ids.addAll(gold.keySet()));
        List<String> gold = new ArrayList<>(ids);
        IdMapping mapping = new IdMapping();
        if (found.isEmpty()) {
            return mapping;
        }
        long[][] worth = new long[found.size()][gold.size()];
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < gold.size(); j++) {
                int mentions = together.getOrDefault(found.get(i), Map.of()).getOrDefault(gold.get(j), 0);
                boolean same = found.get(i).equals(gold.get(j));
                // A mention outweighs any number of ids that stay themselves.
                worth[i][j] = mentions == 0 ? 0 : mentions * (1L + found.size()) + (same ? 1 : 0);
            }
        }
        int[] best = Assignment.best(worth);
        for (int i = 0; i < best.length; i++) {
            if (best[i] >= 0 && worth[i][best[i]] > 0) {
                mapping.goldIds.put(found.get(i), gold.get(best[i]));
            }
        }
        return mapping;
    }

    /** How many mentions with the right span have a found id and a gold id together: found id to gold id to number. */
    private static Map<String, Map<String, Integer>> together(List<Pair<GoldMention, Mention>> pairs) {
        Map<String, Map<String, Integer>> together = new HashMap<>();
        for (Pair<GoldMention, Mention> pair : pairs) {
            GoldMention gold = pair.gold();
            Mention found = pair.found();
            if (gold != null && found != null && gold.hasSpanOf(found)) {
                String id = gold.actor();
                Actor actor = found.actor();
                if (id != null && actor != null) {
                    together.computeIfAbsent(actor.id(), any -> new HashMap<>()).merge(id, 1, Integer::sum);
                }
            }
        }
        return together;
    }

    /**
     * The id of gold that a found id stands for. One that stands for none is kept, unless another stands for it:
     * then it becomes an id that is nobody's.
     */
    String apply(String foundId) {
        String unmapped = goldIds.containsValue(foundId) ? "other|" + foundId : foundId;
        return goldIds.getOrDefault(foundId, unmapped);
    }
}
