package kroniek.language.actor;

import java.util.HashMap;
import java.util.Map;
import kroniek.domain.ActorType;
import org.jspecify.annotations.Nullable;

/** What the clues at all places of an article say about one spelling. */
final class Profile {

    /** How often a clue counts at most, however often the article shows it. */
    private static final int MOST = 2;

    /** What a name can be. */
    enum Guess {
        PERSON(ActorType.PERSON),
        ORGANISATION(ActorType.ORGANISATION),
        PLACE(ActorType.PLACE),
        /** An ordinary word, a product, a work, an event. */
        NOTHING(null);

        private final @Nullable ActorType type;

        Guess(@Nullable ActorType type) {
            this.type = type;
        }
    }

    private final ClueWeights weights;
    private final int[] scores = new int[Guess.values().length];
    private final byte[] seen = new byte[Clue.values().length];
    private final Map<Clue, String> words = new HashMap<>();
    int occurrences;
    int inside;

    Profile(ClueWeights weights) {
        this.weights = weights;
    }

    /** Adds a clue; {@code word} is the word that shows it. */
    void add(Clue clue, String word) {
        if (seen[clue.ordinal()] == MOST) {
            return;
        }
        seen[clue.ordinal()]++;
        words.putIfAbsent(clue, word);
        for (Guess guess : Guess.values()) {
            scores[guess.ordinal()] += weights.weight(clue, guess);
        }
    }

    void add(Clue clue) {
        add(clue, "");
    }

    /** How often a clue was added, at most twice. */
    int count(Clue clue) {
        return seen[clue.ordinal()];
    }

    boolean has(Clue clue) {
        return seen[clue.ordinal()] > 0;
    }

    /** What the clues together speak for, or null where that is nothing. The first of equals wins, but never over nothing. */
    @Nullable
    ActorType type() {
        Guess best = Guess.NOTHING;
        for (Guess guess : Guess.values()) {
            if (scores[guess.ordinal()] > scores[best.ordinal()]) {
                best = guess;
            }
        }
        return best.type;
    }

    /** The clue that says most for the name being of this type, in words for a reader; its form where none can be told. */
    String why(ActorType type) {
        String reason = inside >= 2 ? "a capital inside several sentences" : "its form";
        int most = 0;
        for (Guess guess : Guess.values()) {
            for (Clue clue : Clue.values()) {
                int weight = weights.weight(clue, guess);
                if (guess.type == type && has(clue) && weight > most) {
                    String told = weights.reason(clue, words.getOrDefault(clue, ""));
                    most = told.isEmpty() ? most : weight;
                    reason = told.isEmpty() ? reason : told;
                }
            }
        }
        return reason;
    }
}
