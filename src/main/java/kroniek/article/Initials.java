package kroniek.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The author's initials at the end of a headline: "Regering treedt af TTR", "Regering treedt af (jvd)". Capitals at the
 * end may also be an actor ("Minister verlaat QRV"); they are initials only if nothing says so: no word before them
 * that calls for them, no entry in the list, and neither they nor the words they stand for in the text.
 */
final class Initials {

    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\h+\\(\\p{Ll}{2,4}(?:/\\p{L}{2,5})?\\)");
    private static final String INITIALS = "\\p{Lu}(?:\\p{Ll}{0,2}\\p{Lu}){1,3}";
    private static final Pattern CAPITALS = Pattern.compile("(.+?)\\h+(%s|\\(%s\\))".formatted(INITIALS, INITIALS));
    private static final Pattern ROMAN_NUMERAL = Pattern.compile("[IVXL]+");
    private static final int LONGEST = 4;
    private static final int FEWEST_WORDS = 3;

    private Initials() {}

    /**
     * Where the headline ends, before the white space that stands before initials; the line's length where there are
     * none.
     */
    static int start(String line, LabelWords words, Body body) {
        Matcher inBrackets = IN_BRACKETS.matcher(line);
        if (inBrackets.matches()) {
            return inBrackets.end(1);
        }
        Matcher capitals = CAPITALS.matcher(line);
        if (capitals.matches()) {
            String initials = capitals.group(2).replaceAll("\\P{L}", "");
            return isNobodyElse(capitals.group(1), initials, words, body) ? capitals.end(1) : line.length();
        }
        return line.length();
    }

    private static boolean isNobodyElse(String headline, String initials, LabelWords words, Body body) {
        List<String> before = LabelWords.split(headline);
        return initials.length() <= LONGEST
                && before.size() >= FEWEST_WORDS
                && headline.chars().anyMatch(Character::isLowerCase)
                && !words.beforeAcronym(before.get(before.size() - 1))
                && !words.acronym(initials)
                && !ROMAN_NUMERAL.matcher(initials).matches()
                && !body.has(initials)
                && !body.spellsOut(initials.replaceAll("\\P{Lu}", ""));
    }
}
