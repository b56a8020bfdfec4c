package kroniek.query.feed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import kroniek.query.feed.Log.Batch;
import kroniek.query.feed.Log.Entry;
import kroniek.query.feed.Log.Shape;

/**
 * What was committed before, for those who are further behind than {@link Live} can help them. One reader serves them in turns, each from where it is
 * and only once all that it took is sent; who has caught up, goes on live.
 */
final class Replay {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final long LOOK_MS = 50;

    private final Log.Reader reader;
    private final Live live;
    private final Shape shape;
    private final Form form;
    private final Deque<Member> members = new ArrayDeque<>();

    Replay(Log.Reader reader, Live live, Shape shape, Form form) {
        this.reader = reader;
        this.live = live;
        this.shape = shape;
        this.form = form;
    }

    synchronized void add(Member member) {
        members.add(member);
        notifyAll();
    }

    /** Serves one member; waits where there is none that can take something. */
    void turn() throws InterruptedException {
        Member member = next();
        boolean joined = false;
        try {
            joined = live.join(member);
            if (!joined) {
                read(member);
                member.beat(form);
            }
        } finally {
            if (!joined) {
                add(member);
            }
            member.subscriber.send();
        }
    }

    private synchronized Member next() throws InterruptedException {
        while (true) {
            members.removeIf(Member::isGone);
            for (int i = members.size(); i > 0; i--) {
                Member member = members.remove();
                if (member.subscriber.isIdle()) {
                    return member;
                }
                members.add(member);
            }
            wait(members.isEmpty() ? 0 : LOOK_MS);
        }
    }

    /** Those who wait for their turn. */
    synchronized List<Member> members() {
        return List.copyOf(members);
    }

    private void read(Member member) {
        Batch batch = reader.read(member.next(), PATIENCE);
        for (Entry entry : batch.entries()) {
            boolean taken = Changes.of(entry, shape)
                    .map(change -> member.pass(new Event(entry.slot(), entry.offset(), change), form))
                    .orElse(true);
            if (!taken) {
                return;
            }
        }
        member.moveTo(batch.next());
    }
}
