package kroniek.language.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import kroniek.language.text.Text.Kind;

/**
 * Cuts a text into sentences in one pass. A sentence ends at a full stop, question or exclamation mark with its closing quotes, unless
 * what follows goes on in lower case or the stop belongs to an abbreviation or an initial; at an empty line; and at the end of a line
 * that is not merely wrapped. Immutable.
 */
public final class SentenceSplitter {

    /** The data file: abbreviations whose full stop ends no sentence. */
    public static final String FILE = "text/abbreviations.txt";

    /** Single line breaks below this number say nothing about wrapping. */
    private static final int WRAPPED_BREAKS = 4;
    /** Wrapped lines are at least and at most this long, in UTF-16 units. */
    private static final int WRAPPED_SHORTEST = 45;

    private static final int WRAPPED_LONGEST = 100;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Set<String> abbreviations;

    private SentenceSplitter(Set<String> abbreviations) {
        this.abbreviations = abbreviations;
    }

    /**
     * Reads the abbreviations.
     *
     * @throws DataException if a line of the file is no abbreviation
     */
    public static SentenceSplitter load() {
        return of(DataFile.resource(FILE));
    }

    /** Reads the abbreviations, white space between them, each with its full stop. */
    static SentenceSplitter of(DataFile file) {
        Set<String> words = new HashSet<>();
        for (DataFile.Line line : file.lines()) {
            for (String word : SPACE.split(line.text().strip(), -1)) {
                if (!word.endsWith(".") || word.length() < 2) {
                    throw line.error("'" + word + "' is no abbreviation: write it with its full stop");
                }
                String last = word.substring(word.lastIndexOf('.', word.length() - 2) + 1, word.length() - 1);
                words.add(Text.fold(last));
            }
        }
        return new SentenceSplitter(Set.copyOf(words));
    }

    /** The sentences from a token on; what stands before it is no part of the news. */
    public Sentences split(Text text, int from) {
        boolean wrapped = wrapped(text, from);
        int[] first = new int[16];
        int size = 0;
        for (int token = from; token < text.size(); token++) {
            if (token == from || ends(text, token - 1, wrapped)) {
                if (size == first.length) {
                    first = Arrays.copyOf(first, size * 2);
                }
                first[size++] = token;
            }
        }
        return new Sentences(Arrays.copyOf(first, size), text.size());
    }

    private boolean ends(Text text, int token, boolean wrapped) {
        int next = token + 1;
        if (text.paragraphBefore(next)) {
            return true;
        }
        if (text.lineBefore(next) && !(wrapped || goesOn(text, next))) {
            return true;
        }
        if (!text.spaceBefore(next) || text.kind(token) != Kind.SIGN || goesOn(text, next)) {
            return false;
        }
        int stop = token;
        while (stop > 0 && closing(text, stop) && !text.spaceBefore(stop)) {
            stop--;
        }
        return terminal(text, stop) && !(stop == token && abbreviates(text, stop));
    }

    private static boolean goesOn(Text text, int next) {
        if (text.kind(next) == Kind.WORD) {
            int c = text.string().codePointAt(text.start(next));
            return Character.isLowerCase(c);
        }
        char c = text.string().charAt(text.start(next));
        boolean quote = c == '"' || c == '\'' || c == '‘' || c == '’' || c == '“' || c == '„';
        if (quote && next + 1 < text.size() && !text.spaceBefore(next + 1) && text.kind(next + 1) == Kind.WORD) {
            // 's Avonds and 't Was begin a sentence with a mark and a small letter
            boolean clitic = text.end(next + 1) - text.start(next + 1) == 1;
            return !clitic && Character.isLowerCase(text.string().codePointAt(text.start(next + 1))) && c == '’';
        }
        return c == ',' || c == ';' || c == ':' || c == ')' || c == '–' || (c == '-' && text.kind(next) == Kind.SIGN);
    }

    private static boolean terminal(Text text, int token) {
        return text.is(token, '.') || text.is(token, '!') || text.is(token, '?') || text.is(token, '…');
    }

    private static boolean closing(Text text, int token) {
        if (text.kind(token) != Kind.SIGN) {
            return false;
        }
        char c = text.string().charAt(text.start(token));
        return c == '"' || c == '\'' || c == '”' || c == '’' || c == '»' || c == ')' || c == ']';
    }

    private boolean abbreviates(Text text, int stop) {
        if (!text.is(stop, '.') || stop == 0 || text.spaceBefore(stop) || text.kind(stop - 1) != Kind.WORD) {
            return false;
        }
        int length = text.end(stop - 1) - text.start(stop - 1);
        if (length > 7) {
            return false;
        }
        if (length == 1) {
            return text.capitalised(stop - 1) || abbreviations.contains(text.folded(stop - 1));
        }
        boolean capitals = Character.isUpperCase(text.string().charAt(text.start(stop - 1) + 1));
        return !capitals && abbreviations.contains(text.folded(stop - 1));
    }

    /** Whether the text's lines are cut at a width, so that a line break says nothing. */
    private static boolean wrapped(Text text, int from) {
        int breaks = 0;
        int open = 0;
        int lineStart = from < text.size() ? text.start(from) : 0;
        for (int token = from + 1; token < text.size(); token++) {
            if (!text.lineBefore(token)) {
                continue;
            }
            int length = text.end(token - 1) - lineStart;
            lineStart = text.start(token);
            if (text.paragraphBefore(token)) {
                continue;
            }
            if (length > WRAPPED_LONGEST || length < WRAPPED_SHORTEST) {
                return false;
            }
            breaks++;
            if (!terminal(text, token - 1)) {
                open++;
            }
        }
        return breaks >= WRAPPED_BREAKS && open * 2 > breaks;
    }
}
