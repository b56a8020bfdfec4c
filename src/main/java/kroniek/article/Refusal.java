package kroniek.article;

import kroniek.domain.Rejection;

/**
 * Why these bytes are no article, on its way from where it is noticed to {@link ArticleReader}, which makes it a {@link
 * Rejection}. Never leaves this package.
 */
final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int QUOTED = 40;

    private final Rejection.Reason reason;

    /**
     * @param reason the kind of fault
     * @param detail what is wrong, where, and what to do; what it quotes of the input may hold anything
     */
    Refusal(Rejection.Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /**
     * The rejection of the article with that id; its detail is safe to show, control characters and lone surrogates
     * escaped.
     */
    Rejection of(String id) {
        StringBuilder shown = new StringBuilder();
        String.valueOf(getMessage()).codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return new Rejection(id, reason, shown.toString());
    }

    /** The beginning of a piece of the input, in quotation marks. */
    static String quote(String piece) {
        int length = piece.codePointCount(0, piece.length());
        return length <= QUOTED
                ? "'" + piece + "'"
                : "'" + piece.substring(0, piece.offsetByCodePoints(0, QUOTED)) + "…'";
    }
}
