package kroniek.topic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;

/**
 * The key under which an actor is found by a name: {@code <folded>⇥<actor>|<type>|<name>}, with a tab behind what is typed, so that
 * the shorter of two names stands first. A name stands once for each of its first words, from
 * that word to its end, so that whatever begins with what is typed, be it a given name or a surname, lies in one range.
 *
 * @param folded the name from one of its words on, {@link #folded}
 * @param actor the actor's id
 * @param type what the actor is
 * @param name the name as it is shown
 */
public record NameKey(String folded, String actor, ActorType type, String name) {

    /** What stands behind the folded name. */
    public static final char END = '\t';

    /** A name is found by so many of its words. */
    static final int MOST_WORDS = 8;

    /** Letters that Unicode does not take apart, and what is typed for them. */
    private static final String UNDECOMPOSED = "øłđðþßæœı";

    private static final List<String> PLAIN = List.of("o", "l", "d", "d", "th", "ss", "ae", "oe", "i");

    /** The keys of the name that a row shows. */
    public static List<String> of(ActorMonth row) {
        String rest = folded(row.name());
        List<String> keys = new ArrayList<>();
        while (!rest.isEmpty() && keys.size() < MOST_WORDS) {
            keys.add(rest + END + row.actor() + "|" + row.type().name() + "|" + row.name());
            int space = rest.indexOf(' ');
            rest = space < 0 ? "" : rest.substring(space + 1);
        }
        return keys;
    }

    /** Reads a key. */
    public static NameKey parse(String key) {
        int end = key.indexOf(END);
        String[] parts = key.substring(end + 1).split("\\|", 3);
        return new NameKey(key.substring(0, end), parts[0], ActorType.valueOf(parts[1]), parts[2]);
    }

    /** Lower case without accents, its words (letters and digits) apart by one space: {@code Café 't Sluisje} is {@code cafe t sluisje}. */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(c -> {
                    int undecomposed = UNDECOMPOSED.indexOf(c);
                    if (undecomposed >= 0) {
                        folded.append(PLAIN.get(undecomposed));
                    } else if (Character.isLetterOrDigit(c)) {
                        folded.appendCodePoint(c);
                    } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                        folded.append(' ');
                    }
                });
        return folded.toString().strip();
    }
}
