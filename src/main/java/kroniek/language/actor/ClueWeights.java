package kroniek.language.actor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kroniek.language.actor.Profile.Guess;
import kroniek.language.text.DataFile.Line;

/** What each clue is worth for each guess, and how a reader is told: {@code actors/clues.tsv}. */
final class ClueWeights {

    private static final String WORD = "{}";

    private final int[][] weights = new int[Clue.values().length][Guess.values().length];
    private final String[] reasons = new String[Clue.values().length];

    private ClueWeights() {
        Arrays.fill(reasons, "");
    }

    /**
     * Reads the file: clue, weights for person, organisation, place and nothing, what a reader is told.
     *
     * @throws kroniek.language.text.DataException if a row is wrong, or a clue has none or two
     */
    static ClueWeights load() {
        return of(Rows.of("clues.tsv"));
    }

    static ClueWeights of(List<Line> rows) {
        ClueWeights weights = new ClueWeights();
        Set<Clue> missing = EnumSet.allOf(Clue.class);
        for (Line line : rows) {
            List<String> fields = Rows.fields(line, 1 + Guess.values().length, 2 + Guess.values().length);
            Clue clue = clue(line, fields.get(0));
            if (!missing.remove(clue)) {
                throw line.error("the clue " + clue.code() + " stands here twice");
            }
            for (Guess guess : Guess.values()) {
                weights.weights[clue.ordinal()][guess.ordinal()] = weight(line, fields.get(1 + guess.ordinal()));
            }
            weights.reasons[clue.ordinal()] = fields.get(1 + Guess.values().length);
        }
        if (!missing.isEmpty()) {
            throw rows.get(rows.size() - 1)
                    .error("behind this row one is missing for "
                            + missing.iterator().next().code());
        }
        return weights;
    }

    private static Clue clue(Line line, String code) {
        for (Clue clue : Clue.values()) {
            if (clue.code().equals(code)) {
                return clue;
            }
        }
        throw line.error("'" + code + "' is no clue");
    }

    private static int weight(Line line, String field) {
        try {
            return Integer.parseInt(field);
        } catch (NumberFormatException e) {
            throw line.error("'" + field + "' is no weight: a whole number, below zero if it speaks against");
        }
    }

    int weight(Clue clue, Guess guess) {
        return weights[clue.ordinal()][guess.ordinal()];
    }

    /** What a reader is told of a clue; the word that showed it takes the place of {@code {}}. */
    String reason(Clue clue, String word) {
        return reasons[clue.ordinal()].replace(WORD, word);
    }
}
