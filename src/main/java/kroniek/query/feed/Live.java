package kroniek.query.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kroniek.query.feed.Log.Batch;
import kroniek.query.feed.Log.Entry;
import kroniek.query.feed.Log.Shape;

/**
 * What is committed now: read once, whatever the number of those who follow, and handed to all of them. The newest changes are kept, so that
 * most who come back, and all who caught up in {@link Replay}, can go on from there.
 *
 * <p>Everybody who is live stands at the same offsets, for what a filter holds back was seen too. Nothing is read while nobody follows.
 */
final class Live {

    /** So many offsets before the end of every slot does it begin, so that who comes back soon finds what was missed. */
    private static final long BEGIN_BEFORE = 200;

    /** So much of the newest changes is kept, in {@link Change#weight}. */
    private static final int MOST_KEPT = 100_000;

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Log.Reader reader;
    private final Shape shape;
    private final Form form;
    private final Clock clock;
    private final Set<Member> members = ConcurrentHashMap.newKeySet();

    // Under the lock of this.
    private final Deque<Event> kept = new ArrayDeque<>();
    private int weight;
    private Offsets begin;
    private Offsets next;
    /** How often it has begun anew; what was read before that is dropped. */
    private int begun;

    private boolean active;

    Live(Log.Reader reader, Shape shape, Form form, Clock clock) {
        this.reader = reader;
        this.shape = shape;
        this.form = form;
        this.clock = clock;
        this.begin = Offsets.beginning(shape.slots());
        this.next = begin;
    }

    /** Begins to read, if it does not read. */
    synchronized void begin(Offsets stable) {
        if (!active) {
            kept.clear();
            weight = 0;
            begin = stable.minus(BEGIN_BEFORE);
            next = begin;
            begun++;
            active = true;
            notifyAll();
        }
    }

    /** Whether it reads. */
    synchronized boolean isActive() {
        return active;
    }

    /** Stops reading, until somebody wants it again. */
    synchronized void rest() {
        active = false;
        kept.clear();
        weight = 0;
    }

    /**
     * Takes a member over, if it is no further than what was read, and not further behind than what is kept.
     *
     * @return whether it is live now
     */
    synchronized boolean join(Member member) {
        if (!active || !next.covers(member.next()) || !member.next().covers(begin)) {
            return false;
        }
        for (Event event : kept) {
            if (!member.pass(event, form)) {
                return false;
            }
        }
        member.moveTo(next);
        members.add(member);
        if (member.isGone()) {
            // It left before it was here to be taken out.
            members.remove(member);
        }
        return true;
    }

    void remove(Member member) {
        members.remove(member);
    }

    /** Reads on once; waits where nobody follows. */
    void turn() throws InterruptedException {
        Offsets from;
        int number;
        synchronized (this) {
            while (!active) {
                wait();
            }
            from = next;
            number = begun;
        }
        Batch batch = reader.read(from, PATIENCE);
        List<Event> events = new ArrayList<>();
        for (Entry entry : batch.entries()) {
            Changes.of(entry, shape).ifPresent(change -> events.add(new Event(entry.slot(), entry.offset(), change)));
        }
        Set<Member> slow = new HashSet<>();
        synchronized (this) {
            if (number != begun || !active) {
                return;
            }
            events.forEach(event -> tell(event, slow));
            members.removeAll(slow);
            next = next.max(batch.next());
        }
        slow.forEach(member -> member.subscriber.cutOff());
        if (!events.isEmpty()) {
            members.forEach(member -> member.subscriber.send());
        }
    }

    private void tell(Event event, Set<Member> slow) {
        if (event.offset() < next.next(event.slot())) {
            return;
        }
        next = next.behind(event.slot(), event.offset());
        keep(event);
        Piece piece = null;
        for (Member member : members) {
            if (!slow.contains(member) && member.filter.passes(event.change())) {
                // Written once for all.
                piece = piece == null ? new Piece(form.change(event.change(), position())) : piece;
                if (!member.subscriber.take(piece)) {
                    slow.add(member);
                }
            }
        }
    }

    private String position() {
        return new FeedPosition(shape.tag(), clock.instant().getEpochSecond(), next).written(shape);
    }

    private void keep(Event event) {
        kept.add(event);
        weight += event.change().weight();
        while (weight > MOST_KEPT) {
            Event oldest = kept.remove();
            weight -= oldest.change().weight();
            begin = begin.behind(oldest.slot(), oldest.offset());
        }
    }

    /** Tells everybody for whom nothing waits to be sent the position. */
    void beat() {
        List<Member> told = new ArrayList<>();
        synchronized (this) {
            Piece piece = null;
            for (Member member : members) {
                if (member.subscriber.isIdle()) {
                    piece = piece == null ? new Piece(form.nothing(position())) : piece;
                    member.subscriber.take(piece);
                    told.add(member);
                }
            }
        }
        told.forEach(member -> member.subscriber.send());
    }

    /** Those who are live. */
    Set<Member> members() {
        return members;
    }
}
