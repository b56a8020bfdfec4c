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

    /** White space stands before the token. */
    static final int SPACE = 1;

    /** The token is on another line than the one before it. */
    static final int LINE = 2;

    /** An empty line stands before the token. */
    static final int PARAGRAPH = 4;

    /** The token is letters. */
    private static final int WORD = 8;

    /** The token is digits. */
    private static final int NUMBER = 16;

    /** The token begins with a capital. */
    static final int CAPITAL = 32;

    /** The token is small letters from a to z. */
    static final int SMALL = 64;

    private final String string;
    private final char[] chars;
    private final Dictionary dictionary;
    private final int size;
    private final int[] start;
    private final int[] end;
    private final int[] number;
    private final byte[] traits;
    private final int[] astral;

    /** Takes over the arrays, which may be longer than there are tokens. */
    Text(
            String string,
            char[] chars,
            Dictionary dictionary,
            int size,
            int[] start,
            int[] end,
            int[] number,
            byte[] traits,
            boolean astral) {
        this.string = string;
        this.chars = chars;
        this.dictionary = dictionary;
        this.size = size;
        this.start = start;
        this.end = end;
        this.number = number;
        this.traits = traits;
        this.astral = astral ? astralIn(string) : NO_ASTRAL;
    }

    /** Cuts a text into tokens, none of which is looked up. */
    public static Text of(String string) {
        return of(string, Dictionary.NOT_ASKED);
    }

    /** Cuts a text into tokens and looks each of them up. */
    public static Text of(String string, Dictionary dictionary) {
        return Cutter.cut(string, dictionary);
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

    static int trait(Kind kind) {
        return kind == Kind.WORD ? WORD : kind == Kind.NUMBER ? NUMBER : 0;
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
        int trait = traits[token];
        return (trait & WORD) != 0 ? Kind.WORD : (trait & NUMBER) != 0 ? Kind.NUMBER : Kind.SIGN;
    }

    /** The number of the token's word in the dictionary, {@link Dictionary#NONE} or {@link Dictionary#UNREAD}. */
    public int number(int token) {
        return number[token];
    }

    /** Whether the token is small letters from a to z and nothing else. */
    public boolean small(int token) {
        return (traits[token] & SMALL) != 0;
    }

    /** The first UTF-16 unit of the token. */
    public char first(int token) {
        return chars[start[token]];
    }

    /** The characters of the token. */
    public String word(int token) {
        if (number[token] >= 0 && small(token)) {
            return dictionary.word(number[token]);
        }
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
        return (traits[token] & SPACE) != 0;
    }

    /** Whether the token stands first on its line, the text's first token included. */
    public boolean lineBefore(int token) {
        return token == 0 || (traits[token] & LINE) != 0;
    }

    /** Whether an empty line (or the beginning of the text) stands before the token. */
    public boolean paragraphBefore(int token) {
        return token == 0 || (traits[token] & PARAGRAPH) != 0;
    }

    /** Whether the token begins with an upper-case or title-case letter. */
    public boolean capitalised(int token) {
        return (traits[token] & CAPITAL) != 0;
    }

    /** Whether the token is the one character {@code c}. */
    public boolean is(int token, char c) {
        return chars[start[token]] == c && end[token] - start[token] == 1;
    }

    /** Whether the token has just these characters. */
    public boolean is(int token, String word) {
        int at = start[token];
        int length = end[token] - at;
        if (length != word.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (chars[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
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
