package kroniek.language.date;

/** What the rules know about a token that they speak of: it is one word, or a number in digits of one kind. */
abstract class Piece {

    private Signature signature;
    private long filter;

    /** The patterns that may begin with it, in order of their rules; set once by {@link Grammar}. */
    Start[] starts = {};

    Piece(Signature signature) {
        this.signature = signature;
        this.filter = signature.filter() | Signature.NO_TOKEN;
    }

    /** Only while the vocabulary is read. */
    final void sign(Signature more) {
        signature = signature.or(more);
        filter = signature.filter() | Signature.NO_TOKEN;
    }

    /** What a token that is this can match. */
    final Signature signature() {
        return signature;
    }

    /** The filter of a token that is this. */
    final long filter() {
        return filter;
    }

    /** Whether it belongs to a class. */
    final boolean in(int wordClass) {
        return signature.has(wordClass);
    }
}
