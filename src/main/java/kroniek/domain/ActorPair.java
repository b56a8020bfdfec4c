package kroniek.domain;

import java.time.YearMonth;

/**
 * What two actors have in common in one month, as seen from one of them.
 *
 * @param actor the id of the one
 * @param month the month of publication
 * @param other the id of the other
 * @param together articles and sentences in common; at least one article
 */
public record ActorPair(String actor, YearMonth month, String other, Together together) {

    /** The same pair with what another article adds. */
    public ActorPair plus(ActorPair added) {
        return new ActorPair(actor, month, other, together.plus(added.together));
    }
}
