package kroniek.query;

import kroniek.domain.ActorType;

/**
 * An actor that is mentioned in the same articles as another.
 *
 * @param actor its id
 * @param name the name that its latest of the months shows
 * @param type what it is
 * @param articles in how many articles both are mentioned
 * @param sentences in how many sentences
 * @param association how much more often that is than by chance, from -1 to 1: {@link Association}
 */
public record Related(String actor, String name, ActorType type, long articles, long sentences, double association) {

    /** What related actors are ranked by, the highest first; ties by the other, then by id. */
    public enum Order {
        /** Articles in common; where they are equal, sentences. */
        ARTICLES,
        /** Association; where it is equal, articles. Of the actors with the most articles in common. */
        ASSOCIATION
    }
}
