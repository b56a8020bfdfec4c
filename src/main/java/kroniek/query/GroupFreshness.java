package kroniek.query;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kroniek.query.UnavailableException.Reason;
import kroniek.topic.Topics;
import kroniek.topic.Topics.Topic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the stores are, worked out from what the group has committed, which is the same for all instances. What came of the raw records before a
 * committed offset was committed with it; so it stands before the ends of {@code mentions}, {@code articles} and {@code rejected} as they are read
 * afterwards. Once the group has committed these ends too, the stores hold it, those of an instance that takes partitions over included.
 *
 * <p>A thread of its own looks: until something is known, then at most once a second, and only where somebody has asked since; again and again while
 * somebody waits.
 */
public final class GroupFreshness implements Freshness, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupFreshness.class);

    /** So many may wait at a time, so that threads are left for other questions. */
    private static final int MOST_WAITING = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_WHILE_WAITED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** A partition that has not moved for so many looks is looked into: what is left of it may be markers only. */
    private static final int LOOKS_BEFORE_LOOKING_IN = 10;

    private final Supplier<Progress> progress;
    private final String rawTopic;
    private final Duration patience;
    private final Semaphore places = new Semaphore(MOST_WAITING);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition looked = lock.newCondition();
    private final Condition wanted = lock.newCondition();
    private final Thread thread = new Thread(this::run, "freshness");
    private volatile Position reflected = Position.NONE;
    private volatile boolean asked;
    private volatile boolean closed;

    // Under the lock.
    private int waiting;
    private long looksBegun;
    private long looksEnded;
    private Map<Integer, Long> rawEnds = Map.of();

    // Of the thread.
    private @Nullable Candidate candidate;
    private final Map<TopicPartition, Still> still = new HashMap<>();

    /** A position that is reflected once the group has committed the ends of the topics that it reads back. */
    private record Candidate(Position position, Map<TopicPartition, Long> ends) {}

    /**
     * A partition in which the group does not move.
     *
     * @param from what it has committed
     * @param looks for how many looks
     * @param to up to where nothing is left to be processed
     */
    private record Still(long from, int looks, long to) {}

    GroupFreshness(Supplier<Progress> progress, String rawTopic, Duration patience) {
        this.progress = progress;
        this.rawTopic = rawTopic;
        this.patience = patience;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins to look.
     *
     * @param client settings of the connection, {@code bootstrap.servers} at least
     * @param topics the topics of the group, which is called like their prefix
     */
    public static GroupFreshness on(Map<String, Object> client, Topics topics) {
        List<Topic<?>> read = List.of(topics.articlesRaw(), topics.mentions(), topics.articles(), topics.rejected());
        return new GroupFreshness(
                () -> new KafkaProgress(client, topics.prefix(), read),
                topics.articlesRaw().name(),
                PATIENCE);
    }

    @Override
    public Position reflected() {
        if (!asked) {
            askAgain();
        }
        return reflected;
    }

    private void askAgain() {
        lock.lock();
        try {
            asked = true;
            wanted.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Position await(Position least) {
        if (reflected.covers(least)) {
            return reflected;
        }
        if (!places.tryAcquire()) {
            throw new UnavailableException(
                    Reason.BUSY, "Too many questions wait for a position; ask again in a moment.");
        }
        lock.lock();
        try {
            waiting++;
            wanted.signal();
            return awaited(least);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(Reason.STOPPED, "The program is being stopped; start it again.");
        } finally {
            waiting--;
            lock.unlock();
            places.release();
        }
    }

    private Position awaited(Position least) throws InterruptedException {
        long left = patience.toNanos();
        long asked = looksBegun;
        while (!reflected.covers(least)) {
            if (looksEnded > asked) {
                requirePossible(least);
            }
            if (left <= 0 || closed) {
                throw new UnavailableException(
                        Reason.BEHIND,
                        "What stands before %s is not counted yet, what stands before %s is; ask again in a moment."
                                .formatted(least, reflected));
            }
            left = looked.awaitNanos(left);
        }
        return reflected;
    }

    /** Called when the ends were read after the position was asked for. */
    private void requirePossible(Position least) {
        least.next().forEach((partition, offset) -> {
            Long end = rawEnds.get(partition);
            if (end == null) {
                throw new ImpossiblePositionException(
                        "The raw topic has no partition %d, its last is %d.".formatted(partition, rawEnds.size() - 1));
            }
            if (offset > end) {
                throw new ImpossiblePositionException(
                        "Partition %d of the raw topic ends at %d, before %d.".formatted(partition, end, offset));
            }
        });
    }

    private void run() {
        try {
            while (!closed) {
                lookOn();
                // What failed at once would fail at once again.
                if (!closed) {
                    TimeUnit.NANOSECONDS.sleep(LOOK_NANOS);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOn() throws InterruptedException {
        try (Progress group = progress.get()) {
            while (!closed) {
                look(group);
                rest();
            }
        } catch (KafkaException unknown) {
            LOG.debug("the cluster does not say how far the group is; asking again", unknown);
        } catch (RuntimeException fault) {
            LOG.error("it is not known how far the group is; asking again", fault);
        }
    }

    private void rest() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            looked.signalAll();
            long left = waiting == 0 ? LOOK_NANOS : LOOK_WHILE_WAITED_NANOS;
            boolean waitedFor = waiting > 0;
            while (!closed && left > 0 && (waitedFor || waiting == 0)) {
                left = wanted.awaitNanos(left);
            }
            while (!closed && waiting == 0 && !asked && isKnown()) {
                wanted.await();
            }
            asked = false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isKnown() {
        return !reflected.next().isEmpty();
    }

    private void look(Progress group) {
        long number = begin();
        Map<TopicPartition, Long> committed = group.committed();
        Map<TopicPartition, Long> done = done(committed);
        if (candidate != null && reaches(done, candidate.ends())) {
            reflected = candidate.position();
            candidate = null;
        }
        Map<TopicPartition, Long> ends = group.ends();
        Position raw = raw(ends.keySet().stream(), done);
        Map<TopicPartition, Long> readBack = new HashMap<>(ends);
        readBack.keySet().removeIf(this::isRaw);
        if (reaches(done, readBack)) {
            reflected = raw;
            candidate = null;
        } else if (candidate == null) {
            candidate = new Candidate(raw, readBack);
        }
        ends.forEach((partition, end) -> watch(group, partition, committed.getOrDefault(partition, 0L), end));
        end(number, ends);
    }

    private long begin() {
        lock.lock();
        try {
            return ++looksBegun;
        } finally {
            lock.unlock();
        }
    }

    private void end(long number, Map<TopicPartition, Long> ends) {
        lock.lock();
        try {
            rawEnds = raw(ends.keySet().stream(), ends).next();
            looksEnded = number;
        } finally {
            lock.unlock();
        }
    }

    private boolean isRaw(TopicPartition partition) {
        return partition.topic().equals(rawTopic);
    }

    private Position raw(Stream<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
        SortedMap<Integer, Long> next = partitions
                .filter(this::isRaw)
                .collect(Collectors.toMap(
                        TopicPartition::partition,
                        partition -> offsets.getOrDefault(partition, 0L),
                        Math::max,
                        TreeMap::new));
        return new Position(next);
    }

    private static boolean reaches(Map<TopicPartition, Long> done, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> done.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** What is committed, and what behind it was found to hold nothing to be processed. */
    private Map<TopicPartition, Long> done(Map<TopicPartition, Long> committed) {
        Map<TopicPartition, Long> done = new HashMap<>(committed);
        still.forEach((partition, it) -> {
            if (it.from() == committed.getOrDefault(partition, 0L)) {
                done.put(partition, it.to());
            }
        });
        return done;
    }

    /** Notes a partition that has something left and does not move; after some looks, whether that is anything to be processed. */
    private void watch(Progress group, TopicPartition partition, long committed, long end) {
        Still known = still.get(partition);
        if (known == null || known.from() != committed) {
            still.put(partition, new Still(committed, 1, committed));
        } else if (known.to() < end && known.looks() < LOOKS_BEFORE_LOOKING_IN) {
            still.put(partition, new Still(committed, known.looks() + 1, known.to()));
        } else if (known.to() < end && group.isEmpty(partition, known.to(), end)) {
            still.put(partition, new Still(committed, 1, end));
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            wanted.signalAll();
            looked.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
