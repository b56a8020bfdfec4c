package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleSummary;
import kroniek.domain.PartialDate;
import kroniek.domain.Reconciliation;
import kroniek.query.Aliases;
import kroniek.query.FixedFreshness;
import kroniek.query.MemoryShards;
import kroniek.query.Readers;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpServerTest {

    private static final String ACTOR_MONTHS = "/api/v1/actor-months";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final MemoryShards STORES = new MemoryShards(2)
            .rows(
                    row("BEL", "België", ActorType.COUNTRY, YearMonth.of(2018, 3), 3),
                    row("BEL", "België", ActorType.COUNTRY, YearMonth.of(2018, 2), 1),
                    row("mark-rutte", "Mark Rutte", ActorType.PERSON, YearMonth.of(2018, 3), 5),
                    row("asml", "ASML", ActorType.ORGANISATION, YearMonth.of(2018, 2), 4))
            .article(new ArticleSummary("a", PartialDate.of(YearMonth.of(2018, 3)), null, null), "{}");
    private static final About ABOUT =
            new About(7L, new About.Newest("2018-03-07T12:16:00Z", 60), new About.Versions("1", "abcd", 1));
    private static final Reconciliation AGREE = new Reconciliation(
            new Reconciliation.Files(3, 1, 2, 0, 0),
            new Reconciliation.Articles(3, 2, 1, 0),
            Reconciliation.Counts.naming(3, List.of()),
            "ab".repeat(32),
            0,
            Map.of(1, 2L, 0, 1L));
    private static @Nullable Reconciliation figures = AGREE;
    private static final HttpServer SERVER = server(0, false);
    private static InetSocketAddress address = InetSocketAddress.createUnresolved("not started", 0);

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        address = served(SERVER);
    }

    private static InetSocketAddress served(HttpServer server) throws IOException {
        server.listen();
        Readers readers =
                new Readers(STORES, new FixedFreshness("0:7"), new Aliases(Map.of("Oranje Duivels", List.of("BEL"))));
        server.serve(new HttpServer.Sources(
                readers,
                (question, partitions, standby) -> STORES.ask(question, standby).rows(),
                () -> Optional.ofNullable(figures),
                () -> ABOUT,
                form -> new Feed(new MemoryLog(), Clock.systemUTC(), form)));
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void mend() {
        STORES.failure = null;
        STORES.stale = false;
        figures = AGREE;
    }

    @Test
    void answersWithTheActorMonthsMentionedMost() throws Exception {
        HttpResponse<byte[]> response = get(ACTOR_MONTHS + "?month=2018-03");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo("application/json;charset=utf-8");
        assertThat(JSON.readTree(response.body())).isEqualTo(JSON.readTree("""
            {
              "stale": false, "samples": false, "month": "2018-03", "type": null, "sort": "mentions", "limit": 50,
              "selected": 2,
              "next": null,
              "items": [
                {"actor": "mark-rutte", "name": "Mark Rutte", "type": "PERSON", "month": "2018-03",
                 "mentions": 5, "articles": 2, "first": "2018-03", "last": "2018-03-07T12:16",
                 "mentionsWithoutCopies": 5, "articlesWithoutCopies": 2, "change": 5},
                {"actor": "BEL", "name": "België", "type": "COUNTRY", "month": "2018-03",
                 "mentions": 3, "articles": 2, "first": "2018-03", "last": "2018-03-07T12:16",
                 "mentionsWithoutCopies": 3, "articlesWithoutCopies": 2, "change": 2}
              ]
            }\
            """));
    }

    @Test
    void answersForTheMonthTypeAndLimitAskedFor() throws Exception {
        assertThat(actorsIn(json(ACTOR_MONTHS + "?month=2018-03"))).containsExactly("mark-rutte", "BEL");
        assertThat(actorsIn(json(ACTOR_MONTHS + "?type=ORGANISATION"))).containsExactly("asml");
        assertThat(actorsIn(json(ACTOR_MONTHS + "?limit=1"))).containsExactly("mark-rutte");

        JsonNode all = json(ACTOR_MONTHS + "?month=2018-03&type=COUNTRY&limit=1000");
        assertThat(actorsIn(all)).containsExactly("BEL");
        assertThat(all.get("month").asText()).isEqualTo("2018-03");
        assertThat(all.get("type").asText()).isEqualTo("COUNTRY");
        assertThat(all.get("limit").asInt()).isEqualTo(1000);
        assertThat(all.get("selected").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?&", "?limit=50&"})
    void readsAQuestionMarkOrAmpersandWithNothingBehindIt(String query) throws Exception {
        assertThat(json(ACTOR_MONTHS + query)).isEqualTo(json(ACTOR_MONTHS));
    }

    @Test
    void answersEmptyForAMonthWithoutArticles() throws Exception {
        JsonNode answer = json(ACTOR_MONTHS + "?month=1999-12");

        assertThat(answer.get("items")).isEmpty();
        assertThat(answer.get("selected").asInt()).isZero();
    }

    @Test
    void countsTheLengthInBytes() throws Exception {
        HttpResponse<byte[]> response = get(ACTOR_MONTHS + "?type=COUNTRY");
        String text = new String(response.body(), StandardCharsets.UTF_8);

        assertThat(text).contains("\"België\"");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(text.length() + 2L);
    }

    @Test
    void saysThatTheArticlesAreSamples() throws Exception {
        assertThat(json(ACTOR_MONTHS).get("samples").asBoolean()).isFalse();
        try (HttpServer withSamples = server(0, true)) {
            URI uri = URI.create("http://127.0.0.1:" + served(withSamples).getPort() + ACTOR_MONTHS);
            byte[] answer = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray())
                    .body();

            assertThat(JSON.readTree(answer).get("samples").asBoolean()).isTrue();
        }
    }

    @Test
    void compressesForThoseWhoAsk() throws Exception {
        HttpRequest request =
                request("/kroniek.js").header("Accept-Encoding", "gzip").build();
        HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(get("/kroniek.js").body());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "month=maart ~ month ~ a month as YYYY-MM, for example 2018-03 ~ it is 'maart'",
                "month=2018-13 ~ month ~ a month as YYYY-MM, for example 2018-03 ~ it is '2018-13'",
                "month=2018-03-01 ~ month ~ a month as YYYY-MM, for example 2018-03 ~ it is '2018-03-01'",
                "month= ~ month ~ a month as YYYY-MM, for example 2018-03 ~ it is ''",
                "month=2018-03&month=2018-02 ~ month ~ a month as YYYY-MM, for example 2018-03 ~ it is given 2 times",
                "type=PLACE ~ type ~ one of [PERSON, COUNTRY, ORGANISATION] ~ it is 'PLACE'",
                "type=land ~ type ~ one of [PERSON, COUNTRY, ORGANISATION] ~ it is 'land'",
                "limit=0 ~ limit ~ a number from 1 to 1000 ~ it is '0'",
                "limit=1001 ~ limit ~ a number from 1 to 1000 ~ it is '1001'",
                "limit=99999999999 ~ limit ~ a number from 1 to 1000 ~ it is '99999999999'",
                "limit=-1 ~ limit ~ a number from 1 to 1000 ~ it is '-1'",
                "maand=2018-03 ~ maand ~ month, type, sort, limit, after, format, stale, minPosition ~ There is no"
                        + " parameter 'maand' here",
                "%6Daand=2018-03 ~ maand ~ month, type, sort, limit, after, format, stale, minPosition ~ There is no"
                        + " parameter 'maand' here"
            })
    void namesTheParameterThatIsWrongAndWhatIsAllowed(String query, String parameter, String allowed, String detail)
            throws Exception {
        JsonNode problem = problem(get(ACTOR_MONTHS + "?" + query), 400);

        assertThat(problem.get("title").asText()).isEqualTo("Bad Request");
        assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
        assertThat(problem.get("allowed").asText()).isEqualTo(allowed);
        assertThat(problem.get("detail").asText()).contains(detail, allowed);
    }

    @Test
    void quotesOnlyTheBeginningOfALongValue() throws Exception {
        JsonNode problem = problem(get(ACTOR_MONTHS + "?month=" + "%F0%9F%98%80".repeat(61)), 400);

        assertThat(problem.get("detail").asText()).endsWith("it is '" + "😀".repeat(60) + "…'.");
    }

    @Test
    void refusesAnEscapeItCannotDecodeInsteadOfDroppingTheParameter() throws Exception {
        String response = raw("GET " + ACTOR_MONTHS + "?month=2018-0%zz HTTP/1.1", "Host: localhost");

        assertThat(response).startsWith("HTTP/1.1 400 ").contains("broken % escape in '2018-0%zz'");
    }

    @Test
    void refusesParametersWhereThereAreNone() throws Exception {
        assertThat(problem(get("/health/live?verbose=1"), 400).get("allowed").asText())
                .isEqualTo("none");
    }

    @Test
    void saysWhetherTheFiguresAgree() throws Exception {
        assertThat(json("/api/v1/status")).isEqualTo(JSON.readTree("""
            {
              "state": "holds", "inFlight": 0,
              "files": {"found": 3, "published": 1, "unchanged": 2, "unreadable": 0, "waiting": 0},
              "articles": {"inRaw": 3, "annotated": 2, "rejected": 1, "failed": 0},
              "counts": {"actorMonths": 3, "unproved": [], "more": 0},
              "digest": "%s", "positions": {"0": 1, "1": 2},
              "lag": 7, "newestArticle": {"written": "2018-03-07T12:16:00Z", "ageSeconds": 60},
              "versions": {"program": "1", "language": "abcd", "schema": 1}
            }\
            """.formatted("ab".repeat(32))));
        assertThat(json("/api/v1/digest"))
                .isEqualTo(JSON.readTree(
                        "{\"digest\": \"%s\", \"actorMonths\": 3, \"state\": \"holds\", \"positions\": {\"0\": 1, \"1\": 2}}"
                                .formatted("ab".repeat(32))));
        assertThat(json("/health").get("status").asText()).isEqualTo("up");

        figures = AGREE.with(null, 4);
        assertThat(json("/api/v1/status").get("state").asText()).isEqualTo("in-flight");
        assertThat(json("/api/v1/status").get("files").isNull()).isTrue();
        assertThat(json("/health").get("status").asText()).isEqualTo("up");
    }

    @Test
    void isUnhealthyWhereTheFiguresDoNotAgreeAndOnlyThere() throws Exception {
        figures = AGREE.with(new Reconciliation.Files(4, 1, 2, 0, 0), 0);
        HttpResponse<byte[]> ill = get("/health");
        assertThat(ill.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(ill.body()).get("status").asText()).isEqualTo("down");
        assertThat(JSON.readTree(ill.body()).at("/reconciliation/state").asText())
                .isEqualTo("broken");

        figures = null;
        assertThat(json("/health")).isEqualTo(JSON.readTree("{\"status\": \"up\", \"reconciliation\": null}"));
        assertThat(problem(get("/api/v1/status"), 503).get("reason").asText()).isEqualTo("STARTING");
    }

    @Test
    void refusesToAnswerInPart() throws Exception {
        STORES.failure = new UnavailableException(Reason.ELSEWHERE, "Another instance holds partition 2.");

        HttpResponse<byte[]> response = get(ACTOR_MONTHS);
        JsonNode problem = problem(response, 503);

        assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(problem.get("reason").asText()).isEqualTo("ELSEWHERE");
        assertThat(problem.get("detail").asText()).isEqualTo("Another instance holds partition 2.");
    }

    @Test
    void isReadyOnlyWhileQuestionsCanBeAnsweredButLiveAlways() throws Exception {
        assertThat(json("/health/ready")).isEqualTo(JSON.readTree("{\"status\": \"ready\"}"));

        STORES.failure = new UnavailableException(Reason.RESTORING, "Stores are being restored.");

        HttpResponse<byte[]> notReady = get("/health/ready");
        assertThat(problem(notReady, 503).get("detail").asText()).isEqualTo("Stores are being restored.");
        assertThat(notReady.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(send("HEAD", "/health/ready").statusCode()).isEqualTo(503);
        assertThat(json("/health/live")).isEqualTo(JSON.readTree("{\"status\": \"live\"}"));
    }

    @Test
    void hidesNothingButTheCauseOfAFaultOfItsOwn() throws Exception {
        STORES.failure = new IllegalStateException("secret");

        assertThat(problem(get(ACTOR_MONTHS), 500).get("detail").asText())
                .isEqualTo("This is a fault of Kroniek; its log says which.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nope", "/api/v1", "/kroniek/http/index.html", "/index.html/", "/package-info.class"})
    void saysWhatThereIsWhereThereIsNothing(String path) throws Exception {
        assertThat(problem(get(path), 404).get("detail").asText()).contains(ACTOR_MONTHS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void isOnlyRead(String method) throws Exception {
        HttpResponse<byte[]> response = send(method, ACTOR_MONTHS);

        problem(response, 405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html;charset=utf-8",
        "/?month=2018-03, text/html;charset=utf-8",
        "/kroniek.css, text/css;charset=utf-8",
        "/kroniek.js, text/javascript;charset=utf-8",
        "/icon.svg, image/svg+xml"
    })
    void servesThePageAndSendsItOnce(String path, String contentType) throws Exception {
        HttpResponse<byte[]> response = get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response)).isEqualTo(contentType);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(response.headers().firstValue("Vary")).hasValue("Accept-Encoding");

        String tag = response.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again =
                CLIENT.send(request(path).header("If-None-Match", tag).build(), BodyHandlers.ofByteArray());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/kroniek.js", ACTOR_MONTHS, ACTOR_MONTHS + "?limit=0", "/nope", "/health/live"})
    void guardsEveryResponse(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);

        assertThat(response.headers().map())
                .containsAllEntriesOf(Map.of(
                        "X-Content-Type-Options", List.of("nosniff"),
                        "X-Frame-Options", List.of("DENY"),
                        "Referrer-Policy", List.of("no-referrer"),
                        "Cross-Origin-Opener-Policy", List.of("same-origin"),
                        "Cross-Origin-Embedder-Policy", List.of("require-corp"),
                        "Cross-Origin-Resource-Policy", List.of("same-origin")));
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'; ")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void answersAProblemToWhatIsNotHttp() throws Exception {
        assertThat(raw("GET /%zz HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 400 ")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
                .contains("\"status\":400");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LOCALHOST:8080, 200",
        "127.0.0.1:1, 200",
        "[::1]:8080, 200",
        "kroniek.example, 421",
        "127.0.0.1.kroniek.example, 421"
    })
    void answersOnLoopbackOnlyForLoopbackNames(String host, int status) throws Exception {
        assertThat(raw("GET /health/live HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void saysWhereItCannotListen() {
        try (HttpServer second = server(address.getPort(), false)) {
            assertThatThrownBy(second::listen)
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot listen on 127.0.0.1 port " + address.getPort() + " (Address already in use):"
                            + " stop what listens there, or choose another host or port");
        }
    }

    @Test
    void saysThatItDoesNotKnowAHost() {
        HttpServer.Settings settings = new HttpServer.Settings("nowhere.invalid", 0, false);
        try (HttpServer nowhere = new HttpServer(settings)) {
            assertThatThrownBy(nowhere::listen)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot listen on nowhere.invalid port 0 (no such host)");
        }
    }

    private static HttpServer server(int port, boolean samples) {
        return new HttpServer(new HttpServer.Settings("127.0.0.1", port, samples));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send("GET", path);
    }

    private HttpResponse<byte[]> send(String method, String path) throws Exception {
        return CLIENT.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + path));
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static JsonNode problem(HttpResponse<byte[]> response, int status) throws IOException {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(contentType(response)).isEqualTo("application/problem+json;charset=utf-8");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    /** Without the space, which Jetty leaves out for the types it knows. */
    private static String contentType(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElseThrow().replace(" ", "");
    }

    private static List<String> actorsIn(JsonNode answer) {
        return answer.get("items").findValuesAsText("actor");
    }

    /** What no client library sends. */
    private String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ActorMonth row(String actor, String name, ActorType type, YearMonth month, long mentions) {
        PartialDate last = PartialDate.of(LocalDate.of(month.getYear(), month.getMonth(), 7), LocalTime.of(12, 16));
        return new ActorMonth(actor, name, type, month, mentions, 2, PartialDate.of(month), last);
    }
}
