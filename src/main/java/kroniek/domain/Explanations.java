package kroniek.domain;

import java.util.List;

/**
 * Why an annotated article says what it says: one text of plain sentences for everything found in it.
 *
 * @param language the version of the rules and lexicons that say so
 * @param expressions for each temporal expression, in their order
 * @param mentions for each mention, in their order
 */
public record Explanations(String language, List<String> expressions, List<String> mentions) {

    /** Copies the lists. */
    public Explanations {
        expressions = List.copyOf(expressions);
        mentions = List.copyOf(mentions);
    }
}
