package kroniek.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.domain.Mention;

/**
 * B-cubed (Bagga and Baldwin, 1998) over the counted mentions of each article, clustered by actor: whether the
 * mentions of one actor are together, whatever its id. The precision of a found mention is the share of its found
 * cluster that is in its gold cluster too; the recall of a gold mention the share of its gold cluster that is in
 * its found cluster too. A mention whose span the other side does not have scores 0, and so do its fellows for it.
 *
 * @param precisions the sum of the precisions of all found mentions
 * @param found how many were found
 * @param recalls the sum of the recalls of all gold mentions
 * @param gold how many there are in gold
 */
public record BCubed(double precisions, int found, double recalls, int gold) {

    static final BCubed NONE = new BCubed(0, 0, 0, 0);

    private record Cell(String gold, String found) {}

    /** The sums over the counted mentions of one article. */
    static BCubed of(List<Pair<GoldMention, Mention>> pairs) {
        Map<String, Integer> goldSizes = new HashMap<>();
        Map<String, Integer> foundSizes = new HashMap<>();
        Map<Cell, Integer> cells = new HashMap<>();
        for (Pair<GoldMention, Mention> pair : pairs) {
            GoldMention gold = pair.gold();
            Mention found = pair.found();
            String goldId = gold == null ? null : gold.actor();
            Actor actor = found == null ? null : found.actor();
            if (goldId != null) {
                goldSizes.merge(goldId, 1, Integer::sum);
            }
            if (actor != null) {
                foundSizes.merge(actor.id(), 1, Integer::sum);
            }
            if (gold != null && goldId != null && found != null && actor != null && gold.hasSpanOf(found)) {
                cells.merge(new Cell(goldId, actor.id()), 1, Integer::sum);
            }
        }
        double precisions = 0;
        double recalls = 0;
        for (Map.Entry<Cell, Integer> cell : cells.entrySet()) {
            double square = (double) cell.getValue() * cell.getValue();
            precisions += square / foundSizes.getOrDefault(cell.getKey().found(), 1);
            recalls += square / goldSizes.getOrDefault(cell.getKey().gold(), 1);
        }
        return new BCubed(precisions, sum(foundSizes), recalls, sum(goldSizes));
    }

    private static int sum(Map<String, Integer> sizes) {
        return sizes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The mean over the found mentions; NaN where there are none. */
    public double precision() {
        return precisions / found;
    }

    /** The mean over the gold mentions; NaN where there are none. */
    public double recall() {
        return recalls / gold;
    }

    /** The harmonic mean of precision and recall; 0 where both are 0, NaN where one is. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    BCubed plus(BCubed other) {
        return new BCubed(
                precisions + other.precisions, found + other.found, recalls + other.recalls, gold + other.gold);
    }
}
