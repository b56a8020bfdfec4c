package kroniek.article;

import kroniek.domain.Reading;
import kroniek.domain.Rejection;

/**
 * Turns the bytes of one article into an {@link kroniek.domain.Article} or a {@link Rejection}. A pure function;
 * nothing that the bytes may be makes it throw.
 *
 * <p>The text of an accepted article is valid Unicode: what cannot be decoded, and lone surrogates in JSON escapes,
 * become U+FFFD. Line ends stay as they are, so that offsets are those of the decoded file; only in a file that ends
 * its lines with carriage returns alone do these become line feeds, one for one.
 */
public final class ArticleReader {

    /** The most bytes of UTF-8 that an article may have: 1 MB. Counted after decoding; for JSON over title and text. */
    public static final int MAX_BYTES = 1 << 20;

    private ArticleReader() {}

    /**
     * Reads one article.
     *
     * @param id the id that the article or the rejection gets
     * @param format the form of the bytes
     * @param bytes the article as found: UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252
     */
    public static Reading read(String id, Format format, byte[] bytes) {
        try {
            if (bytes.length > maxRawBytes(format)) {
                throw tooLarge(bytes.length + " bytes");
            }
            String text = Decoder.decode(bytes);
            return switch (format) {
                case TEXT -> TextArticle.read(id, text);
                case JSON -> JsonArticle.read(id, text);
            };
        } catch (Refusal refusal) {
            return refusal.of(id);
        }
    }

    /**
     * The most bytes that can still be an article of that form; who reads files may stop there. Text shrinks to half at
     * best, from UTF-16; JSON may write every character of its text as an escape of six.
     */
    public static int maxRawBytes(Format format) {
        return switch (format) {
            case TEXT -> 2 * MAX_BYTES + 2;
            case JSON -> 6 * MAX_BYTES;
        };
    }

    /** Checks the length of an article's whole text. */
    static void checkSize(String text) throws Refusal {
        if (text.length() > MAX_BYTES) {
            throw tooLarge("more than " + MAX_BYTES + " characters");
        }
        int size = utf8Length(text);
        if (size > MAX_BYTES) {
            throw tooLarge(size + " bytes of UTF-8");
        }
    }

    private static int utf8Length(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair stands for two of its four bytes.
            size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return size;
    }

    private static Refusal tooLarge(String size) {
        return new Refusal(
                Rejection.Reason.TOO_LARGE,
                "the article has %s, the limit is %d bytes; split it into the articles that it is made of"
                        .formatted(size, MAX_BYTES));
    }
}
