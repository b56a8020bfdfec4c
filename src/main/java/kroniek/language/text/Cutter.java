package kroniek.language.text;

import java.util.Arrays;
import kroniek.language.text.Text.Kind;

/** Cuts a text into tokens in one pass and looks each of them up in a dictionary, by the hash that it has made meanwhile. */
final class Cutter {

    private static final int ASCII = 128;
    private static final int TOKENS_AT_FIRST = 16;
    /** Dutch news has a token for every five characters. */
    private static final int CHARACTERS_OF_TOKEN = 5;

    private final char[] chars;
    private final Dictionary dictionary;
    private int[] start;
    private int[] end;
    private int[] number;
    private byte[] traits;
    private int size;
    private boolean astral;

    private Cutter(char[] chars, Dictionary dictionary) {
        this.chars = chars;
        this.dictionary = dictionary;
        int capacity = chars.length / CHARACTERS_OF_TOKEN + TOKENS_AT_FIRST;
        this.start = new int[capacity];
        this.end = new int[capacity];
        this.number = new int[capacity];
        this.traits = new byte[capacity];
    }

    static Text cut(String string, Dictionary dictionary) {
        char[] chars = string.toCharArray();
        Cutter cutter = new Cutter(chars, dictionary);
        cutter.cut();
        return new Text(
                string,
                chars,
                dictionary,
                cutter.size,
                cutter.start,
                cutter.end,
                cutter.number,
                cutter.traits,
                cutter.astral);
    }

    private void cut() {
        int gap = 0;
        int i = 0;
        while (i < chars.length) {
            char c = chars[i];
            if (c == ' ') {
                gap |= Text.SPACE;
                i++;
                continue;
            }
            int point = c < ASCII ? c : Character.codePointAt(chars, i);
            if (Characters.isSpace(point)) {
                gap = behind(gap, point);
                i += Character.charCount(point);
                continue;
            }
            if (size == start.length) {
                grow();
            }
            start[size] = i;
            i = c < ASCII ? plain(i, gap) : foreign(i, point, gap);
            end[size++] = i;
            gap = 0;
        }
    }

    /** The white space before the next token, with one more character of it. */
    private static int behind(int gap, int space) {
        if (space != '\n' && space != '\u2028' && space != '\u2029') {
            return gap | Text.SPACE;
        }
        return gap | Text.SPACE | Text.LINE | ((gap & Text.LINE) != 0 ? Text.PARAGRAPH : 0);
    }

    private void grow() {
        int capacity = 2 * start.length;
        start = Arrays.copyOf(start, capacity);
        end = Arrays.copyOf(end, capacity);
        number = Arrays.copyOf(number, capacity);
        traits = Arrays.copyOf(traits, capacity);
    }

    /** A token that begins with an ASCII character; returns where it ends. */
    private int plain(int from, int gap) {
        char first = chars[from];
        Kind kind = Characters.kindOf(first);
        if (kind == Kind.SIGN) {
            traits[size] = (byte) gap;
            number[size] = Characters.isPlainSign(first) ? dictionary.sign(first) : Dictionary.UNREAD;
            return from + 1;
        }
        long key = Dictionary.NO_LETTERS;
        int common = ~0;
        int i = from;
        while (i < chars.length) {
            char c = chars[i];
            if (c >= ASCII) {
                if (goesOn(kind, i)) {
                    return foreign(from, first, gap);
                }
                break;
            }
            if (Characters.kindOf(c) != kind) {
                break;
            }
            key = Dictionary.key(key, c);
            common &= c;
            i++;
        }
        number[size] = dictionary.find(chars, from, i, key, kind == Kind.NUMBER);
        int letters =
                kind == Kind.NUMBER ? 0 : first <= 'Z' ? Text.CAPITAL : Dictionary.isSmall(common) ? Text.SMALL : 0;
        traits[size] = (byte) (gap | Text.trait(kind) | letters);
        return i;
    }

    private boolean goesOn(Kind kind, int at) {
        int point = Character.codePointAt(chars, at);
        return Characters.kindOf(point) == kind || (kind == Kind.WORD && Characters.isMark(point));
    }

    /** A token that has characters beyond ASCII; returns where it ends. */
    private int foreign(int from, int point, int gap) {
        Kind kind = Characters.kindOf(point);
        int i = from + Character.charCount(point);
        astral |= point > Character.MAX_VALUE;
        while (kind != Kind.SIGN && i < chars.length && goesOn(kind, i)) {
            int next = Character.codePointAt(chars, i);
            astral |= next > Character.MAX_VALUE;
            i += Character.charCount(next);
        }
        boolean capital = Character.isUpperCase(point) || Character.isTitleCase(point);
        traits[size] = (byte) (gap | Text.trait(kind) | (capital ? Text.CAPITAL : 0));
        number[size] = Dictionary.UNREAD;
        return i;
    }
}
