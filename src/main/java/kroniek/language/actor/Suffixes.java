package kroniek.language.actor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import kroniek.language.text.DataFile.Line;

/** Word endings as evidence about words that no list has: {@code actors/suffixes.tsv}. */
final class Suffixes {

    /** What an ending says. */
    enum Says {
        /** A noun for a person, in small letters: -woordvoerder. */
        ROLE,
        /** A name of an organisation: -ziekenhuis. */
        ORGANISATION,
        /** A name of a place: -straat. */
        PLACE,
        /** A name of neither: -prijs. */
        THING,
        /** An ordinary word that happens to open a sentence: -heid. */
        COMMON
    }

    private static final Pattern SPACE = Pattern.compile(" ");

    private final Map<Says, List<String>> endings;

    private Suffixes(Map<Says, List<String>> endings) {
        this.endings = endings;
    }

    static Suffixes load() {
        Map<Says, List<String>> endings = new EnumMap<>(Says.class);
        for (Line line : Rows.of("suffixes.tsv")) {
            List<String> fields = Rows.fields(line, 2, 2);
            Says says = says(line, fields.get(0));
            for (String ending : SPACE.split(fields.get(1), -1)) {
                if (endings.values().stream().anyMatch(known -> known.contains(ending))) {
                    throw line.error("the ending '" + ending + "' stands here twice");
                }
                endings.computeIfAbsent(says, s -> new ArrayList<>()).add(ending);
            }
        }
        return new Suffixes(endings);
    }

    private static Says says(Line line, String code) {
        for (Says says : Says.values()) {
            if (says.name().toLowerCase(Locale.ROOT).equals(code)) {
                return says;
            }
        }
        throw line.error("'" + code + "' is none of role, organisation, place, thing, common");
    }

    /** Whether the token, longer than the ending by two letters or more, has an ending that says so. */
    boolean has(Page page, int token, Says says) {
        String s = page.text.string();
        int from = page.text.start(token);
        int to = page.text.end(token);
        for (String ending : endings.getOrDefault(says, List.of())) {
            int at = to - ending.length();
            if (at >= from + 2 && s.regionMatches(true, at, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }
}
