package kroniek.query;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The other instances of the group. */
public interface Peers {

    /**
     * Asks an instance for what some of its partitions answer.
     *
     * @param partitions the partitions asked; an instance that cannot answer for each of them refuses
     * @param standby whether a standby of these partitions may answer
     * @return the rows of these partitions, or an {@link UnavailableException} in the future
     */
    CompletableFuture<List<Row>> ask(Instance instance, Question question, Set<Integer> partitions, boolean standby);
}
