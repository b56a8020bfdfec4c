package kroniek.query;

import kroniek.domain.ActorMonth;

/**
 * A row of a ranking.
 *
 * @param row the actor month
 * @param change its mentions less those of the actor in the month before, which are 0 where it has none
 */
public record Ranked(ActorMonth row, long change) {}
