package kroniek.language.actor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.ActorType;
import kroniek.language.text.DataFile.Line;

/** What each clue says, and how a reader is told: {@code actors/clues.tsv}. */
final class ClueWeights {

    private static final int FIELDS = 6;
    private static final String WORD = "{}";

    /**
     * What one clue says.
     *
     * @param person how much for a person, below zero if it speaks against one; likewise the others
     * @param organisation for an organisation
     * @param place for a place
     * @param nothing for an ordinary word, a product, a work, an event
     * @param reason what a reader is told, {@code {}} being the word that shows it; empty if it is too little to tell
     */
    record Weights(int person, int organisation, int place, int nothing, String reason) {

        /** What it says for a type; for a country no clue says anything, the lexicon has them all. */
        int weight(ActorType type) {
            return switch (type) {
                case PERSON -> person;
                case ORGANISATION -> organisation;
                case PLACE -> place;
                case COUNTRY -> 0;
            };
        }

        /** What a reader is told. */
        String told(String word) {
            return reason.replace(WORD, word);
        }
    }

    private final Map<Clue, Weights> byClue = new EnumMap<>(Clue.class);

    private ClueWeights() {}

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
        for (Line line : rows) {
            List<String> fields = Rows.fields(line, FIELDS - 1, FIELDS);
            Weights row = new Weights(
                    weight(line, fields.get(1)),
                    weight(line, fields.get(2)),
                    weight(line, fields.get(3)),
                    weight(line, fields.get(4)),
                    fields.get(5));
            if (weights.byClue.put(clue(line, fields.get(0)), row) != null) {
                throw line.error("the clue " + fields.get(0) + " stands here twice");
            }
        }
        for (Clue clue : Clue.values()) {
            if (!weights.byClue.containsKey(clue)) {
                throw rows.get(rows.size() - 1).error("behind this row one for " + clue.code() + " is missing");
            }
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

    Weights of(Clue clue) {
        Weights weights = byClue.get(clue);
        if (weights == null) {
            throw new IllegalStateException("clues.tsv has no row for " + clue.code());
        }
        return weights;
    }
}
