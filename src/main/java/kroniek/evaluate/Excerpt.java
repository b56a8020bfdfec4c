package kroniek.evaluate;

import kroniek.domain.Span;

/** Pieces of a text by code points. */
final class Excerpt {

    private static final int AROUND = 20;

    private Excerpt() {}

    /** The characters of the span, which lies in the text. */
    static String of(String text, Span span) {
        int start = text.offsetByCodePoints(0, span.start());
        return text.substring(start, text.offsetByCodePoints(start, span.length()));
    }

    /** The span between brackets, with 20 characters on each side, on one line. */
    static String around(String text, Span span) {
        int length = text.codePointCount(0, text.length());
        Span before = new Span(Math.max(0, span.start() - AROUND), span.start());
        Span after = new Span(span.end(), Math.min(length, span.end() + AROUND));
        return oneLine(of(text, before) + "[" + of(text, span) + "]" + of(text, after));
    }

    /** Line ends and tabs as spaces, other control characters as a sign: a terminal would obey them. */
    static String oneLine(String text) {
        return text.replaceAll("\\R|\t", " ").replaceAll("\\p{Cntrl}|[\u202A-\u202E\u2066-\u2069]", "\uFFFD");
    }
}
