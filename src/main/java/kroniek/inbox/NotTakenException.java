package kroniek.inbox;

import kroniek.domain.Rejection;

/** An article that was pushed and not taken; the message says what is wrong, where, and what to do. */
public final class NotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String reason;
    private final int retryAfterSeconds;

    /** What the writer can do. */
    public enum Kind {
        /** Mend the article: it would be rejected. */
        UNUSABLE,
        /** Split the article: it is larger than one may be. */
        TOO_LARGE,
        /** Send it again, later: more is pushed than is allowed. */
        TOO_MANY,
        /** Send it again: Kafka did not acknowledge it, though it may have been written. */
        UNACKNOWLEDGED
    }

    private NotTakenException(Kind kind, String reason, String detail, int retryAfterSeconds) {
        super(detail);
        this.kind = kind;
        this.reason = reason;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    static NotTakenException unusable(String reason, String detail) {
        return new NotTakenException(Kind.UNUSABLE, reason, detail, 0);
    }

    static NotTakenException rejected(Rejection rejection) {
        Kind kind = rejection.reason() == Rejection.Reason.TOO_LARGE ? Kind.TOO_LARGE : Kind.UNUSABLE;
        return new NotTakenException(kind, rejection.reason().code(), rejection.detail(), 0);
    }

    static NotTakenException tooMany(int perSecond, int retryAfterSeconds) {
        return new NotTakenException(
                Kind.TOO_MANY,
                "too-many",
                "more is pushed than the %d articles a second that are allowed (http.write.rate); send it again in %d s"
                        .formatted(perSecond, retryAfterSeconds),
                retryAfterSeconds);
    }

    static NotTakenException tooManyLines(int most) {
        return new NotTakenException(
                Kind.TOO_LARGE,
                "too-many-lines",
                "a request has at most %d lines; send this one and all that follow in another".formatted(most),
                0);
    }

    static NotTakenException unacknowledged(Throwable cause) {
        NotTakenException failure = new NotTakenException(
                Kind.UNACKNOWLEDGED,
                "unacknowledged",
                "Kafka has not acknowledged it (%s); send it again, unless you have sent a newer version since: if it was written after all, that changes nothing"
                        .formatted(cause.getMessage()),
                5);
        failure.initCause(cause);
        return failure;
    }

    /** What the writer can do. */
    public Kind kind() {
        return kind;
    }

    /**
     * The kind of fault, for programs: a {@link Rejection.Reason}'s code, {@code no-id}, {@code bad-id},
     * {@code too-many}, {@code too-many-lines} or {@code unacknowledged}.
     */
    public String reason() {
        return reason;
    }

    /** How many seconds to wait before sending it again; 0 where that would not help. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
