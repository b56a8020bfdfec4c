package kroniek.query.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kroniek.query.ImpossiblePositionException;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;
import kroniek.query.feed.Filter.Topic;
import kroniek.query.feed.Log.Shape;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What changes, as it is committed, for any number of subscribers. Two threads read: one for all who are {@link Live}, one for those who are still
 * behind, the {@link Replay}. They start with the first subscriber.
 */
public final class Feed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /** So many may follow at a time. */
    private static final int MOST = 2_000;

    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration LIVE_WAIT = Duration.ofMillis(500);
    /** Short, because a reader that is told to read elsewhere waits for the answer that is under way. */
    private static final Duration REPLAY_WAIT = Duration.ofMillis(20);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Log log;
    private final Clock clock;
    private final Form form;
    private final Duration beat;
    private int following;
    private @Nullable Running running;
    private boolean closed;

    /**
     * Makes a feed that nobody follows yet.
     *
     * @param log the topics; closed with the feed
     * @param clock tells how old a position is
     * @param form how what subscribers get is written
     */
    public Feed(Log log, Clock clock, Form form) {
        this(log, clock, form, BEAT);
    }

    Feed(Log log, Clock clock, Form form, Duration beat) {
        this.log = log;
        this.clock = clock;
        this.form = form;
        this.beat = beat;
    }

    /** Where a subscriber begins. */
    public sealed interface Start {

        /** With what comes from now on. */
        record Now() implements Start {}

        /** With the beginning of the topics: of everything at least the newest state. */
        record Earliest() implements Start {}

        /**
         * Behind what was seen before.
         *
         * @param position the position that came with it
         */
        record Behind(String position) implements Start {}
    }

    /** What is called when a subscriber leaves; a second call does nothing. */
    public interface Leaving {

        /** Hands it nothing more. */
        void leave();
    }

    /**
     * Lets a subscriber follow the feed; what it gets first is its position.
     *
     * @throws ImpossiblePositionException for a position of other topics, behind the end, or so old that deletions may be gone
     * @throws UnavailableException where Kafka does not answer, or too many follow already
     */
    public Leaving follow(Start start, Filter filter, Subscriber subscriber) {
        Running feed = running();
        FeedPosition from = from(start, filter, feed.shape());
        Member member = new Member(subscriber, filter, feed.shape(), from.asOf(), from.next());
        enter(feed.live());
        try {
            subscriber.take(new Piece(form.nothing(member.position())));
            if (!feed.live().join(member)) {
                feed.replay().add(member);
            }
            subscriber.send();
        } catch (RuntimeException | Error failed) {
            leave(feed, member);
            throw failed;
        }
        return () -> leave(feed, member);
    }

    /** Takes a place. Kafka, which may let us wait, is asked without the lock. */
    private void enter(Live live) {
        Offsets stable = live.isActive() ? null : log.stable();
        while (!entered(live, stable)) {
            stable = log.stable();
        }
    }

    /** Takes a place; false where that begins the reading, and from where is not known. */
    private synchronized boolean entered(Live live, @Nullable Offsets stable) {
        if (following == MOST) {
            throw new UnavailableException(
                    Reason.BUSY, "%d follow this instance already; ask another, or again in a moment.".formatted(MOST));
        }
        if (!live.isActive()) {
            if (stable == null) {
                return false;
            }
            live.begin(stable);
        }
        following++;
        return true;
    }

    private synchronized void leave(Running feed, Member member) {
        if (member.leave()) {
            feed.live().remove(member);
            following--;
            if (following == 0) {
                feed.live().rest();
            }
        }
    }

    private FeedPosition from(Start start, Filter filter, Shape shape) {
        long now = clock.instant().getEpochSecond();
        if (start instanceof Start.Behind behind) {
            return known(behind.position(), filter, shape, now);
        }
        Offsets next = start instanceof Start.Now ? log.stable() : Offsets.beginning(shape.slots());
        return new FeedPosition(shape.tag(), now, next);
    }

    private FeedPosition known(String written, Filter filter, Shape shape, long now) {
        FeedPosition position = FeedPosition.parse(written, shape)
                .orElseThrow(() -> impossible("It is no position of the topics of this Kroniek"));
        if (!log.ends().covers(position.next())) {
            throw impossible("It stands behind the end of the topics");
        }
        long kept = filter.topics().stream()
                .map(topic -> topic == Topic.ARTICLE ? log.articleDeletionsKept() : log.actorMonthDeletionsKept())
                .mapToLong(Duration::toSeconds)
                .min()
                .orElse(Long.MAX_VALUE);
        if (now - position.asOf() >= kept) {
            throw impossible("It is older than %d hours, and what was deleted since may be forgotten"
                    .formatted(TimeUnit.SECONDS.toHours(kept)));
        }
        return position;
    }

    private static ImpossiblePositionException impossible(String why) {
        return new ImpossiblePositionException(why + "; begin anew without it, or from=earliest.");
    }

    /** How many follow. */
    public synchronized int following() {
        return following;
    }

    /** Which topics they are, Kafka says, which may let us wait: it is asked without the lock, and before readers are made. */
    private Running running() {
        return running(log.shape());
    }

    private synchronized Running running(Shape shape) {
        if (closed) {
            throw new UnavailableException(Reason.STOPPED, "The program is being stopped; start it again.");
        }
        Running now = running;
        if (now == null) {
            now = Running.start(log, shape, clock, form, beat);
            running = now;
        }
        return now;
    }

    /** Ends what everybody follows, and closes the log. */
    @Override
    public void close() {
        Running stopped;
        synchronized (this) {
            closed = true;
            stopped = running;
            running = null;
        }
        if (stopped != null) {
            stopped.stop();
        }
        log.close();
    }

    /** The threads. */
    private record Running(Shape shape, Live live, Replay replay, List<Thread> threads) {

        static Running start(Log log, Shape shape, Clock clock, Form form, Duration beat) {
            Log.Reader liveReader = log.reader(LIVE_WAIT);
            Log.Reader replayReader = log.reader(REPLAY_WAIT);
            Live live = new Live(liveReader, shape, form, clock);
            Replay replay = new Replay(replayReader, live, shape, form);
            List<Thread> threads = List.of(
                    thread("feed-live", () -> reading(liveReader, live::turn)),
                    thread("feed-replay", () -> reading(replayReader, replay::turn)),
                    thread("feed-beat", () -> turns(() -> beat(live, replay, beat))));
            threads.forEach(Thread::start);
            return new Running(shape, live, replay, threads);
        }

        private static Thread thread(String name, Runnable work) {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        }

        private static void reading(Log.Reader reader, Turn turn) {
            try (reader) {
                turns(turn);
                // A consumer that an interrupted thread closes throws instead.
                boolean interrupted = Thread.interrupted();
                LOG.debug("the feed is not read any more (interrupted: {})", interrupted);
            }
        }

        private static void turns(Turn turn) {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    take(turn);
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        }

        private static void beat(Live live, Replay replay, Duration every) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(every.toMillis());
            live.beat();
            replay.members().forEach(Member::askForBeat);
        }

        private static void take(Turn turn) throws InterruptedException {
            try {
                turn.take();
            } catch (RuntimeException | Error failed) {
                if (!Thread.currentThread().isInterrupted()) {
                    // What was handed on is noted, so that nothing is lost or twice where it is read again.
                    LOG.warn("the feed could not be read; trying again", failed);
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        }

        void stop() {
            threads.forEach(Thread::interrupt);
            try {
                for (Thread thread : threads) {
                    thread.join(PATIENCE.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            live.members().forEach(member -> member.subscriber.end());
            replay.members().forEach(member -> member.subscriber.end());
        }
    }

    /** A piece of work that is done again and again. */
    private interface Turn {
        void take() throws InterruptedException;
    }
}
