package kroniek.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import kroniek.query.UnavailableException.Reason;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupFreshnessTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TopicPartition RAW_0 = new TopicPartition("raw", 0);
    private static final TopicPartition RAW_1 = new TopicPartition("raw", 1);
    private static final TopicPartition MENTIONS = new TopicPartition("mentions", 0);

    private final Group group = new Group();
    private final GroupFreshness freshness = new GroupFreshness(() -> group, "raw", PATIENCE);

    @AfterEach
    void stop() {
        freshness.close();
    }

    @Test
    void aPositionIsReflectedOnceWhatCameOfItIsCommittedToo() {
        group.ends(RAW_0, 5, RAW_1, 3, MENTIONS, 10);
        group.committed(RAW_0, 5, RAW_1, 2, MENTIONS, 8);
        CompletableFuture<Position> waiting = waitFor("0:5");
        group.looks(3);
        assertThat(waiting).isNotDone();

        group.committed(MENTIONS, 10);
        assertThat(waiting).succeedsWithin(PATIENCE).hasToString("0:5,1:2");

        assertThat(freshness.await(position("0:4"))).hasToString("0:5,1:2");
    }

    @Test
    void whoWaitsIsNotKeptWaitingByWhatIsWrittenAfterwards() {
        group.ends(RAW_0, 5, RAW_1, 0, MENTIONS, 10);
        group.committed(RAW_0, 5, MENTIONS, 8);
        CompletableFuture<Position> waiting = waitFor("0:5");
        group.looks(2);

        group.ends(MENTIONS, 1000);
        group.committed(RAW_0, 6, MENTIONS, 10);
        assertThat(waiting).succeedsWithin(PATIENCE).hasToString("0:5,1:0");
    }

    @Test
    void markersAndAbortedRecordsAreNotWaitedForButRecordsAre() {
        group.ends(RAW_0, 5, RAW_1, 4, MENTIONS, 10);
        group.committed(RAW_0, 5, MENTIONS, 8);
        CompletableFuture<Position> waiting = waitFor("0:5,1:4");
        group.looks(15);
        assertThat(waiting).isNotDone();

        group.empty(MENTIONS, RAW_1);
        assertThat(waiting).succeedsWithin(PATIENCE).hasToString("0:5,1:4");

        // The group moves past them, and stands again before others.
        group.committed(MENTIONS, 10);
        group.ends(MENTIONS, 12);
        group.committed(RAW_0, 6);
        group.ends(RAW_0, 6);
        assertThat(waitFor("0:6")).succeedsWithin(PATIENCE).hasToString("0:6,1:4");
    }

    @Test
    void everythingIsReflectedAlsoWhereNobodyWaits() {
        group.ends(RAW_0, 5, RAW_1, 0, MENTIONS, 10);
        group.committed(RAW_0, 5, MENTIONS, 10);

        await().atMost(PATIENCE).until(() -> freshness.reflected().toString().equals("0:5,1:0"));
    }

    @Test
    void whereNobodyAsksNothingIsLookedUpAndWhoAsksHasItLookedUpAgain() {
        group.ends(RAW_0, 5, RAW_1, 0, MENTIONS, 10);
        group.committed(RAW_0, 5, MENTIONS, 10);
        await().atMost(PATIENCE).until(() -> freshness.reflected().toString().equals("0:5,1:0"));

        AtomicInteger before = new AtomicInteger();
        await().during(Duration.ofMillis(2_500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> before.getAndSet(group.seen()) == group.seen());

        group.ends(RAW_0, 6);
        group.committed(RAW_0, 6);
        assertThat(freshness.reflected()).hasToString("0:5,1:0");
        await().atMost(PATIENCE).until(() -> freshness.reflected().toString().equals("0:6,1:0"));
    }

    @Test
    void aClusterThatDoesNotAnswerIsAskedAgain() {
        group.ends(RAW_0, 5, RAW_1, 0, MENTIONS, 10);
        group.committed(RAW_0, 5, MENTIONS, 10);
        group.failure = new TimeoutException("no answer");
        CompletableFuture<Position> waiting = waitFor("0:5");
        await().atMost(PATIENCE).until(() -> group.closed() > 0);
        assertThat(waiting).isNotDone();

        group.failure = null;
        assertThat(waiting).succeedsWithin(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "2:0 ~ The raw topic has no partition 2, its last is 1.",
                "0:5,1:4 ~ Partition 1 of the raw topic ends at 3, before 4."
            })
    void aPositionThatCannotBeIsRefused(String least, String why) {
        group.ends(RAW_0, 5, RAW_1, 3, MENTIONS, 10);
        group.committed(RAW_0, 4, MENTIONS, 10);

        // A partition without any offset stands at its beginning.
        if (least.equals("2:0")) {
            assertThat(freshness.await(position("0:4"))).isNotNull();
            assertThatThrownBy(() -> freshness.await(position("2:1"))).hasMessage(why);
        } else {
            assertThatThrownBy(() -> freshness.await(position(least)))
                    .isInstanceOf(ImpossiblePositionException.class)
                    .hasMessage(why);
        }
    }

    @Test
    void whatIsNotReachedInTimeIsSaidNotToBeCountedYet() {
        group.ends(RAW_0, 5, RAW_1, 3, MENTIONS, 10);
        group.committed(RAW_0, 4, MENTIONS, 10);
        try (GroupFreshness impatient = new GroupFreshness(() -> group, "raw", Duration.ofMillis(50))) {
            await().atMost(PATIENCE).until(() -> !impatient.reflected().next().isEmpty());

            assertThatThrownBy(() -> impatient.await(position("0:5")))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage(
                            "What stands before 0:5 is not counted yet, what stands before 0:4,1:0 is; ask again in a"
                                    + " moment.")
                    .extracting(refusal -> ((UnavailableException) refusal).reason())
                    .isEqualTo(Reason.BEHIND);
        }
    }

    @Test
    void onlySoManyMayWait() {
        group.ends(RAW_0, 5, RAW_1, 3, MENTIONS, 10);
        group.committed(RAW_0, 4, MENTIONS, 10);
        Set<CompletableFuture<Position>> all = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            all.add(waitFor("0:5"));
        }
        assertThat(CompletableFuture.anyOf(all.toArray(new CompletableFuture<?>[0])))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining("Too many questions wait");

        group.committed(RAW_0, 5);
        await().atMost(PATIENCE).until(() -> all.stream().allMatch(CompletableFuture::isDone));
        assertThat(all).filteredOn(one -> !one.isCompletedExceptionally()).hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0:", ":1", "0:1,", "0:1,0:2", "-1:0", "0:-1", "0:1 ,1:2", "9999999:1", "a:1"})
    void whatIsNoPositionIsNotRead(String written) {
        assertThat(Position.parse(written)).isEmpty();
    }

    @Test
    void aPositionIsReadAsItIsWritten() {
        assertThat(position("3:7,0:123").toString()).isEqualTo("0:123,3:7");
        assertThat(position("0:5,1:0").covers(position("0:5"))).isTrue();
        assertThat(position("0:5").covers(position("1:0"))).isTrue();
        assertThat(position("0:5").covers(position("0:5,1:1"))).isFalse();
    }

    private static Position position(String written) {
        return Position.parse(written).orElseThrow();
    }

    private CompletableFuture<Position> waitFor(String least) {
        CompletableFuture<Position> future = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                future.complete(freshness.await(position(least)));
            } catch (RuntimeException refused) {
                future.completeExceptionally(refused);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return future;
    }

    /** A group that is where the test says. */
    private static final class Group implements Progress {

        private final Map<TopicPartition, Long> committed = new HashMap<>();
        private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(RAW_0, 0L, RAW_1, 0L, MENTIONS, 0L));
        private final Set<TopicPartition> empty = new HashSet<>();
        private int looks;
        private int closed;
        volatile @Nullable RuntimeException failure;

        synchronized void committed(Object... offsets) {
            put(committed, offsets);
        }

        synchronized void ends(Object... offsets) {
            put(ends, offsets);
        }

        synchronized void empty(TopicPartition... partitions) {
            empty.addAll(Set.of(partitions));
        }

        private static void put(Map<TopicPartition, Long> map, Object... offsets) {
            for (int i = 0; i < offsets.length; i += 2) {
                map.put((TopicPartition) offsets[i], ((Integer) offsets[i + 1]).longValue());
            }
        }

        /** Waits until it was looked at so many times from now on. */
        void looks(int more) {
            int before = seen();
            await().atMost(PATIENCE).until(() -> seen() > before + more);
        }

        synchronized int closed() {
            return closed;
        }

        private synchronized int seen() {
            return looks;
        }

        @Override
        public synchronized Map<TopicPartition, Long> committed() {
            looks++;
            RuntimeException thrown = failure;
            if (thrown != null) {
                throw thrown;
            }
            return new HashMap<>(committed);
        }

        @Override
        public synchronized Map<TopicPartition, Long> ends() {
            return new HashMap<>(ends);
        }

        @Override
        public synchronized boolean isEmpty(TopicPartition partition, long from, long to) {
            return empty.contains(partition);
        }

        @Override
        public synchronized void close() {
            closed++;
        }
    }
}
