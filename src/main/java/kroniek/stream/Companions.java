package kroniek.stream;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kroniek.domain.ArticleMentions.Companion;
import kroniek.domain.Mention;

/** Who is mentioned with whom in one article, and in how many sentences. */
final class Companions {

    /** So many actors of an article are paired, those with the most mentions, so that one that lists hundreds stays bounded. */
    static final int MOST_ACTORS = 30;

    private Companions() {}

    /**
     * The companions of every actor that is paired, in the order of their ids.
     *
     * @param byActor the counted mentions of an article, by actor id
     */
    static Map<String, List<Companion>> of(SortedMap<String, List<Mention>> byActor, Sentences sentences) {
        SortedMap<String, BitSet> paired = new TreeMap<>();
        byActor.entrySet().stream()
                .sorted(comparingInt((Map.Entry<String, List<Mention>> actor) ->
                                -actor.getValue().size())
                        .thenComparing(comparing(Map.Entry::getKey)))
                .limit(MOST_ACTORS)
                .forEach(actor -> paired.put(actor.getKey(), in(sentences, actor.getValue())));
        Map<String, List<Companion>> companions = new HashMap<>();
        paired.forEach((actor, its) -> {
            List<Companion> others = new ArrayList<>(paired.size());
            paired.forEach((other, theirs) -> {
                if (!other.equals(actor)) {
                    BitSet common = (BitSet) its.clone();
                    common.and(theirs);
                    others.add(new Companion(other, common.cardinality()));
                }
            });
            companions.put(actor, others);
        });
        return companions;
    }

    /** The numbers of the sentences that have one of the mentions. */
    private static BitSet in(Sentences sentences, List<Mention> mentions) {
        BitSet numbers = new BitSet(sentences.spans().size());
        mentions.forEach(mention -> numbers.set(sentences.indexOf(mention.span())));
        return numbers;
    }
}
