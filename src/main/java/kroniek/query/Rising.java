package kroniek.query;

import kroniek.domain.ActorMonth;

/**
 * An actor month whose share of the articles is higher than in the months before.
 *
 * @param row the actor month
 * @param expected how many articles it would have with the share of the twelve months before, of which it is taken to have one more
 *     article than it has
 * @param rise its articles ÷ the expected ones: how many times the share is what it was
 */
public record Rising(ActorMonth row, double expected, double rise) {}
