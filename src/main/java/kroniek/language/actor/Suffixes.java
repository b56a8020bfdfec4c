package kroniek.language.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kroniek.language.text.DataFile.Line;

/** Word endings as evidence about words that no list has: {@code actors/suffixes.tsv}, compiled into a tree that is read backwards. */
final class Suffixes {

    /** What an ending says. */
    enum Says {
        /** A noun for a person, in small letters: -woordvoerder. */
        ROLE(1),
        /** A name of an organisation: -ziekenhuis. */
        ORGANISATION(2),
        /** A name of a place: -straat. */
        PLACE(4),
        /** A name of neither: -prijs. */
        THING(8),
        /** An ordinary word that happens to open a sentence: -heid. */
        COMMON(16),
        /** A surname: -stra. */
        SURNAME(32),
        /** A noun for what a government has, says or decides: -beleid, -heffingen. */
        POWER(64);

        private final int bit;

        Says(int bit) {
            this.bit = bit;
        }
    }

    private static final Pattern SPACE = Pattern.compile(" ");
    private static final int LETTERS = 26;
    private static final int SHORTEST_REST = 2;

    private final List<int[]> nodes = new ArrayList<>(List.of(new int[LETTERS + 1]));

    private Suffixes() {}

    static Suffixes load() {
        Suffixes suffixes = new Suffixes();
        for (Line line : Rows.of("suffixes.tsv")) {
            List<String> fields = Rows.fields(line, 2, 2);
            Says says = says(line, fields.get(0));
            for (String ending : SPACE.split(fields.get(1), -1)) {
                suffixes.add(line, Folding.fold(ending), says);
            }
        }
        return suffixes;
    }

    private static Says says(Line line, String code) {
        for (Says says : Says.values()) {
            if (says.name().toLowerCase(Locale.ROOT).equals(code)) {
                return says;
            }
        }
        throw line.error("'" + code + "' is none of role, organisation, place, thing, common, surname, power");
    }

    private void add(Line line, String ending, Says says) {
        int node = 0;
        for (int i = ending.length() - 1; i >= 0; i--) {
            int letter = ending.charAt(i) - 'a';
            if (letter < 0 || letter >= LETTERS) {
                throw line.error("the ending '" + ending + "' has something else than letters");
            }
            if (nodes.get(node)[letter] == 0) {
                nodes.get(node)[letter] = nodes.size();
                nodes.add(new int[LETTERS + 1]);
            }
            node = nodes.get(node)[letter];
        }
        if ((nodes.get(node)[LETTERS] & says.bit) != 0) {
            throw line.error("the ending '" + ending + "' stands here twice");
        }
        nodes.get(node)[LETTERS] |= says.bit;
    }

    /** Whether the token, longer than the ending by two letters or more, has an ending that says so. */
    boolean has(Page page, int token, Says says) {
        String s = page.text.string();
        int least = page.text.start(token) + SHORTEST_REST;
        int node = 0;
        for (int i = page.text.end(token) - 1; i >= least; i--) {
            int letter = Folding.plain(s.charAt(i)) - 'a';
            node = letter < 0 || letter >= LETTERS ? 0 : nodes.get(node)[letter];
            if (node == 0) {
                return false;
            }
            if ((nodes.get(node)[LETTERS] & says.bit) != 0) {
                return true;
            }
        }
        return false;
    }
}
