package kroniek.domain;

import java.util.List;

/**
 * Why an annotated article says what it says: one text of plain sentences for everything found in it.
 *
 * @param expressions for each temporal expression, in their order
 * @param mentions for each mention, in their order
 */
public record Explanations(List<String> expressions, List<String> mentions) {

    /** Copies the lists. */
    public Explanations {
        expressions = List.copyOf(expressions);
        mentions = List.copyOf(mentions);
    }
}
