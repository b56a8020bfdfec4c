package kroniek.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kroniek.domain.ActorType;
import kroniek.query.ImpossiblePositionException;
import kroniek.query.UnavailableException;
import kroniek.query.feed.Feed.Leaving;
import kroniek.query.feed.Feed.Start;
import kroniek.query.feed.Filter.Topic;
import kroniek.topic.Before;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Start NOW = new Start.Now();
    private static final Start EARLIEST = new Start.Earliest();

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-02-03T04:05:06Z"));
    private final Clock clock = ((InstantSource) time::get).withZone(ZoneOffset.UTC);
    private final MemoryLog log = new MemoryLog();
    private final Feed feed = new Feed(log, clock, new Written(), Duration.ofMillis(50));

    @AfterEach
    void close() {
        feed.close();
    }

    /** Changes as {@code new a}, {@code JPN|2018-02=3}, {@code JPN|2018-02 gone}, with the position behind an {@code @}. */
    private static final class Written implements Form {

        @Override
        public byte[] change(Change change, String position) {
            return (text(change) + "@" + position).getBytes(StandardCharsets.UTF_8);
        }

        private static String text(Change change) {
            if (change instanceof Change.OfArticle article) {
                return article.kind().code() + " " + article.id();
            }
            Change.OfActorMonth row = (Change.OfActorMonth) change;
            return row.now() == null
                    ? row.key() + " gone"
                    : row.key() + "=" + row.now().mentions();
        }

        @Override
        public byte[] nothing(String position) {
            return ("@" + position).getBytes(StandardCharsets.UTF_8);
        }
    }

    private Follower follow(Start start) {
        Follower follower = new Follower();
        feed.follow(start, Filter.ALL, follower);
        return follower;
    }

    private static void awaitChanges(Follower follower, String... changes) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(follower.changes()).containsExactlyInAnyOrder(changes));
    }

    @Test
    void whoBeginsNowGetsWhatComesAndNothingFromBefore() {
        log.article("a", "2018-02", List.of("JPN"), null).actorMonth("JPN", ActorType.COUNTRY, "2018-02", 1);
        Follower follower = follow(NOW);

        log.article("b", "2018-02", List.of("JPN"), null).actorMonth("JPN", ActorType.COUNTRY, "2018-02", 2);

        awaitChanges(follower, "new b", "JPN|2018-02=2");
    }

    @Test
    void whoBeginsWithTheEarliestGetsTheNewestStateOfEverythingAndThenWhatComes() {
        Before japan = Before.of("2018-02", List.of("JPN"));
        log.article("a", "2018-02", List.of("JPN"), null)
                .article("b", "2018-02", List.of(), null)
                .article("a", "2018-02", List.of("JPN", "KOR"), japan);
        log.compact("a");
        Follower follower = follow(EARLIEST);
        awaitChanges(follower, "new b", "corrected a");

        log.noArticle("a", japan).noActorMonth("JPN", "2018-02", ActorType.COUNTRY);
        awaitChanges(follower, "new b", "corrected a", "withdrawn a", "JPN|2018-02 gone");
    }

    @Test
    void whateverWasSeenWhoComesBackBehindItGetsTheRestAndNothingTwice() {
        IntStream.range(0, 50).forEach(this::write);
        Follower first = follow(EARLIEST);
        await().atMost(PATIENCE).until(() -> first.changes().size() == 50);

        List<String> all = first.changes();
        List<String> rest = new ArrayList<>(all);
        for (String piece : first.pieces()) {
            String[] parts = piece.split("@", 2);
            rest.remove(parts[0]);
            Follower back = follow(new Start.Behind(parts[1]));
            awaitAllSeen(back);
            assertThat(back.changes()).containsExactlyInAnyOrderElementsOf(rest);
        }
        assertThat(rest).isEmpty();
    }

    /** Waits until somebody is told a position that nothing is behind. */
    private void awaitAllSeen(Follower follower) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> FeedPosition.parse(
                        follower.last(), log.shape())
                .orElseThrow()
                .next()
                .covers(log.stable()));
    }

    private void write(int number) {
        if (number % 3 == 0) {
            log.actorMonth("actor" + number % 7, ActorType.PERSON, "2018-02", number + 1);
        } else {
            log.article("article" + number, "2018-02", List.of("JPN"), null);
        }
    }

    @Test
    void whileMuchIsWrittenWhoComesAndGoesGetsEverythingOnceAndInTheOrderOfEachPartition() throws Exception {
        int records = 6_000;
        Thread writer = new Thread(() -> IntStream.range(0, records).forEach(this::write));
        List<Wanderer> wanderers = IntStream.range(0, 8).mapToObj(Wanderer::new).toList();
        writer.start();
        for (Wanderer wanderer : wanderers) {
            wanderer.start();
        }
        writer.join();
        for (Wanderer wanderer : wanderers) {
            wanderer.until(records);
        }
        Set<String> all = new HashSet<>(wanderers.get(0).seen);
        assertThat(wanderers).allSatisfy(wanderer -> {
            assertThat(wanderer.seen).hasSize(records).doesNotHaveDuplicates();
            assertThat(new HashSet<>(wanderer.seen)).isEqualTo(all);
            assertThat(wanderer.numbersOfActors())
                    .allSatisfy((actor, numbers) -> assertThat(numbers).isSorted());
        });
    }

    /** One who follows, leaves, and comes back behind what was seen last; once in a while too slow. */
    private final class Wanderer extends Thread {

        private final Random random;
        private final List<String> seen = new ArrayList<>();
        private volatile int wanted;

        Wanderer(int seed) {
            random = new Random(seed);
            setDaemon(true);
        }

        @Override
        public void run() {
            Start start = EARLIEST;
            while (wanted == 0 || seen.size() < wanted) {
                Follower follower = new Follower(1 + random.nextInt(400));
                Leaving leaving = feed.follow(start, Filter.ALL, follower);
                int enough = random.nextInt(300);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(2))
                        .until(() -> follower.isCut()
                                || follower.changes().size() > enough
                                || (wanted > 0
                                        && seen.size() + follower.changes().size() >= wanted));
                leaving.leave();
                follower.stuck(true);
                seen.addAll(follower.changes());
                start = new Start.Behind(follower.last());
            }
        }

        void until(int records) throws InterruptedException {
            wanted = records;
            join(PATIENCE.toMillis());
            assertThat(isAlive()).as("still going after " + PATIENCE).isFalse();
        }

        Map<String, List<Integer>> numbersOfActors() {
            Map<String, List<Integer>> numbers = new TreeMap<>();
            for (String change : seen) {
                int sign = change.indexOf('=');
                if (sign > 0) {
                    numbers.computeIfAbsent(change.substring(0, sign), none -> new ArrayList<>())
                            .add(Integer.valueOf(change.substring(sign + 1)));
                }
            }
            return numbers;
        }
    }

    @Test
    void whoIsTooSlowIsToldAndComesBackAndNobodyElseIsKeptWaiting() {
        Follower slow = new Follower(5);
        feed.follow(NOW, Filter.ALL, slow);
        Follower quick = follow(NOW);
        log.article("first", "2018-02", List.of(), null);
        awaitChanges(slow, "new first");
        slow.stuck(true);

        IntStream.range(0, 20).forEach(number -> log.article("article" + number, "2018-02", List.of(), null));
        await().atMost(PATIENCE).until(slow::isCut);
        await().atMost(PATIENCE).until(() -> quick.changes().size() == 21);

        Follower back = follow(new Start.Behind(slow.last()));
        await().atMost(PATIENCE).until(() -> back.changes().size() == 20);
        assertThat(back.changes()).doesNotContain("new first");
    }

    @Test
    void whoIsBehindIsGivenNoMoreThanItTakesAndIsNotCutOffForIt() {
        IntStream.range(0, 500).forEach(number -> log.article("article" + number, "2018-02", List.of(), null));
        Follower behind = new Follower(4);
        behind.stuck(true);
        feed.follow(EARLIEST, Filter.ALL, behind);
        Follower other = follow(EARLIEST);
        await().atMost(PATIENCE).until(() -> other.changes().size() == 500);
        assertThat(behind.isCut()).isFalse();

        behind.stuck(false);
        await().atMost(PATIENCE).until(() -> behind.changes().size() == 500);
        assertThat(behind.changes()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotCommittedIsSeenOnceItIsAlsoByWhoCameInBetween() {
        log.open();
        log.article("a", "2018-02", List.of(), null);
        Follower follower = follow(NOW);
        log.article("b", "2018-02", List.of(), null);
        await().during(Duration.ofMillis(300)).atMost(PATIENCE).until(() -> follower.changes()
                .isEmpty());

        log.commit();
        awaitChanges(follower, "new a", "new b");
    }

    @Test
    void aRecordThatKroniekDidNotWriteIsLeftOut() {
        byte[] nonsense = "{".getBytes(StandardCharsets.UTF_8);
        log.append(0, "x", nonsense, null)
                .append(2, "JPN|2018-02", nonsense, null)
                .append(3, "nobar", null, null);
        log.article("a", "2018-02", List.of(), null);

        awaitChanges(follow(EARLIEST), "new a");
    }

    @Test
    void whereTheTopicsCannotBeReadNothingIsLost() {
        Follower follower = follow(NOW);
        log.failure = new IllegalStateException("cannot be read");
        log.article("a", "2018-02", List.of(), null);
        await().atMost(PATIENCE).until(() -> log.failures() > 0);
        log.failure = null;

        awaitChanges(follower, "new a");
    }

    @Test
    void thePositionIsToldAlsoWhereNothingPassesTheFilter() {
        Follower follower = new Follower();
        feed.follow(NOW, new Filter(Set.of(Topic.ARTICLE), "KOR", null, null), follower);
        String before = follower.last();
        log.article("a", "2018-02", List.of("JPN"), null);
        time.set(time.get().plusSeconds(3600));

        await().atMost(PATIENCE)
                .until(() -> !follower.last().split("~", 4)[2].equals(before.split("~", 4)[2])
                        && !follower.last().split("~", 4)[1].equals(before.split("~", 4)[1]));
        assertThat(follower.changes()).isEmpty();
        Follower back = new Follower();
        feed.follow(new Start.Behind(follower.last()), Filter.ALL, back);
        log.article("b", "2018-02", List.of(), null);
        awaitChanges(back, "new b");
    }

    static Stream<String> impossible() {
        return Stream.of(
                "",
                "x",
                "test1~0~0.0~0.0~0",
                "test2~0~0.0~0.0",
                "test1~0~0.0.0~0.0",
                "test1~0~0.0~0",
                "test1~0~-1.0~0.0",
                "test1~zzzzzzzzzz~0.0~0.0",
                "TEST1~0~0.0~0.0",
                "test1~0~zzzz.0~0.0");
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void aPositionOfOtherTopicsBehindTheEndOrNoneIsRefused(String position) {
        log.article("a", "2018-02", List.of(), null);

        assertThatThrownBy(() -> follow(new Start.Behind(position)))
                .isInstanceOf(ImpossiblePositionException.class)
                .hasMessageContaining("from=earliest");
        assertThat(feed.following()).isZero();
    }

    @Test
    void aPositionThatIsOlderThanDeletionsAreKeptIsRefused() {
        log.actorMonth("JPN", ActorType.COUNTRY, "2018-02", 1);
        String position = follow(NOW).last();
        time.set(time.get().plus(Duration.ofDays(2)));

        assertThatThrownBy(() -> follow(new Start.Behind(position)))
                .isInstanceOf(ImpossiblePositionException.class)
                .hasMessageContaining("older than 24 hours");
        // Articles that are gone are remembered longer.
        Follower articles = new Follower();
        feed.follow(new Start.Behind(position), new Filter(Set.of(Topic.ARTICLE), null, null, null), articles);
        log.article("a", "2018-02", List.of(), null);
        awaitChanges(articles, "new a");
    }

    @Test
    void whileSomebodyCatchesUpItsPositionIsAsOldAsItsBeginning() {
        IntStream.range(0, 500).forEach(this::write);
        Follower follower = new Follower(3);
        follower.stuck(true);
        feed.follow(EARLIEST, Filter.ALL, follower);
        String asOf = Long.toString(time.get().getEpochSecond(), 36);
        time.set(time.get().plus(Duration.ofHours(1)));
        follower.stuck(false);
        await().atMost(PATIENCE).until(() -> follower.changes().size() == 500);

        assertThat(follower.positions().subList(0, 200))
                .allSatisfy(position -> assertThat(position.split("~", 4)[1]).isEqualTo(asOf));
    }

    @Test
    void nothingIsReadWhileNobodyFollowsAndWhoComesThenMissesNothing() {
        Follower first = new Follower();
        Leaving leaving = feed.follow(NOW, Filter.ALL, first);
        log.article("a", "2018-02", List.of(), null);
        awaitChanges(first, "new a");
        leaving.leave();
        leaving.leave();
        assertThat(feed.following()).isZero();
        log.article("b", "2018-02", List.of(), null);

        Follower back = follow(new Start.Behind(first.last()));
        log.article("c", "2018-02", List.of(), null);
        awaitChanges(back, "new b", "new c");
        assertThat(first.changes()).containsExactly("new a");
    }

    @Test
    void theTopicsAreReadOnceForAll() {
        List<Follower> followers =
                IntStream.range(0, 300).mapToObj(number -> follow(NOW)).toList();
        log.article("a", "2018-02", List.of(), null);
        await().atMost(PATIENCE)
                .until(() -> followers.stream().allMatch(one -> one.changes().size() == 1));
        int before = log.seeks() + followers.size();
        IntStream.range(0, 100).forEach(this::write);
        await().atMost(PATIENCE)
                .until(() -> followers.stream().allMatch(one -> one.changes().size() == 101));

        assertThat(log.seeks()).isLessThan(before);
    }

    @Test
    void onlySoManyMayFollow() {
        IntStream.range(0, 2_000).forEach(number -> follow(NOW));

        assertThatThrownBy(() -> follow(NOW))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("2000");
    }

    @Test
    void whileOneWaitsForKafkaNobodyElseDoes() {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        log.asked = () -> {
            asked.countDown();
            awaitUninterruptibly(answers);
        };
        CompletableFuture<Follower> first = CompletableFuture.supplyAsync(() -> follow(NOW));
        awaitUninterruptibly(asked);

        assertThat(CompletableFuture.supplyAsync(feed::following)).succeedsWithin(Duration.ofSeconds(30));
        assertThat(first).isNotDone();

        answers.countDown();
        assertThat(first).succeedsWithin(PATIENCE);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        await().atMost(PATIENCE).until(() -> latch.getCount() == 0);
    }

    @Test
    void aPlaceIsGivenBackWhereFollowingFails() {
        Follower failing = new Follower() {
            @Override
            public synchronized boolean take(Piece piece) {
                throw new OutOfMemoryError("no room for the piece");
            }
        };

        assertThatThrownBy(() -> feed.follow(NOW, Filter.ALL, failing)).isInstanceOf(OutOfMemoryError.class);

        assertThat(feed.following()).isZero();
    }

    @Test
    void whoFollowsIsEndedWhereTheFeedEnds() {
        Follower follower = follow(NOW);
        feed.close();

        assertThat(follower.isEnded()).isTrue();
        assertThatThrownBy(() -> follow(NOW)).isInstanceOf(UnavailableException.class);
    }

    private List<String> passed(@Nullable String actor, @Nullable ActorType type, @Nullable String month) {
        Before japan = Before.of("2018-02", List.of("JPN"));
        Before many = Before.of(
                "2018-03", IntStream.range(0, 1_000).mapToObj(i -> "a" + i).toList());
        log.article("new-japan", "2018-02", List.of("JPN", "jan-jansen"), null)
                .article("was-japan", "2018-03", List.of("KOR"), japan)
                .article("is-japan", "2018-03", List.of("JPN"), Before.of("2018-03", List.of("KOR")))
                .noArticle("no-japan", japan)
                .noArticle("many", many)
                .noArticle("nobody", Before.of("", List.of()))
                .noArticle("of-an-earlier-release", null)
                .actorMonth("JPN", ActorType.COUNTRY, "2018-02", 1)
                .actorMonth("jan-jansen", ActorType.PERSON, "2018-02", 2)
                .noActorMonth("JPN", "2018-03", ActorType.COUNTRY)
                .noActorMonth("jan-jansen", "2018-03", ActorType.PERSON);
        Follower follower = new Follower();
        feed.follow(EARLIEST, new Filter(Filter.ALL.topics(), actor, type, month), follower);
        awaitAllSeen(follower);
        return follower.changes();
    }

    @Test
    void anActorsFilterPassesWhatMentionsItAndWhatDid() {
        assertThat(passed("JPN", null, null))
                .containsExactlyInAnyOrder(
                        "new new-japan",
                        "corrected was-japan",
                        "corrected is-japan",
                        "withdrawn no-japan",
                        "withdrawn many",
                        "withdrawn of-an-earlier-release",
                        "JPN|2018-02=1",
                        "JPN|2018-03 gone");
    }

    @Test
    void aMonthsFilterPassesWhatIsOfItAndWhatWas() {
        assertThat(passed(null, null, "2018-02"))
                .containsExactlyInAnyOrder(
                        "new new-japan",
                        "corrected was-japan",
                        "withdrawn no-japan",
                        "withdrawn nobody",
                        "withdrawn of-an-earlier-release",
                        "JPN|2018-02=1",
                        "jan-jansen|2018-02=2");
    }

    @Test
    void aTypesFilterPassesWhatHasAnActorOfItAndWhatMayHaveHad() {
        assertThat(passed(null, ActorType.PERSON, null))
                .containsExactlyInAnyOrder(
                        "new new-japan",
                        "corrected was-japan",
                        "corrected is-japan",
                        "withdrawn no-japan",
                        "withdrawn many",
                        "withdrawn of-an-earlier-release",
                        "jan-jansen|2018-02=2",
                        "jan-jansen|2018-03 gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-02", "2018-02|JPN", "2018-02|JPN|mark-rutte", "", "2018-02|*"})
    void whatWasBeforeIsReadAsItIsWritten(String header) {
        assertThat(new String(
                        Before.parse(header.getBytes(StandardCharsets.UTF_8)).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(header);
    }
}
