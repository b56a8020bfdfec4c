package kroniek.language.actor;

import java.util.EnumMap;
import java.util.Map;
import kroniek.domain.ActorType;
import kroniek.language.actor.ClueWeights.Weights;
import org.jspecify.annotations.Nullable;

/** What the clues at all places of an article say about one spelling. */
final class Profile {

    /** How often a clue counts at most, however often the article shows it. */
    private static final int MOST = 2;

    private final ClueWeights weights;
    private final Map<Clue, Integer> counts = new EnumMap<>(Clue.class);
    private final Map<Clue, String> words = new EnumMap<>(Clue.class);
    private int person;
    private int organisation;
    private int place;
    private int nothing;
    int occurrences;
    int inside;

    Profile(ClueWeights weights) {
        this.weights = weights;
    }

    /** Adds a clue; {@code word} is the word that shows it. */
    void add(Clue clue, String word) {
        int count = counts.getOrDefault(clue, 0);
        if (count == MOST) {
            return;
        }
        counts.put(clue, count + 1);
        words.putIfAbsent(clue, word);
        Weights says = weights.of(clue);
        person += says.person();
        organisation += says.organisation();
        place += says.place();
        nothing += says.nothing();
    }

    void add(Clue clue) {
        add(clue, "");
    }

    /** How often each clue was added, at most twice. */
    Map<Clue, Integer> counts() {
        return counts;
    }

    /** What the clues together speak for, or null where that is nothing. The first of equals wins, but never over nothing. */
    @Nullable
    ActorType type() {
        int most = Math.max(Math.max(person, organisation), place);
        if (most <= nothing) {
            return null;
        }
        return most == person ? ActorType.PERSON : most == organisation ? ActorType.ORGANISATION : ActorType.PLACE;
    }

    private static int weight(Weights says, ActorType type) {
        return switch (type) {
            case PERSON -> says.person();
            case ORGANISATION -> says.organisation();
            case PLACE -> says.place();
            case COUNTRY -> 0;
        };
    }

    /** The clue that says most for a type, in words for a reader; empty if nothing does. */
    String why(ActorType type) {
        String reason = "";
        int most = 0;
        for (Map.Entry<Clue, String> shown : words.entrySet()) {
            Weights says = weights.of(shown.getKey());
            int weight = weight(says, type);
            if (weight > most && !says.reason().isEmpty()) {
                most = weight;
                reason = says.told(shown.getValue());
            }
        }
        return reason;
    }
}
