package kroniek.language.actor;

import java.util.List;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import kroniek.language.text.Text;

/** Finds the mentions of an article and resolves each to its actor. Immutable, shared between threads. */
public final class ActorFinder {

    private ActorFinder() {}

    /** Compiles the lexicons and rules. */
    public static ActorFinder load() {
        return new ActorFinder();
    }

    /** Finds the mentions; the publication date of the article decides who held an office. */
    public Actors find(Article article, Text text, List<TemporalExpression> expressions) {
        return new Actors(List.of(), List.of());
    }

    /**
     * What was found.
     *
     * @param mentions the mentions, in order, disjoint
     * @param sentences where the sentences stand, in order, disjoint; every mention lies in one of them
     */
    public record Actors(List<Mention> mentions, List<Span> sentences) {}
}
