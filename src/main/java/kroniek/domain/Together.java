package kroniek.domain;

/**
 * How much two actors have in common.
 *
 * @param articles in how many articles both are mentioned
 * @param sentences in how many sentences
 */
public record Together(long articles, long sentences) {

    /** Nothing in common. */
    public static final Together NONE = new Together(0, 0);

    /** Both added up. */
    public Together plus(Together other) {
        return new Together(articles + other.articles, sentences + other.sentences);
    }

    /** What is left of this without {@code other}. */
    public Together minus(Together other) {
        return new Together(articles - other.articles, sentences - other.sentences);
    }
}
