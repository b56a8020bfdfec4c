package kroniek.language.actor;

/** How a token is written. */
enum Shape {
    /** No letters. */
    OTHER,
    /** Small letters only. */
    LOWER,
    /** A capital first. */
    CAPITAL,
    /** Two or more letters, all capitals. */
    UPPER,
    /** A single capital. */
    INITIAL,
    /** A small letter first, capitals later: iPhone. */
    MIXED;

    static Shape of(String word) {
        return of(word, 0, word.length());
    }

    /** The shape of a token that is given as a range of the text. */
    static Shape of(String s, int from, int to) {
        char first = s.charAt(from);
        if (first >= 'a' && first <= 'z' && to - from < 3) {
            return to - from == 2 && Character.isUpperCase(s.charAt(from + 1)) ? MIXED : LOWER;
        }
        if (!Character.isLetter(first) && !Character.isHighSurrogate(first)) {
            return OTHER;
        }
        int upper = 0;
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if ((c >= 'A' && c <= 'Z') || (c > 127 && Character.isUpperCase(c))) {
                upper++;
            }
        }
        if (upper == 0) {
            return LOWER;
        }
        if (upper == to - from) {
            return upper == 1 ? INITIAL : UPPER;
        }
        return Character.isUpperCase(first) || Character.isTitleCase(first) ? CAPITAL : MIXED;
    }

    /** Whether it begins with a capital. */
    boolean capital() {
        return named() || this == INITIAL;
    }

    /** Whether a name can begin with such a token. */
    boolean named() {
        return this == CAPITAL || this == UPPER;
    }
}
