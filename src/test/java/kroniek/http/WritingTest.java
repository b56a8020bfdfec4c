package kroniek.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kroniek.inbox.ArticleWriter;
import kroniek.inbox.RateLimit;
import kroniek.query.Aliases;
import kroniek.query.FixedFreshness;
import kroniek.query.MemoryShards;
import kroniek.query.Readers;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;
import kroniek.topic.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may write articles over HTTP, what is taken of them, and what the writer is answered. */
class WritingTest {

    private static final String TOKEN = "een-lang-en-geheim-woord";
    private static final String ARTICLE = "{\"id\":\"a\",\"date\":\"2018-02-07\",\"text\":\"Japan wil praten.\"}";
    private static final String JSON_TYPE = "application/json";
    private static final String LINES_TYPE = "application/x-ndjson";
    private static final int RATE = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final AtomicLong nanos = new AtomicLong();
    private HttpServer server = served("127.0.0.1", new WriteAccess(TOKEN, false));

    private HttpServer served(String host, WriteAccess access) {
        HttpServer served = new HttpServer(new HttpServer.Settings(host, 0, false));
        MemoryShards stores = new MemoryShards(1);
        try {
            served.listen();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ArticleWriter writer = new ArticleWriter(kafka, Topics.declared(), new RateLimit(RATE, nanos::get));
        served.serve(new HttpServer.Sources(
                new Readers(stores, new FixedFreshness("0:0"), new Aliases(Map.of())),
                (question, partitions, standby) -> stores.ask(question, standby).rows(),
                Optional::empty,
                () -> new About(null, null, new About.Versions("1", "abcd", 1)),
                new Writing(access, writer, nanos::get),
                form -> new Feed(new MemoryLog(), Clock.systemUTC(), form),
                () -> "# metrics\n"));
        return served;
    }

    private void serve(String host, WriteAccess access) {
        server.close();
        server = served(host, access);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPushedArticleStandsInTheRawTopicAndItsWriterIsToldWhere() throws Exception {
        HttpResponse<String> answer = post(JSON_TYPE, ARTICLE);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("{\"id\": \"a\", \"position\": \"0:1\"}"));
        ProducerRecord<byte[], byte[]> written = kafka.history().get(0);
        assertThat(written.topic()).isEqualTo("kroniek.articles.raw");
        assertThat(new String(written.key(), UTF_8)).isEqualTo("a");
        assertThat(new String(written.value(), UTF_8)).isEqualTo(ARTICLE);
        assertThat(header(written, "kroniek.format")).isEqualTo("json");
        assertThat(header(written, "kroniek.size")).isEqualTo(Integer.toString(ARTICLE.length()));
        assertThat(header(written, "kroniek.sha256")).hasSize(64);
    }

    private static String header(ProducerRecord<byte[], byte[]> written, String name) {
        return new String(written.headers().lastHeader(name).value(), UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018/a.txt", "50%25", "wat?", "twee\nregels", "België", "a+b & c#d"})
    void anIdMayBeAnything(String id) throws Exception {
        String query = "?id=" + URLEncoder.encode(id, UTF_8);

        assertThat(answered(202, send("PUT", "article" + query, "text/plain", " date 2018-02 Japan wil praten."))
                        .get("id")
                        .asText())
                .isEqualTo(id);
        answered(202, send("PUT", "article" + query, JSON_TYPE, ARTICLE.replace("\"id\":\"a\",", "")));
        answered(202, send("DELETE", "article" + query, JSON_TYPE, ""));

        assertThat(kafka.history())
                .extracting(record -> new String(record.key(), UTF_8))
                .containsOnly(id)
                .hasSize(3);
        assertThat(kafka.history()).extracting(record -> record.value() == null).containsExactly(false, false, true);
        assertThat(header(kafka.history().get(0), "kroniek.format")).isEqualTo("text");
    }

    @Test
    void eachLineIsWrittenWholeOrNotAtAll() throws Exception {
        HttpResponse<String> answer =
                post(LINES_TYPE, ARTICLE + "\n\n{\"id\":\"b\"}\n{\"id\":\n" + ARTICLE.replace("\"a\"", "\"c\""));

        assertThat(answer.statusCode()).isEqualTo(207);
        JsonNode items = JSON.readTree(answer.body()).get("items");
        assertThat(items).hasSize(4);
        assertThat(items.get(0))
                .isEqualTo(JSON.readTree("{\"line\": 1, \"status\": 202, \"id\": \"a\", \"position\": \"0:1\"}"));
        assertThat(items.get(1).toString()).contains("\"line\":3,\"status\":422,\"reason\":\"no-date\"");
        assertThat(items.get(2).toString()).contains("\"line\":4,\"status\":422,\"reason\":\"bad-json\"");
        assertThat(items.get(3).toString()).contains("\"line\":5,\"status\":202,\"id\":\"c\",\"position\":\"0:2\"");
        assertThat(kafka.history()).hasSize(2);
    }

    @Test
    void linesThatAreAllWrittenAreTaken() throws Exception {
        assertThat(answered(202, post(LINES_TYPE, ARTICLE + "\n" + ARTICLE + "\n"))
                        .get("items"))
                .hasSize(2);
        assertThat(answered(202, post(LINES_TYPE, "")).get("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"a\",\"text\":\"Tekst.\"}                            | 422 | no-date",
                "{\"id\":\"a\",\"date\":\"2018-13\",\"text\":\"Tekst.\"}       | 422 | bad-date",
                "{\"id\":\"a\",\"date\":\"2018-02\",\"text\":\" \"}            | 422 | empty",
                "{\"date\":\"2018-02\",\"text\":\"Tekst.\"}                    | 422 | no-id",
                "{\"id\":\" \",\"date\":\"2018-02\",\"text\":\"Tekst.\"}       | 422 | no-id",
                "[]                                                            | 422 | bad-json",
                "niets                                                         | 422 | bad-json"
            })
    void whatWouldBeRejectedIsNotWrittenAndSaysWhy(String body, int status, String reason) throws Exception {
        HttpResponse<String> answer = post(JSON_TYPE, body);

        assertThat(answered(status, answer).get("reason").asText()).isEqualTo(reason);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void anArticleOfMoreThanAMegabyteIsTooLarge() throws Exception {
        String most = "x".repeat((1 << 20) - 1);

        answered(202, post(JSON_TYPE, ARTICLE.replace("Japan wil praten.", most)));
        answered(413, post(JSON_TYPE, ARTICLE.replace("Japan wil praten.", most + "xx")));
        answered(413, post(JSON_TYPE, " ".repeat(ArticleWriter.MOST_BYTES) + ARTICLE));
        answered(413, send("PUT", "article?id=a", "text/plain", " date 2018-02 " + most + "xx"));
        String line = ARTICLE.replace("Japan wil praten.", "x".repeat(17 << 20));
        assertThat(answered(207, post(LINES_TYPE, line + "\n" + ARTICLE)).findValuesAsText("status"))
                .containsExactly("413", "202");
        assertThat(kafka.history()).hasSize(2);
    }

    @Test
    void jsonIsUtf8() throws Exception {
        byte[] latin = ARTICLE.replace("Japan", "België").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        HttpResponse<String> answer = send(request("POST", "articles", JSON_TYPE, latin));

        assertThat(answered(422, answer).get("detail").asText()).contains("send it as UTF-8");
    }

    @Test
    void theIdInTheAddressAndTheOneInTheArticleAreOne() throws Exception {
        assertThat(answered(422, send("PUT", "article?id=b", JSON_TYPE, ARTICLE))
                        .get("reason")
                        .asText())
                .isEqualTo("bad-id");
        answered(202, send("PUT", "article?id=a", JSON_TYPE, ARTICLE));
        answered(422, send("DELETE", "article?id=" + "x".repeat(4097), JSON_TYPE, ""));
        assertThat(answered(400, send("DELETE", "article", JSON_TYPE, ""))
                        .get("parameter")
                        .asText())
                .isEqualTo("id");
        answered(400, send("PUT", "article?id=a&month=2018-02", JSON_TYPE, ARTICLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:a.txt", "misplaced:1:a", "bad-key:0:a", "raw:0:0", "reserved:a"})
    void anIdThatCouldBeTheNameOfARejectionIsRefused(String id) throws Exception {
        String address = "article?id=" + id;
        String article = ARTICLE.replace("\"a\"", "\"" + id + "\"");
        for (HttpResponse<String> answer : List.of(
                post(JSON_TYPE, article),
                send("PUT", address, JSON_TYPE, article),
                send("PUT", address, "text/plain", " date 2018-02 Tekst."),
                send("DELETE", address, JSON_TYPE, ""))) {
            JsonNode problem = answered(422, answer);
            assertThat(problem.get("reason").asText()).isEqualTo("bad-id");
            assertThat(problem.get("detail").asText()).contains("give the article another id");
        }
        assertThat(answered(207, post(LINES_TYPE, article + "\n" + ARTICLE)).findValuesAsText("status"))
                .containsExactly("422", "202");
        assertThat(kafka.history()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, articles, text/plain",
        "POST, articles, application/json; charset=iso-8859-1",
        "PUT, article?id=a, application/x-ndjson"
    })
    void anotherTypeOfBodyIsRefusedWithThoseThatThereAre(String method, String path, String type) throws Exception {
        assertThat(answered(415, send(method, path, type, ARTICLE))
                        .get("detail")
                        .asText())
                .contains("application/json", "UTF-8");
    }

    @Test
    void aCompressedBodyIsRefused() throws Exception {
        HttpRequest compressed =
                request("POST", "articles", JSON_TYPE, ARTICLE.getBytes(UTF_8), "Content-Encoding", "gzip");

        assertThat(answered(415, send(compressed)).get("detail").asText()).contains("without a Content-Encoding");
    }

    @Test
    void whoPushesTooMuchIsToldWhenToGoOn() throws Exception {
        int atOnce = 10 * RATE;
        String body = (ARTICLE + "\n").repeat(atOnce + 2);

        HttpResponse<String> answer = post(LINES_TYPE, body);

        assertThat(answered(207, answer).findValuesAsText("status").subList(atOnce - 1, atOnce + 2))
                .containsExactly("202", "429", "429");
        String seconds = answer.headers().firstValue("Retry-After").orElseThrow();
        HttpResponse<String> again = post(JSON_TYPE, ARTICLE);
        assertThat(answered(429, again).get("reason").asText()).isEqualTo("too-many");
        assertThat(again.headers().firstValue("Retry-After")).hasValue(seconds);
        nanos.addAndGet(Long.parseLong(seconds) * 1_000_000_000);
        answered(202, post(JSON_TYPE, ARTICLE));
    }

    @Test
    void whoseBodyIsLongInComingKeepsOthersFromWritingOnlyWhereTheyAreVeryMany() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 15; i++) {
                slow.add(begun());
                assertThat(post(JSON_TYPE, ARTICLE).statusCode()).isEqualTo(202);
            }
            slow.add(begun());
            await().atMost(PATIENCE).untilAsserted(() -> {
                nanos.addAndGet(1_000_000_000);
                assertThat(answered(503, post(JSON_TYPE, ARTICLE)).get("reason").asText())
                        .isEqualTo("BUSY");
            });

            slow.remove(0).close();
            await().atMost(PATIENCE).until(() -> post(JSON_TYPE, ARTICLE).statusCode() == 202);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void whoseBodyArrivesTooSlowlyIsRefused() throws Exception {
        try (Socket slow = begun()) {
            await().atMost(PATIENCE).until(() -> {
                nanos.addAndGet(60_000_000_000L);
                slow.getOutputStream().write(' ');
                return slow.getInputStream().available() > 0;
            });

            String answer = new String(slow.getInputStream().readNBytes(200), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 408");
        }
        assertThat(kafka.history()).isEmpty();
    }

    /** A request that sends its headers and the first bytes of its body. */
    private Socket begun() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        List<String> lines = List.of(
                "POST /api/v1/articles HTTP/1.1",
                "Host: localhost",
                "Authorization: Bearer " + TOKEN,
                "Content-Type: application/json",
                "Content-Length: 1000000",
                "",
                "{");
        socket.getOutputStream().write(String.join("\r\n", lines).getBytes(UTF_8));
        return socket;
    }

    @Test
    void whatKafkaDoesNotAcknowledgeIsToBeSentAgain() throws Exception {
        kafka.sendException = new TimeoutException("no broker");

        HttpResponse<String> answer = post(JSON_TYPE, ARTICLE);

        assertThat(answered(503, answer).get("detail").asText()).contains("no broker", "send it again");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void nobodyMayWriteUnlessThatIsSwitchedOn() throws Exception {
        serve("127.0.0.1", WriteAccess.nobody());

        for (HttpRequest write : List.of(
                request("POST", "articles", JSON_TYPE, ARTICLE.getBytes(UTF_8)),
                request("PUT", "article?id=a", JSON_TYPE, ARTICLE.getBytes(UTF_8)),
                request("DELETE", "article?id=a", JSON_TYPE, new byte[0]))) {
            assertThat(answered(403, send(write)).get("detail").asText())
                    .contains("http.write.token.file=", "http.write.loopback=true");
        }
        assertThat(kafka.history()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer een-ander-geheim-woord",
                "Bearer",
                "Basic een-lang-en-geheim-woord",
                "Bearer een-lang-en-geheim-woor"
            })
    void withoutTheTokenNobodyWrites(String authorization) throws Exception {
        HttpResponse<String> wrong = send(HttpRequest.newBuilder(uri("articles"))
                .header("Content-Type", JSON_TYPE)
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(ARTICLE))
                .build());
        HttpResponse<String> none = send(HttpRequest.newBuilder(uri("articles"))
                .header("Content-Type", JSON_TYPE)
                .POST(BodyPublishers.ofString(ARTICLE))
                .build());

        for (HttpResponse<String> answer : List.of(wrong, none)) {
            answered(401, answer);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"kroniek\"");
            assertThat(answer.body()).doesNotContain(TOKEN);
        }
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void onThisMachineNoTokenIsNeededWhereThatIsSwitchedOn() throws Exception {
        serve("127.0.0.1", new WriteAccess(null, true));

        assertThat(withoutToken("Host: localhost:" + server.port())).startsWith("HTTP/1.1 202");
        String own = "localhost:" + server.port();
        assertThat(withoutToken("Host: " + own, "Origin: http://" + own, "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 202");
        assertThat(withoutToken("Host: " + own, "Authorization: Bearer wat-dan-ook-maar-lang"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://elders.example",
                "Origin: http://localhost",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "X-Forwarded-For: 192.0.2.7",
                "Forwarded: for=192.0.2.7",
                "Via: 1.1 proxy"
            })
    void aPageOfAnotherSiteAndAProxyAreNotThisMachine(String header) throws Exception {
        serve("127.0.0.1", new WriteAccess(null, true));

        assertThat(withoutToken("Host: localhost:" + server.port(), header))
                .startsWith("HTTP/1.1 403")
                .contains("\"reason\":\"NOT_HERE\"");
        assertThat(kafka.history()).isEmpty();
    }

    @Test
    void aForeignNameThatResolvesHereIsNotThisMachine() throws Exception {
        serve("0.0.0.0", new WriteAccess(null, true));

        assertThat(withoutToken("Host: elders.example:" + server.port())).startsWith("HTTP/1.1 403");
        assertThat(withoutToken("Host: 127.0.0.1:" + server.port())).startsWith("HTTP/1.1 202");
    }

    @Test
    void anotherMachineNeedsTheToken() throws Exception {
        Optional<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .findFirst();
        assumeThat(outside).as("this machine has an address besides loopback").isPresent();
        serve("0.0.0.0", new WriteAccess(TOKEN, true));

        try (Socket socket = new Socket(outside.get(), server.port())) {
            assertThat(exchange(socket, List.of("Host: localhost"))).startsWith("HTTP/1.1 403");
        }
        try (Socket socket = new Socket(outside.get(), server.port())) {
            assertThat(exchange(socket, List.of("Host: localhost", "Authorization: Bearer " + TOKEN)))
                    .startsWith("HTTP/1.1 202");
        }
    }

    @Test
    void aBrowserIsAllowedNothingByAPreflight() throws Exception {
        HttpResponse<String> preflight = send(HttpRequest.newBuilder(uri("articles"))
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://elders.example")
                .header("Access-Control-Request-Method", "POST")
                .build());

        assertThat(preflight.statusCode()).isEqualTo(405);
        assertThat(preflight.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(preflight.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "POST");
    }

    private String withoutToken(String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            return exchange(socket, List.of(headers));
        }
    }

    /** By hand, for Java's client writes the Host header itself. */
    private static String exchange(Socket socket, List<String> headers) throws IOException {
        List<String> lines = new ArrayList<>(List.of("POST /api/v1/articles HTTP/1.1"));
        lines.addAll(headers);
        lines.addAll(List.of(
                "Content-Type: application/json",
                "Content-Length: " + ARTICLE.length(),
                "Connection: close",
                "",
                ARTICLE));
        socket.getOutputStream().write(String.join("\r\n", lines).getBytes(UTF_8));
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        return send("POST", "articles", type, body);
    }

    private HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
        return send(request(method, path, type, body.getBytes(UTF_8)));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String type, byte[] body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .method(method, BodyPublishers.ofByteArray(body))
                .header("Content-Type", type)
                .header("Authorization", "bearer " + TOKEN);
        return (more.length == 0 ? request : request.headers(more)).build();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + "/api/v1/" + path);
    }

    private static JsonNode answered(int status, HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}
