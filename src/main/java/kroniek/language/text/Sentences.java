package kroniek.language.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kroniek.domain.Span;

/** The sentences of a text, as ranges of tokens: in order, disjoint, and every token from the first sentence on lies in one. */
public final class Sentences {

    private final int[] first;
    private final int end;

    /**
     * @param first the first token of each sentence, ascending
     * @param end the token after the last sentence
     */
    Sentences(int[] first, int end) {
        this.first = first;
        this.end = end;
    }

    /** The number of sentences. */
    public int size() {
        return first.length;
    }

    /** The first token of a sentence. */
    public int first(int sentence) {
        return first[sentence];
    }

    /** The last token of a sentence. */
    public int last(int sentence) {
        return (sentence + 1 < first.length ? first[sentence + 1] : end) - 1;
    }

    /** The sentence in which a token lies; negative for a token before the first sentence. */
    public int of(int token) {
        int found = Arrays.binarySearch(first, token);
        return found >= 0 ? found : -found - 2;
    }

    /** The spans, in code points, in order and disjoint. */
    public List<Span> spans(Text text) {
        List<Span> spans = new ArrayList<>(size());
        int utf16 = 0;
        int points = 0;
        for (int i = 0; i < size(); i++) {
            int from = text.start(first(i));
            int to = text.end(last(i));
            int start = points + text.string().codePointCount(utf16, from);
            points = start + text.string().codePointCount(from, to);
            utf16 = to;
            spans.add(new Span(start, points));
        }
        return spans;
    }
}
