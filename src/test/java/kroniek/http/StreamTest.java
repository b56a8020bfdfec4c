package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kroniek.domain.ActorType;
import kroniek.query.Aliases;
import kroniek.query.FixedFreshness;
import kroniek.query.MemoryShards;
import kroniek.query.Readers;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;
import kroniek.topic.Before;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader of the stream meets, over HTTP. */
class StreamTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final MemoryLog log = new MemoryLog();
    private final HttpServer server = new HttpServer(new HttpServer.Settings("127.0.0.1", 0, false));
    private final List<Listener> listeners = new ArrayList<>();
    private @Nullable Feed feed;

    @BeforeEach
    void start() throws IOException {
        MemoryShards stores = new MemoryShards(1);
        server.listen();
        server.serve(new HttpServer.Sources(
                new Readers(stores, new FixedFreshness("0:0"), new Aliases(Map.of())),
                (question, partitions, standby) -> stores.ask(question, standby).rows(),
                Optional::empty,
                () -> new About(null, null, new About.Versions("1", "abcd", 1)),
                form -> feed = new Feed(log, Clock.systemUTC(), form)));
    }

    @AfterEach
    void stop() throws IOException {
        for (Listener listener : listeners) {
            listener.close();
        }
        server.close();
    }

    @Test
    void anArticleAndAnActorMonthAreToldAsTheApiShowsThem() throws Exception {
        Listener listener = listen("");
        log.article("a/b", "2018-02", List.of("JPN", "jan-jansen", "JPN"), null)
                .actorMonth("JPN", ActorType.COUNTRY, "2018-02", 2);

        assertThat(listener.headers())
                .containsIgnoringCase("Content-Type: text/event-stream;charset=utf-8")
                .containsIgnoringCase("X-Accel-Buffering: no")
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                .doesNotContainIgnoringCase("Content-Encoding");
        Event article = listener.next("article");
        assertThat(JSON.readTree(article.data())).isEqualTo(JSON.readTree("""
            {"id": "a/b", "month": "2018-02", "title": "Kop van a/b", "change": "new", "date": "2018-02", "duplicateOf": null, "actors": [
              {"id": "JPN", "name": "Naam van JPN", "type": "COUNTRY", "mentions": 2},
              {"id": "jan-jansen", "name": "Naam van jan-jansen", "type": "PERSON", "mentions": 1}]}\
            """));
        assertThat(JSON.readTree(listener.next("actor-month").data())).isEqualTo(JSON.readTree("""
            {"actor": "JPN", "name": "JPN", "type": "COUNTRY", "month": "2018-02", "mentions": 2, "articles": 1,
             "first": "2018-02-07", "last": "2018-02-07", "mentionsWithoutCopies": 2, "articlesWithoutCopies": 1}\
            """));
    }

    @Test
    void whatIsGoneIsToldWithWhatIsKnownOfIt() throws Exception {
        Listener listener = listen("");
        log.noArticle("a", Before.of("2018-02", List.of("JPN"))).noActorMonth("JPN", "2018-02", ActorType.COUNTRY);

        assertThat(JSON.readTree(listener.next("article").data())).isEqualTo(JSON.readTree("""
            {"id": "a", "month": "2018-02", "title": null, "change": "withdrawn", "date": null, "duplicateOf": null, "actors": []}\
            """));
        assertThat(JSON.readTree(listener.next("actor-month").data()))
                .isEqualTo(JSON.readTree("{\"actor\": \"JPN\", \"month\": \"2018-02\", \"deleted\": true}"));
    }

    @Test
    void aReaderThatComesBackGoesOnBehindTheLastIdAlsoWhereItBeganWithTheEarliest() throws Exception {
        log.article("a", "2018-02", List.of(), null).article("b", "2018-02", List.of(), null);
        Listener first = listen("?from=earliest&events=article");
        assertThat(List.of(id(first.next("article")), id(first.next("article"))))
                .containsExactlyInAnyOrder("a", "b");
        String last = first.lastId();
        first.close();
        log.actorMonth("JPN", ActorType.COUNTRY, "2018-02", 2).article("c", "2018-02", List.of(), null);

        Listener back = listen("?from=earliest&events=article", "Last-Event-ID: " + last);
        assertThat(id(back.next("article"))).isEqualTo("c");
    }

    @Test
    void aReaderIsToldItsIdAtOnce() throws Exception {
        log.article("a", "2018-02", List.of(), null);
        Listener listener = listen("?actor=JPN&type=COUNTRY&month=2018-02");
        await().atMost(PATIENCE).until(() -> !listener.lastId().isEmpty());
        listener.close();
        log.article("b", "2018-02", List.of(), null);

        assertThat(id(listen("", "Last-Event-ID: " + listener.lastId()).next("article")))
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "events=articles, events",
        "events=, events",
        "'events=article,', events",
        "from=2018-02, from",
        "month=feb, month",
        "type=PLACE, type",
        "actor=, actor",
        "limit=5, limit"
    })
    void aProblemNamesTheParameter(String query, String parameter) throws Exception {
        assertThat(problem("?" + query, "none").get("parameter").asText()).isEqualTo(parameter);
    }

    @ParameterizedTest
    @CsvSource({"x", "other~0~0.0~0.0", "test1~0~zz.0~0.0"})
    void anIdThatIsNoneOfThisKroniekIsAProblem(String id) throws Exception {
        JsonNode problem = problem("", id);

        assertThat(problem.get("parameter").asText()).isEqualTo("Last-Event-ID");
        assertThat(problem.get("detail").asText()).contains("from=earliest");
    }

    @Test
    void theHeadersAloneAreAnsweredAtOnce() throws Exception {
        HttpResponse<byte[]> head = CLIENT.send(
                HttpRequest.newBuilder(uri(""))
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(following().following()).isZero();
    }

    @Test
    void aThousandReadersTakeNoThreadEach() throws Exception {
        listen("");
        int before = Thread.activeCount();
        for (int i = 0; i < 1_000; i++) {
            listen("");
        }
        await().atMost(PATIENCE).until(() -> following().following() == 1_001);
        log.article("a", "2018-02", List.of("JPN"), null);

        for (Listener listener : listeners) {
            assertThat(id(listener.next("article"))).isEqualTo("a");
        }
        assertThat(Thread.activeCount()).isLessThan(before + 70);
    }

    @Test
    void aReaderThatIsTooSlowIsToldAndComesBackAndMissesNothing() throws Exception {
        List<String> actors =
                IntStream.range(0, 200).mapToObj(i -> "actor-" + i).toList();
        Listener slow = listen("?events=article");
        Listener quick = listen("?events=article");
        int articles = 1_500;
        for (int i = 0; i < articles; i++) {
            log.article("a" + i, "2018-02", actors, null);
            if (i % 100 == 99) {
                for (int j = 0; j < 100; j++) {
                    quick.next("article");
                }
            }
        }

        List<Event> got = slow.rest();
        Event last = got.remove(got.size() - 1);
        assertThat(last.type()).isEqualTo("slow");
        assertThat(last.data()).contains("more slowly than news arrives");
        assertThat(last.id()).isEmpty();
        Listener back = listen("?events=article", "Last-Event-ID: " + slow.lastId());
        List<String> ids = got.stream().map(StreamTest::id).collect(Collectors.toList());
        while (ids.size() < articles) {
            ids.add(id(back.next("article")));
        }
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void whoLeftIsForgotten() throws Exception {
        Listener listener = listen("");
        await().atMost(PATIENCE).until(() -> following().following() == 1);
        listener.close();

        await().atMost(PATIENCE).until(() -> {
            log.article("a", "2018-02", List.of(), null);
            return following().following() == 0;
        });
    }

    @Test
    void whereTheServerStopsReadersSeeTheEndAndItDoesNotWaitForThem() throws Exception {
        Listener listener = listen("");
        await().atMost(PATIENCE).until(() -> following().following() == 1);

        server.close();
        assertThat(listener.rest()).isEmpty();
    }

    private Feed following() {
        return Objects.requireNonNull(feed);
    }

    private static String id(Event article) {
        try {
            return JSON.readTree(article.data()).get("id").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private URI uri(String query) {
        return URI.create("http://127.0.0.1:" + server.port() + "/api/v1/stream" + query);
    }

    private JsonNode problem(String query, String id) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(query));
        if (!id.equals("none")) {
            request.header("Last-Event-ID", id);
        }
        HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return JSON.readTree(response.body());
    }

    private Listener listen(String query, String... headers) throws IOException {
        Listener listener = new Listener(server.port(), query, headers);
        listeners.add(listener);
        return listener;
    }

    /** An event; the id is empty where it has none. */
    private record Event(String type, String data, String id) {}

    /** A reader of the stream, on a socket of its own. */
    private static final class Listener implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader in;
        private final String headers;
        private String lastId = "";

        Listener(int port, String query, String... headers) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 512);
            StringBuilder request =
                    new StringBuilder("GET /api/v1/stream" + query + " HTTP/1.0\r\nHost: localhost\r\n");
            List.of(headers).forEach(header -> request.append(header).append("\r\n"));
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            this.headers = head.toString().replace("; ", ";");
        }

        String headers() {
            return headers;
        }

        /** The id that a browser would come back with. */
        String lastId() throws IOException {
            while (lastId.isEmpty() && read() != null) {
                // Reads on until there is one.
            }
            return lastId;
        }

        /** The next event, which must be of a type. */
        Event next(String type) throws IOException {
            Event event = read();
            while (event != null && event.type().isEmpty()) {
                event = read();
            }
            assertThat(event).isNotNull().extracting(Event::type).isEqualTo(type);
            return event;
        }

        /** All events until the stream ends. */
        List<Event> rest() throws IOException {
            List<Event> rest = new ArrayList<>();
            for (Event event = read(); event != null; event = read()) {
                if (!event.type().isEmpty()) {
                    rest.add(event);
                }
            }
            return rest;
        }

        private @Nullable Event read() throws IOException {
            String type = "";
            String data = "";
            String id = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    lastId = id.isEmpty() ? lastId : id;
                    return new Event(type, data, id);
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.startsWith("id: ")) {
                    id = line.substring("id: ".length());
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
