package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import kroniek.query.feed.Feed;
import kroniek.query.feed.Feed.Start;
import kroniek.query.feed.Filter;
import kroniek.query.feed.MemoryLog;
import kroniek.query.feed.Piece;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** What waits for readers that take it slowly, or not at all. */
class EventStreamTest {

    private static final int KILO = 1 << 10;
    private static final int MOST = 256 * KILO;

    private final Queues queues = new Queues(MOST);
    private final List<Callback> underWay = new ArrayList<>();
    private final List<String> written = new ArrayList<>();

    @Test
    void aPieceThatWaitsForManyCountsOnce() {
        Piece piece = piece(100 * KILO);
        List<EventStream> streams = List.of(closed(), closed(), closed());

        assertThat(streams).allMatch(stream -> stream.take(piece));

        assertThat(queues.bytes()).isEqualTo(100 * KILO);
    }

    @Test
    void whereTooMuchWaitsForAllWhoHasMuchWaitingIsGivenNoMoreAndWhoHasLittleIs() {
        EventStream slow = closed();
        EventStream fast = closed();
        fill(slow);

        assertThat(fast.take(piece(10 * KILO))).isTrue();
        assertThat(fast.take(piece(10 * KILO))).isTrue();
        assertThat(fast.take(piece(10 * KILO))).isFalse();
    }

    @Test
    void whoIsToldThatItWasTooSlowLetsGoOfEverythingElse() {
        EventStream slow = closed();
        fill(slow);

        slow.cutOff();
        assertThat(queues.bytes()).isEqualTo(Frames.SLOW.length);

        slow.open();
        assertThat(written).containsExactly(new String(Frames.SLOW, StandardCharsets.UTF_8));
        underWay.remove(0).succeeded();
        assertThat(slow.ended()).isCompleted();
        assertThat(queues.bytes()).isZero();
    }

    @Test
    void whatIsUnderWayCountsUntilItIsWritten() {
        EventStream stream = closed();
        stream.take(piece(10 * KILO));
        stream.take(piece(12 * KILO));
        stream.open();
        assertThat(queues.bytes()).isEqualTo(22 * KILO);

        underWay.remove(0).succeeded();
        assertThat(queues.bytes()).isEqualTo(12 * KILO);
        underWay.remove(0).succeeded();

        assertThat(queues.bytes()).isZero();
        assertThat(stream.isIdle()).isTrue();
    }

    @Test
    void whoIsGoneLetsGoOfEverything() {
        EventStream stream = closed();
        stream.take(piece(10 * KILO));
        stream.take(piece(12 * KILO));
        stream.open();

        underWay.remove(0).failed(new IllegalStateException("gone"));

        assertThat(stream.ended()).isCompleted();
        assertThat(queues.bytes()).isZero();
    }

    @Test
    void thePlaceOfAReaderIsGivenBackWhereNothingCanBeWritten() {
        try (Feed feed = new Feed(new MemoryLog(), Clock.systemUTC(), new Frames())) {
            Response broken = response(() -> {
                throw new IllegalStateException("no answer can be written any more");
            });

            assertThat(new StreamRoute(feed).follow(new Start.Now(), Filter.ALL, new EventStream(broken, queues)))
                    .isDone();

            assertThat(feed.following()).isZero();
            assertThat(queues.bytes()).isZero();
        }
    }

    /** Lets so much wait for one that it is too much for all. */
    private void fill(EventStream slow) {
        while (slow.take(piece(10 * KILO))) {
            assertThat(queues.bytes()).isLessThan(MOST + 10 * KILO);
        }
        assertThat(queues.areFull()).isTrue();
    }

    /** A stream that writes nothing before it is opened. */
    private EventStream closed() {
        return new EventStream(response(() -> {}), queues);
    }

    private static Piece piece(int length) {
        return new Piece(new byte[length]);
    }

    /** A response that notes what is written, and finishes no write by itself. */
    private Response response(Runnable before) {
        return (Response) Proxy.newProxyInstance(
                Response.class.getClassLoader(), new Class<?>[] {Response.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("write");
                    before.run();
                    written.add(StandardCharsets.UTF_8
                            .decode((ByteBuffer) arguments[1])
                            .toString());
                    underWay.add((Callback) arguments[2]);
                    return null;
                });
    }
}
