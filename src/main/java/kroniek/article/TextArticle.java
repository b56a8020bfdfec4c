package kroniek.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kroniek.domain.Article;
import kroniek.domain.PublicationDate;
import kroniek.domain.Rejection;
import kroniek.domain.Span;

/** The text form of an article: a header line {@code  date YYYY-MM}, perhaps with a label, and the text. */
final class TextArticle {

    private static final Pattern HEADER = Pattern.compile("date\\h++(\\d\\S*+)", Pattern.CASE_INSENSITIVE);

    private TextArticle() {}

    /**
     * Reads a decoded file that is not blank. Blank lines may stand before the header line.
     *
     * @throws Refusal if it has no header, no date that exists, or no text
     */
    static Article read(String id, String text) throws Refusal {
        ArticleReader.checkSize(text);
        int first = Blank.start(text, 0, text.length());
        Matcher header = HEADER.matcher(text).region(first, text.length());
        if (!header.lookingAt()) {
            throw noHeader(text, first);
        }
        PublicationDate published =
                new PublicationDate(DateForm.read(header.group(1), "the header line"), PublicationDate.Source.HEADER);
        int end = header.end();
        if (Blank.start(text, end, text.length()) == text.length()) {
            throw new Refusal(
                    Rejection.Reason.EMPTY,
                    "there is no text after the header line; write it, or take the file out of the folder");
        }
        Span line = codePoints(text, new Span(text.lastIndexOf('\n', first) + 1, end));
        HeaderLabel label = HeaderLabel.read(text, end);
        Span title = label.title();
        Span source = label.source();
        return new Article(
                id,
                published,
                title == null ? null : text.substring(title.start(), title.end()),
                source == null ? null : text.substring(source.start(), source.end()),
                text,
                line,
                title == null ? null : codePoints(text, title),
                source == null ? null : codePoints(text, source));
    }

    private static Refusal noHeader(String text, int first) {
        int end = text.indexOf('\n', first);
        String line = Blank.strip(text.substring(first, end < 0 ? text.length() : end));
        return new Refusal(
                Rejection.Reason.NO_DATE,
                ("the first line is %s, but an article begins with a line 'date YYYY-MM' or 'date YYYY-MM-DD';"
                                + " put one there")
                        .formatted(Refusal.quote(line)));
    }

    private static Span codePoints(String text, Span utf16) {
        int start = text.codePointCount(0, utf16.start());
        return new Span(start, start + text.codePointCount(utf16.start(), utf16.end()));
    }
}
