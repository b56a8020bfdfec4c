package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** The words that begin web furniture, labels and bylines: {@code actors/zones.tsv}. */
final class ZoneRules {

    /** What begins. */
    enum Kind {
        /** Until the end of the sentence nothing is named. */
        FURNITURE,
        /** What follows is a source label. */
        LABEL,
        /** A short line without a full stop that names the author. */
        BYLINE
    }

    /**
     * Words at the beginning of a sentence or clause.
     *
     * @param kind what begins with them
     * @param words their numbers
     */
    record Rule(Kind kind, List<Integer> words) {

        Rule {
            words = List.copyOf(words);
        }
    }

    private final ByWord<List<Rule>> byFirst;

    private ZoneRules(Map<Integer, List<Rule>> byFirst) {
        this.byFirst = new ByWord<>(byFirst);
    }

    static ZoneRules load(Vocabulary.Builder vocabulary) {
        Map<Integer, List<Rule>> rules = new HashMap<>();
        for (Line line : Rows.of("zones.tsv")) {
            List<String> fields = Rows.fields(line, 2, 2);
            Kind kind = kind(line, fields.get(0));
            for (String pattern : Rows.list(fields.get(1))) {
                Text text = Text.of(pattern);
                List<Integer> words = new ArrayList<>();
                for (int i = 0; i < text.size(); i++) {
                    words.add(vocabulary.add(Folding.fold(text.word(i))));
                }
                rules.computeIfAbsent(words.get(0), w -> new ArrayList<>()).add(new Rule(kind, words));
            }
        }
        return new ZoneRules(rules);
    }

    private static Kind kind(Line line, String code) {
        try {
            return Kind.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw line.error("'" + code + "' is none of furniture, label, byline");
        }
    }

    /** The rule whose words stand at a token, or null. */
    @Nullable
    Rule at(Page page, int token, int last) {
        List<Rule> rules = byFirst.get(page.word(token));
        if (rules == null) {
            return null;
        }
        for (Rule rule : rules) {
            if (matches(page, rule, token, last)) {
                return rule;
            }
        }
        return null;
    }

    private static boolean matches(Page page, Rule rule, int token, int last) {
        if (token + rule.words.size() - 1 > last || page.shape(token) == Shape.LOWER) {
            return false;
        }
        for (int i = 1; i < rule.words.size(); i++) {
            if (page.word(token + i) != rule.words.get(i)) {
                return false;
            }
        }
        return true;
    }
}
