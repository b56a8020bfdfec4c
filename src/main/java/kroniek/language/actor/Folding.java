package kroniek.language.actor;

import java.text.Normalizer;

/**
 * Letters without case and accents, as the lexicon is keyed and slugs are made: {@code Erdoğan} and {@code Erdogan} are one word.
 * Typographic apostrophes and hyphens become the plain ones.
 */
final class Folding {

    /** Longer words are no names. */
    static final int LONGEST = 48;

    private static final char TWO = 1;
    private static final char[] PLAIN = table();

    private Folding() {}

    private static char[] table() {
        char[] plain = new char[0x2100];
        for (int c = 0; c < plain.length; c++) {
            String base = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFD);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            plain[c] = mark ? 0 : Character.toLowerCase(base.charAt(0));
        }
        pairs(plain, "øØłŁđĐðÐıŀ", "oollddddil");
        pairs(plain, "’‘ʼ`´", "'''''");
        pairs(plain, "‐‑", "--");
        for (char c : "ßæÆœŒĳĲþÞ".toCharArray()) {
            plain[c] = TWO;
        }
        return plain;
    }

    private static void pairs(char[] plain, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            plain[from.charAt(i)] = to.charAt(i);
        }
    }

    private static String two(char c) {
        return switch (c) {
            case 'ß' -> "ss";
            case 'æ', 'Æ' -> "ae";
            case 'œ', 'Œ' -> "oe";
            case 'ĳ', 'Ĳ' -> "ij";
            default -> "th";
        };
    }

    /** The plain form of one character, where it is one. */
    static char plain(char c) {
        return c < PLAIN.length ? PLAIN[c] : Character.toLowerCase(c);
    }

    /** Folds a range into {@code out} and returns the length, or -1 if it is longer than {@link #LONGEST}. */
    static int fold(String s, int from, int to, char[] out) {
        if (to - from > LONGEST) {
            return -1;
        }
        int n = 0;
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            char plain = c < PLAIN.length ? PLAIN[c] : Character.toLowerCase(c);
            if (plain == TWO) {
                String pair = two(c);
                out[n++] = pair.charAt(0);
                out[n++] = pair.charAt(1);
            } else if (plain != 0) {
                out[n++] = plain;
            }
        }
        return n;
    }

    /** A buffer large enough for {@link #fold(String, int, int, char[])}. */
    static char[] buffer() {
        return new char[2 * LONGEST];
    }

    /** Folds a string of any length. */
    static String fold(String s) {
        return isFolded(s) ? s : folded(s);
    }

    private static boolean isFolded(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) < 'a' || s.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    private static String folded(String s) {
        StringBuilder out = new StringBuilder(s.length());
        char[] buffer = buffer();
        for (int i = 0; i < s.length(); i += LONGEST) {
            out.append(buffer, 0, fold(s, i, Math.min(s.length(), i + LONGEST), buffer));
        }
        return out.toString();
    }
}
