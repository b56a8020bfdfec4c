package kroniek.language.actor;

import java.util.regex.Pattern;

/** Ids made from names: lower case, ASCII, hyphens. */
final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /**
     * The slug of a name: {@code Erdoğan} is {@code erdogan}. A name that has no ASCII letter or digit after folding (Привет) gets the
     * code points of its letters in hexadecimal after {@code u-}, so that it is stable too. Never empty, never with {@code |}.
     */
    static String of(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        String folded = Folding.fold(name);
        for (int i = 0; i < folded.length() && slug.length() < LONGEST; i++) {
            char c = folded.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                slug.append(c);
            } else if (c != '\'' && c != '.' && slug.length() > 0 && slug.charAt(slug.length() - 1) != '-') {
                slug.append('-');
            }
        }
        if (slug.length() > 0 && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.length() > 0 ? slug.toString() : points(folded);
    }

    private static String points(String folded) {
        StringBuilder slug = new StringBuilder("u");
        folded.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(LONGEST / 6)
                .forEach(c -> slug.append('-').append(Integer.toHexString(c)));
        return slug.toString();
    }

    /** Whether a string may stand as an id in a lexicon file. */
    static boolean valid(String id) {
        return ID.matcher(id).matches();
    }
}
