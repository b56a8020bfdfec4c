package kroniek.domain;

/**
 * A half-open range of an article's text, in Unicode code points of the decoded article (header line included).
 *
 * @param start offset of the first code point
 * @param end offset after the last code point; equal to {@code start} for an empty span
 */
public record Span(int start, int end) {

    /** The empty span at the beginning of a text. */
    public static final Span NONE = new Span(0, 0);

    /** @throws IllegalArgumentException if the range is negative or inverted */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }

    /** The number of code points in the range. */
    public int length() {
        return end - start;
    }

    /** Whether the whole of {@code other} lies in this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two spans share at least one code point. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}
