package kroniek.query.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A subscriber that notes what it gets, and can be slow. */
class Follower implements Subscriber {

    /** How many pieces it takes before they are sent. */
    private final int room;

    private final List<String> waiting = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private boolean stuck;
    private boolean cut;
    private boolean ended;

    Follower() {
        this(Integer.MAX_VALUE);
    }

    Follower(int room) {
        this.room = room;
    }

    /** Lets nothing be sent until it is told otherwise. */
    synchronized void stuck(boolean now) {
        stuck = now;
        send();
    }

    @Override
    public synchronized boolean take(Piece piece) {
        if (waiting.size() >= room) {
            return false;
        }
        waiting.add(new String(piece.bytes(), StandardCharsets.UTF_8));
        return true;
    }

    @Override
    public synchronized void send() {
        if (!stuck) {
            sent.addAll(waiting);
            waiting.clear();
        }
    }

    @Override
    public synchronized boolean isIdle() {
        return waiting.isEmpty();
    }

    @Override
    public synchronized void cutOff() {
        waiting.clear();
        cut = true;
    }

    @Override
    public synchronized void end() {
        ended = true;
    }

    synchronized boolean isCut() {
        return cut;
    }

    synchronized boolean isEnded() {
        return ended;
    }

    /** The changes that were sent. */
    synchronized List<String> changes() {
        return sent.stream()
                .map(piece -> piece.split("@", 2)[0])
                .filter(change -> !change.isEmpty())
                .toList();
    }

    /** Everything that was sent. */
    synchronized List<String> pieces() {
        return List.copyOf(sent);
    }

    /** The positions that were sent, the first of which came with nothing. */
    synchronized List<String> positions() {
        return sent.stream().map(piece -> piece.split("@", 2)[1]).toList();
    }

    /** Where it comes back to. */
    synchronized String last() {
        return sent.get(sent.size() - 1).split("@", 2)[1];
    }
}
