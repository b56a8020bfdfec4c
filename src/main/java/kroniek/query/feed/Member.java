package kroniek.query.feed;

import kroniek.query.feed.Log.Shape;

/**
 * A subscriber and how far it is. Whichever part of the feed has it, {@link Live} or {@link Replay}, is the only one that moves it; while it is live, it
 * is where that is.
 */
final class Member {

    final Subscriber subscriber;
    final Filter filter;
    private final Shape shape;
    private final long asOf;
    private Offsets next;
    private volatile boolean gone;
    private volatile boolean beatDue;

    /**
     * @param asOf as in {@link FeedPosition}
     * @param next what it is to see next
     */
    Member(Subscriber subscriber, Filter filter, Shape shape, long asOf, Offsets next) {
        this.subscriber = subscriber;
        this.filter = filter;
        this.shape = shape;
        this.asOf = asOf;
        this.next = next;
    }

    Offsets next() {
        return next;
    }

    String position() {
        return new FeedPosition(shape.tag(), asOf, next).written(shape);
    }

    /**
     * Hands it an entry, unless it is behind that already, or does not follow such changes.
     *
     * @return false if it takes nothing more now; it then stays before the entry
     */
    boolean pass(Event event, Form form) {
        if (event.offset() < next.next(event.slot())) {
            return true;
        }
        Offsets before = next;
        next = next.behind(event.slot(), event.offset());
        boolean taken =
                !filter.passes(event.change()) || subscriber.take(new Piece(form.change(event.change(), position())));
        if (!taken) {
            next = before;
        }
        return taken;
    }

    /** Notes that it has seen all that there is before some offsets. */
    void moveTo(Offsets offsets) {
        next = next.max(offsets);
    }

    /** Whether it has left. */
    boolean isGone() {
        return gone;
    }

    /** Lets it leave; whether it had not left before. */
    synchronized boolean leave() {
        boolean first = !gone;
        gone = true;
        return first;
    }

    /** Asks that it be told its position where nothing new comes. */
    void askForBeat() {
        beatDue = true;
    }

    /** Tells it its position, if that was asked for and nothing waits to be sent. */
    void beat(Form form) {
        if (beatDue && subscriber.isIdle()) {
            beatDue = false;
            if (subscriber.take(new Piece(form.nothing(position())))) {
                subscriber.send();
            }
        }
    }
}
