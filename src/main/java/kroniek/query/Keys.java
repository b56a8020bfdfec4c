package kroniek.query;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The order of keys, which is that of their bytes in UTF-8: by code point, where {@link String#compareTo} goes by UTF-16. */
final class Keys {

    /** Keys in the order in which stores have them. */
    static final Comparator<String> ORDER = Keys::compare;

    /** Sorts before everything that may stand in a key. */
    static final char LOWEST = '\u0000';

    private Keys() {}

    /** UTF-16 has the order of UTF-8, but for surrogates: what they stand for is behind all other characters. */
    private static int compare(String one, String other) {
        int shared = Math.min(one.length(), other.length());
        for (int i = 0; i < shared; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** The first key behind this one. */
    static String after(String key) {
        return key + LOWEST;
    }

    /** The later of two keys, of which the one that is null is none. */
    static @Nullable String later(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return ORDER.compare(one, other) < 0 ? other : one;
    }

    /** A key behind all that begin with a prefix, and before all others behind those; the prefix is not empty. */
    static String end(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return new StringBuilder(prefix.substring(0, prefix.length() - Character.charCount(last)))
                .appendCodePoint(Math.min(next, Character.MAX_CODE_POINT))
                .toString();
    }
}
