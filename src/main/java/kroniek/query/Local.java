package kroniek.query;

import java.util.List;
import java.util.Set;

/** The partitions of the stores that are in this instance. */
public interface Local {

    /**
     * What some partitions answer, in the order of their numbers.
     *
     * @param standby whether a standby of them may answer
     * @throws UnavailableException if one of them is not here, or not restored
     */
    List<Row> answer(Question question, Set<Integer> partitions, boolean standby);
}
