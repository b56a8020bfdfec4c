package kroniek.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntBiFunction;
import kroniek.domain.Span;

/**
 * Puts gold and found spans of one text together, one to one, so that one long found span cannot hit two of gold. First
 * those whose extent is right, then those that share most characters; where two share the same, the first in the text.
 */
final class Pairing {

    /** The closeness of two spans with the same extent. */
    static final int SAME = Integer.MAX_VALUE;

    private static final Comparator<Candidate> CLOSEST_FIRST = Comparator.comparingInt(Candidate::closeness)
            .reversed()
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::found);

    private Pairing() {}

    private record Candidate(int gold, int found, int closeness) {}

    /**
     * Every element of both lists, in exactly one pair: gold in its order, then what was found besides.
     *
     * @param closeness 0 where the two cannot be paired, {@link #SAME} where the extent is right, else how much
     *     they share
     */
    static <G, F> List<Pair<G, F>> of(List<G> gold, List<F> found, ToIntBiFunction<G, F> closeness) {
        Map<Integer, Integer> partners = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Candidate candidate : candidates(gold, found, closeness)) {
            if (!partners.containsKey(candidate.gold()) && taken.add(candidate.found())) {
                partners.put(candidate.gold(), candidate.found());
            }
        }
        List<Pair<G, F>> pairs = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            Integer partner = partners.get(i);
            pairs.add(new Pair<>(gold.get(i), partner == null ? null : found.get(partner)));
        }
        for (int j = 0; j < found.size(); j++) {
            if (!taken.contains(j)) {
                pairs.add(new Pair<>(null, found.get(j)));
            }
        }
        return pairs;
    }

    private static <G, F> List<Candidate> candidates(List<G> gold, List<F> found, ToIntBiFunction<G, F> closeness) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < gold.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                int close = closeness.applyAsInt(gold.get(i), found.get(j));
                if (close > 0) {
                    candidates.add(new Candidate(i, j, close));
                }
            }
        }
        candidates.sort(CLOSEST_FIRST);
        return candidates;
    }

    /** How many code points two spans share. */
    static int shared(Span one, Span other) {
        return Math.max(0, Math.min(one.end(), other.end()) - Math.max(one.start(), other.start()));
    }
}
