package kroniek.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import kroniek.domain.Rejection;

/**
 * Bytes to text. A byte order mark decides where there is one, and is no part of the text; else UTF-8; else
 * Windows-1252, what old newsroom systems write. The five bytes that Windows-1252 leaves undefined become U+FFFD.
 */
final class Decoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';

    /** One in so many characters may be a control character or undecodable; with more it is no text. */
    private static final int TEXT_PER_NOISE = 10;

    private Decoder() {}

    /**
     * Decodes a whole file or JSON line.
     *
     * @throws Refusal if there is nothing in it, or it is not text
     */
    static String decode(byte[] bytes) throws Refusal {
        String text = withoutMark(bytes);
        checkText(text);
        if (Blank.is(text)) {
            throw new Refusal(
                    Rejection.Reason.EMPTY, "the article is empty; write it, or take its file out of the folder");
        }
        return text.indexOf('\n') < 0 ? text.replace('\r', '\n') : text;
    }

    /**
     * Checks that characters are text.
     *
     * @throws Refusal for a NUL, or for too many control and undecodable characters
     */
    static void checkText(String text) throws Refusal {
        int noise = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw binary("there is a NUL at character " + i);
            }
            if (c == REPLACEMENT || (Character.isISOControl(c) && !Character.isWhitespace(c))) {
                noise++;
            }
        }
        if (noise > 0 && noise > text.length() / TEXT_PER_NOISE) {
            throw binary(
                    "%d of its %d characters are control characters or undecodable".formatted(noise, text.length()));
        }
    }

    private static Refusal binary(String why) {
        return new Refusal(
                Rejection.Reason.BINARY,
                "this is not text: " + why + "; save it as UTF-8 (UTF-16 needs its byte order mark)");
    }

    private static String withoutMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8OrWindows(bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        return utf8OrWindows(bytes, 0);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String utf8OrWindows(byte[] bytes, int from) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, bytes.length - from);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException notStrictlyUtf8) {
            // A damaged byte or a last character cut in two must not turn every "België" of a UTF-8 file into
            // "BelgiÃ«".
            String damaged = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
            return from > 0 || mostlyUtf8(damaged)
                    ? damaged
                    : new String(bytes, from, bytes.length - from, WINDOWS_1252);
        }
    }

    private static boolean mostlyUtf8(String decoded) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < decoded.length(); i++) {
            char c = decoded.charAt(i);
            if (c == REPLACEMENT) {
                bad++;
            } else if (c > 0x7F) {
                good++;
            }
        }
        return good > bad;
    }
}
