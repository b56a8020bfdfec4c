package kroniek.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.Span;
import org.jspecify.annotations.Nullable;

/**
 * What stands after the date on the header line: a source label ("CNN"), a headline, or simply the first words of the
 * text. Its shape decides (length, final punctuation, capitals, how the text goes on), and words only where shape does
 * not. Where it is unclear, it is text: nothing is lost by that.
 *
 * @param title the headline in UTF-16 offsets of the text, without its author's initials, or null
 * @param source the name of the source in UTF-16 offsets, or null
 */
record HeaderLabel(@Nullable Span title, @Nullable Span source) {

    private static final HeaderLabel NONE = new HeaderLabel(null, null);
    private static final LabelWords WORDS = LabelWords.load();

    /** Headlines of news sites run to some 150 characters; where more stands on the line, a paragraph begins there. */
    private static final int LONGEST = 200;

    /** "Bron: DPA", "Door Jan Jansen". */
    private static final Pattern CREDIT = Pattern.compile("(?:Bron|Door|Tekst|Auteur|Redactie):?\\h+(.+)");

    /** "Regen op komst | NOS", "Regen op komst – NU.nl", "Regen op komst (Belga)". */
    private static final Pattern SIGNED =
            Pattern.compile("(.+?)\\h+(?:[|–—-]\\h+(?<after>[^|–—]+)|\\((?<inside>[^()]+)\\))");

    /**
     * Reads what follows the date.
     *
     * @param text the whole text
     * @param from UTF-16 offset after the date
     */
    static HeaderLabel read(String text, int from) {
        int newline = text.indexOf('\n', from);
        int lineEnd = newline < 0 ? text.length() : newline;
        int start = Blank.start(text, from, lineEnd);
        int end = Blank.end(text, start, lineEnd);
        if (start == end || end - start > LONGEST || Blank.start(text, lineEnd, text.length()) == text.length()) {
            return NONE;
        }
        return read(text.substring(start, end), Body.of(text, lineEnd)).movedBy(start);
    }

    private static HeaderLabel read(String line, Body body) {
        if (body.goesOnSmall() || WORDS.section(line) || HeadlineShape.isDateline(line, WORDS)) {
            return NONE;
        }
        Matcher credit = CREDIT.matcher(line);
        if (credit.matches() && SourceShape.isName(credit.group(1), WORDS)) {
            return new HeaderLabel(null, new Span(credit.start(1), line.length()));
        }
        if (SourceShape.isSource(line, WORDS, body)) {
            return new HeaderLabel(null, new Span(0, line.length()));
        }
        Matcher signed = SIGNED.matcher(line);
        if (signed.matches()) {
            String group = signed.group("after") != null ? "after" : "inside";
            if (SourceShape.isKnown(signed.group(group), WORDS)) {
                return headline(line, signed.end(1), new Span(signed.start(group), signed.end(group)), body);
            }
        }
        return headline(line, Initials.start(line, WORDS, body), null, body);
    }

    private static HeaderLabel headline(String line, int end, @Nullable Span source, Body body) {
        String title = line.substring(0, end);
        boolean headline = HeadlineShape.isHeadline(title, WORDS) && !body.continues(line);
        return new HeaderLabel(headline ? new Span(0, end) : null, source);
    }

    private HeaderLabel movedBy(int offset) {
        return new HeaderLabel(moved(title, offset), moved(source, offset));
    }

    private static @Nullable Span moved(@Nullable Span span, int offset) {
        return span == null ? null : new Span(span.start() + offset, span.end() + offset);
    }
}
