package kroniek.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import kroniek.query.UnavailableException.Reason;
import kroniek.topic.ReadStore.Like;

/**
 * The partitions of all instances of the group: each is asked of the instance that owns it, those of this one without a detour. The answers
 * of several instances are put in one order.
 */
public final class GroupShards implements Shards {

    private static final List<Question> SMALL =
            List.of(new Question.MonthSums(null), new Question.MonthArticles(null), new Question.Rejections(null, 1));

    /** So many questions may wait for other instances at a time, so that threads are left to answer those of the others. */
    private static final int MOST_WAITING = 32;

    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Instance self;
    private final Owners owners;
    private final Map<Like, Integer> partitions;
    private final Local here;
    private final Peers peers;

    /**
     * @param self this instance, as the others know it
     * @param owners which instance owns which partition
     * @param partitions how many partitions the stores have that are partitioned like a topic
     * @param here the partitions of this instance
     * @param peers the other instances
     */
    public GroupShards(Instance self, Owners owners, Map<Like, Integer> partitions, Local here, Peers peers) {
        this.self = self;
        this.owners = owners;
        this.partitions = Map.copyOf(partitions);
        this.here = here;
        this.peers = peers;
    }

    /** Which instance owns which partition. */
    public interface Owners {

        /**
         * The instance that owns a partition, and then those that keep a standby of it.
         *
         * @throws UnavailableException if that is not known, because partitions are being handed out
         */
        List<Instance> of(Like topic, int partition);
    }

    @Override
    public void requireAnswerable() {
        SMALL.forEach(question -> ask(question, false));
    }

    @Override
    public Rows ask(Question question, boolean standbys) {
        int count = partitions.getOrDefault(question.topic(), 0);
        Set<Integer> asked = new TreeSet<>();
        question.partition(count)
                .ifPresentOrElse(asked::add, () -> IntStream.range(0, count).forEach(asked::add));
        Map<Instance, Set<Integer>> byOwner = new LinkedHashMap<>();
        for (int partition : asked) {
            Instance owner = owners.of(question.topic(), partition).get(0);
            byOwner.computeIfAbsent(owner, none -> new TreeSet<>()).add(partition);
        }
        boolean alone = byOwner.keySet().equals(Set.of(self));
        if (!alone && !waiting.tryAcquire()) {
            throw new UnavailableException(
                    Reason.BUSY, "Too many questions wait for other instances; ask again in a moment.");
        }
        try {
            return gathered(question, byOwner, standbys);
        } finally {
            if (!alone) {
                waiting.release();
            }
        }
    }

    private Rows gathered(Question question, Map<Instance, Set<Integer>> byOwner, boolean standbys) {
        List<Part> parts = byOwner.entrySet().stream()
                .map(owner -> new Part(owner.getValue(), answer(owner.getKey(), question, owner.getValue(), false)))
                .toList();
        List<Row> rows = new ArrayList<>();
        boolean stale = false;
        for (Part part : parts) {
            try {
                rows.addAll(joined(part.rows()));
            } catch (UnavailableException refusal) {
                if (!standbys) {
                    throw refusal;
                }
                rows.addAll(ofStandbys(question, part.partitions(), refusal));
                stale = true;
            }
        }
        rows.sort(Question.ORDER);
        return new Rows(List.copyOf(rows), stale);
    }

    private List<Row> ofStandbys(Question question, Set<Integer> partitions, UnavailableException refusal) {
        List<Row> rows = new ArrayList<>();
        for (int partition : partitions) {
            rows.addAll(ofStandby(question, partition, refusal));
        }
        return rows;
    }

    private List<Row> ofStandby(Question question, int partition, UnavailableException refusal) {
        List<Instance> known = owners.of(question.topic(), partition);
        for (Instance standby : known.subList(1, known.size())) {
            try {
                return joined(answer(standby, question, Set.of(partition), true));
            } catch (UnavailableException next) {
                refusal.addSuppressed(next);
            }
        }
        throw refusal;
    }

    private CompletableFuture<List<Row>> answer(
            Instance instance, Question question, Set<Integer> partitions, boolean standby) {
        if (!instance.equals(self)) {
            return peers.ask(instance, question, partitions, standby);
        }
        try {
            return CompletableFuture.completedFuture(here.answer(question, partitions, standby));
        } catch (UnavailableException refusal) {
            return CompletableFuture.failedFuture(refusal);
        }
    }

    private static List<Row> joined(CompletableFuture<List<Row>> rows) {
        try {
            return rows.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof UnavailableException refusal
                    ? refusal
                    : new UnavailableException(
                            Reason.ELSEWHERE, "Another instance, which holds a part of the answer, failed: " + failed);
        }
    }

    /** What some partitions of one instance answer. */
    private record Part(Set<Integer> partitions, CompletableFuture<List<Row>> rows) {}
}
