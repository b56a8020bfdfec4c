package kroniek.language.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import kroniek.domain.Span;

/**
 * A text cut into tokens: the finest pieces that a rule may speak of. A token is a run of letters, a run of digits, or one other
 * character that is not white space; so {@code Zuid-Korea} is three tokens, {@code 12u16} three, {@code Poetins} one, {@code 's} two.
 * Combining marks belong to the letters before them. Immutable; built in one pass.
 *
 * <p>Inside the language packages offsets are UTF-16 (Java's own); {@link #span} turns them into the code points of the domain.
 */
public final class Text {

    /** What a token is made of. */
    public enum Kind {
        /** Letters, with their combining marks. */
        WORD,
        /** Decimal digits. */
        NUMBER,
        /** One character that is neither letter, digit nor white space. */
        SIGN
    }

    private static final int[] NO_ASTRAL = {};
    private static final byte SPACE = 1;
    private static final byte LINE = 2;
    private static final byte PARAGRAPH = 4;

    private final String string;
    private final int size;
    private final int[] start;
    private final int[] end;
    private final Kind[] kind;
    private final byte[] before;
    private final int[] astral;

    private Text(String string, int size, int[] start, int[] end, Kind[] kind, byte[] before, int[] astral) {
        this.string = string;
        this.size = size;
        this.start = start;
        this.end = end;
        this.kind = kind;
        this.before = before;
        this.astral = astral;
    }

    /** Cuts a text into tokens. */
    public static Text of(String string) {
        int capacity = string.length() / 4 + 16;
        int[] start = new int[capacity];
        int[] end = new int[capacity];
        Kind[] kind = new Kind[capacity];
        byte[] before = new byte[capacity];
        int size = 0;
        boolean astral = false;
        byte gap = 0;
        int breaks = 0;
        int i = 0;
        while (i < string.length()) {
            int c = string.charAt(i);
            int width = 1;
            if (Character.isHighSurrogate((char) c)) {
                c = string.codePointAt(i);
                width = Character.charCount(c);
                astral |= width == 2;
            }
            if (isSpace(c)) {
                gap |= SPACE;
                if (c == '\n' || c == '\u2028' || c == '\u2029') {
                    breaks++;
                    gap |= breaks > 1 ? LINE | PARAGRAPH : LINE;
                }
                i += width;
                continue;
            }
            if (size == capacity) {
                capacity *= 2;
                start = Arrays.copyOf(start, capacity);
                end = Arrays.copyOf(end, capacity);
                kind = Arrays.copyOf(kind, capacity);
                before = Arrays.copyOf(before, capacity);
            }
            int from = i;
            i += width;
            Kind k = kindOf(c);
            if (k != Kind.SIGN) {
                while (i < string.length()) {
                    char unit = string.charAt(i);
                    if (unit < 128) {
                        if (kindOf(unit) != k) {
                            break;
                        }
                        i++;
                        continue;
                    }
                    int next = string.codePointAt(i);
                    if (!(kindOf(next) == k || (k == Kind.WORD && isMark(next)))) {
                        break;
                    }
                    astral |= next > 0xFFFF;
                    i += Character.charCount(next);
                }
            }
            start[size] = from;
            end[size] = i;
            kind[size] = k;
            before[size] = gap;
            size++;
            gap = 0;
            breaks = 0;
        }
        return new Text(string, size, start, end, kind, before, astral ? astralIn(string) : NO_ASTRAL);
    }

    /** The offsets of all characters of two UTF-16 units. */
    private static int[] astralIn(String string) {
        int[] offsets = new int[16];
        int size = 0;
        for (int i = 0; i < string.length() - 1; i++) {
            if (Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1))) {
                if (size == offsets.length) {
                    offsets = Arrays.copyOf(offsets, 2 * size);
                }
                offsets[size] = i;
                size++;
                i++;
            }
        }
        return Arrays.copyOf(offsets, size);
    }

    private static boolean isSpace(int c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static Kind kindOf(int c) {
        if (c < 128) {
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                return Kind.WORD;
            }
            return c >= '0' && c <= '9' ? Kind.NUMBER : Kind.SIGN;
        }
        if (Character.isLetter(c)) {
            return Kind.WORD;
        }
        return Character.isDigit(c) ? Kind.NUMBER : Kind.SIGN;
    }

    /** The text itself. */
    public String string() {
        return string;
    }

    /** The number of tokens. */
    public int size() {
        return size;
    }

    /** UTF-16 offset of the token's first character. */
    public int start(int token) {
        return start[token];
    }

    /** UTF-16 offset after the token's last character. */
    public int end(int token) {
        return end[token];
    }

    /** What the token is made of. */
    public Kind kind(int token) {
        return kind[token];
    }

    /** The characters of the token. */
    public String word(int token) {
        return string.substring(start[token], end[token]);
    }

    /** The characters of the token in lower case and composed form (NFC), as lexicons are keyed. */
    public String folded(int token) {
        return fold(word(token));
    }

    /** Lower case and composed form (NFC) of any string, as lexicons are keyed. */
    public static String fold(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether there is white space before the token. */
    public boolean spaceBefore(int token) {
        return (before[token] & SPACE) != 0;
    }

    /** Whether the token stands first on its line, the text's first token included. */
    public boolean lineBefore(int token) {
        return token == 0 || (before[token] & LINE) != 0;
    }

    /** Whether an empty line (or the beginning of the text) stands before the token. */
    public boolean paragraphBefore(int token) {
        return token == 0 || (before[token] & PARAGRAPH) != 0;
    }

    /** Whether the token begins with an upper-case or title-case letter. */
    public boolean capitalised(int token) {
        int c = string.codePointAt(start[token]);
        return Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    /** Whether the token is the one character {@code c}. */
    public boolean is(int token, char c) {
        return end[token] - start[token] == 1 && string.charAt(start[token]) == c;
    }

    /** The characters from the first token to the last, both included. */
    public String between(int first, int last) {
        return string.substring(start[first], end[last]);
    }

    /** The span of the tokens from the first to the last, both included, in code points. */
    public Span span(int first, int last) {
        return spanOf(start[first], end[last]);
    }

    /** The span, in code points, of a range given in UTF-16 offsets. */
    public Span spanOf(int utf16Start, int utf16End) {
        return new Span(utf16Start - astralBefore(utf16Start), utf16End - astralBefore(utf16End));
    }

    /** How many characters of two UTF-16 units stand before an offset. */
    private int astralBefore(int utf16) {
        int found = Arrays.binarySearch(astral, utf16);
        return found >= 0 ? found : -found - 1;
    }

    /** The UTF-16 offset of a code point offset. */
    public int utf16(int codePoint) {
        int before = 0;
        int most = astral.length;
        while (before < most) {
            int middle = (before + most) >>> 1;
            if (astral[middle] - middle < codePoint) {
                before = middle + 1;
            } else {
                most = middle;
            }
        }
        return codePoint + before;
    }

    /** The first token that begins at or after the UTF-16 offset; {@link #size()} where there is none. */
    public int tokenAt(int utf16) {
        int found = Arrays.binarySearch(start, 0, size, utf16);
        return found >= 0 ? found : -found - 1;
    }
}
