package kroniek.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import kroniek.http.About;
import kroniek.http.HttpServer;
import kroniek.query.Aliases;
import kroniek.query.FixedFreshness;
import kroniek.query.MemoryShards;
import kroniek.query.Readers;
import kroniek.query.Shards;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;

/**
 * How long readers wait, over HTTP: for a timeline and a top list with so many actor months in stores on disk, and for an event of the stream with
 * so many who follow it. Everything in one process, readers included; without Kafka.
 */
final class ReadersLoad {

    /** What can be measured: answers from stores, events of the stream. */
    static final List<String> PARTS = List.of("stores", "stream");

    private static final int QUESTIONS = 2_000;
    private static final int EVENTS = 50;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ReadersLoad() {}

    /** Runs some of {@link #PARTS}. */
    static void run(List<String> parts) throws Exception {
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("there are " + PARTS + ", not " + parts);
        }
        if (parts.contains("stores")) {
            stores();
        }
        if (parts.contains("stream")) {
            stream();
        }
    }

    private static void stores() throws Exception {
        Path folder = Files.createTempDirectory("kroniek-bench");
        for (int actorMonths : List.of(10_000, 100_000, 1_000_000)) {
            try (FullStores stores = new FullStores(folder, actorMonths);
                    HttpServer server = served(stores, new MemoryLog())) {
                Random random = new Random(2018);
                show(
                        actorMonths,
                        "timeline",
                        times(server, () -> "actors/" + FullStores.actor(random.nextInt(stores.actors())) + "/months"));
                show(
                        actorMonths,
                        "top 50 of a month",
                        times(
                                server,
                                () -> "actor-months?month=" + FullStores.month(random.nextInt(FullStores.MONTHS))));
            }
        }
    }

    private static void stream() throws Exception {
        for (int readers : List.of(1, 100, 1_000)) {
            MemoryLog log = new MemoryLog();
            try (HttpServer server = served(new MemoryShards(1), log)) {
                follow(server, log, readers);
            }
        }
    }

    private static HttpServer served(Shards stores, MemoryLog log) throws IOException {
        HttpServer server = new HttpServer(new HttpServer.Settings("127.0.0.1", 0, false));
        server.listen();
        server.serve(new HttpServer.Sources(
                new Readers(stores, new FixedFreshness("0:1"), new Aliases(Map.of())),
                (question, partitions, standby) -> List.of(),
                Optional::empty,
                () -> new About(null, null, new About.Versions("bench", "", 1)),
                form -> new Feed(log, Clock.systemUTC(), form)));
        return server;
    }

    /** Nanoseconds of every question, after as many to warm up. */
    private static long[] times(HttpServer server, Supplier<String> question) throws Exception {
        long[] times = new long[QUESTIONS];
        for (int i = -QUESTIONS; i < QUESTIONS; i++) {
            URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + question.get());
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer =
                    CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(uri + ": " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            if (i >= 0) {
                times[i] = System.nanoTime() - begun;
            }
        }
        return times;
    }

    private static void show(int size, String what, long[] times) {
        Arrays.sort(times);
        System.out.printf(
                "%,d, %s: p50 %.1f ms, p99 %.1f ms%n",
                size, what, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6);
    }

    /** Follows with so many connections that one thread reads, and writes one event after the other. */
    private static void follow(HttpServer server, MemoryLog log, int readers) throws Exception {
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < readers; i++) {
                SocketChannel channel =
                        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                channel.write(ByteBuffer.wrap(
                        "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
            await(selector, readers, "id: ", 0);
            long[] times = new long[EVENTS * readers];
            for (int event = -EVENTS; event < EVENTS; event++) {
                long begun = System.nanoTime();
                log.article("a" + event, "2018-02", List.of("JPN"), null);
                long[] of = await(selector, readers, "event: article", begun);
                if (event >= 0) {
                    System.arraycopy(of, 0, times, event * readers, readers);
                }
            }
            show(readers, "readers of the stream, from the commit to the event", times);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        }
    }

    /** Reads until everybody has got something; how long each took. */
    private static long[] await(Selector selector, int readers, String text, long begun) throws IOException {
        long[] times = new long[readers];
        ByteBuffer buffer = ByteBuffer.allocate(64 << 10);
        int got = 0;
        while (got < readers) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                buffer.clear();
                ((SocketChannel) key.channel()).read(buffer);
                String read = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
                if (read.contains(text)) {
                    times[got++] = System.nanoTime() - begun;
                }
            }
            selector.selectedKeys().clear();
        }
        return times;
    }
}
