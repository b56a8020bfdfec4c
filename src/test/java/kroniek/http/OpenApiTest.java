package kroniek.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleSummary;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.Reconciliation;
import kroniek.domain.Span;
import kroniek.domain.Together;
import kroniek.inbox.ArticleWriter;
import kroniek.inbox.RateLimit;
import kroniek.query.Aliases;
import kroniek.query.FixedFreshness;
import kroniek.query.MemoryShards;
import kroniek.query.Readers;
import kroniek.query.UnavailableException;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;
import kroniek.topic.Topics;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the API says what there is: the routes and parameters of the server, and its real answers. */
class OpenApiTest {

    private static final YearMonth MARCH = YearMonth.of(2018, 3);
    private static final String TOKEN = "een-lang-en-geheim-woord";
    private static final Set<String> OF_PAGES =
            Set.of("text/html", "text/css", "text/javascript", "image/svg+xml", "font/woff2");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final MemoryShards STORES = new MemoryShards(2);
    private static final AtomicLong NANOS = new AtomicLong();
    private static final HttpServer SERVER = new HttpServer(new HttpServer.Settings("127.0.0.1", 0, false));
    private static final JsonNode API = start();

    @BeforeAll
    static void fill() {
        Topics topics = Topics.declared();
        STORES.rows(row("BEL", "België", ActorType.COUNTRY), row("bel-groep", "Belgroep", ActorType.ORGANISATION))
                .pairs(new ActorPair("BEL", MARCH, "bel-groep", new Together(2, 1)))
                .mentioned(new ActorMonthMentioned("BEL", MARCH, null, 3))
                .rejection("slecht", """
                        {"article":"slecht","reason":"no-date","detail":"Geen datum.","size":5,"sha256":"ab"}\
                        """)
                .rejection("slechter", """
                        {"article":"slechter","reason":"empty","detail":"Leeg.","size":0,"sha256":"cd"}\
                        """);
        JsonNode annotated = topics.articles().declaration().exampleValue();
        for (String id : List.of("2018/top-singapore.txt", "b")) {
            ArticleMentions.Place place = new ArticleMentions.Place(new Span(3, 9), Mention.Form.NAME, "country-name");
            ArticleMentions.Sentence sentence = new ArticleMentions.Sentence(0, "In België.", List.of(place));
            STORES.evidence(new ArticleMentions(
                            new Actor("BEL", "België", ActorType.COUNTRY, false),
                            PartialDate.of(MARCH),
                            id,
                            1,
                            List.of(sentence),
                            false))
                    .article(new ArticleSummary(id, PartialDate.of(MARCH), "Kop", null), annotated.toString());
        }
    }

    private static ActorMonth row(String actor, String name, ActorType type) {
        return new ActorMonth(actor, name, type, MARCH, 3, 2, PartialDate.of(MARCH), PartialDate.of(MARCH));
    }

    private static JsonNode start() {
        try {
            SERVER.listen();
            ArticleWriter writer = new ArticleWriter(
                    new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()),
                    Topics.declared(),
                    new RateLimit(1, NANOS::get));
            SERVER.serve(new HttpServer.Sources(
                    new Readers(STORES, new FixedFreshness("0:0"), new Aliases(Map.of())),
                    (question, partitions, standby) ->
                            STORES.ask(question, standby).rows(),
                    () -> Optional.of(FIGURES),
                    () -> new About(
                            7L, new About.Newest("2018-03-07T12:16:00Z", 60), new About.Versions("1", "abcd", 1)),
                    new Writing(new WriteAccess(TOKEN, false), writer, () -> 0),
                    form -> new Feed(new MemoryLog(), Clock.systemUTC(), form),
                    () -> "# metrics\n"));
            return JSON.readTree(send("GET", "/openapi.json", "", "").body());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static final Reconciliation FIGURES = new Reconciliation(
            new Reconciliation.Files(3, 1, 2, 0, 0),
            new Reconciliation.Articles(3, 2, 1, 0),
            new Reconciliation.Counts(3, List.of(), 0),
            "ab".repeat(32),
            0,
            Map.of(1, 2L, 0, 1L));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void mend() {
        STORES.failure = null;
        NANOS.addAndGet(60_000_000_000L);
    }

    /** One request that is described. */
    record Operation(String path, String method, JsonNode described) {

        /** Its address with the examples of what it needs, and with some more of the query. */
        String address(String... more) {
            String address = path;
            List<String> query = new ArrayList<>();
            for (JsonNode parameter : parameters()) {
                String example = encoded(parameter.path("example").asText());
                if (parameter.path("in").asText().equals("path")) {
                    address = address.replace("{" + name(parameter) + "}", example);
                } else if (parameter.path("required").asBoolean()) {
                    query.add(name(parameter) + "=" + example);
                }
            }
            query.addAll(List.of(more));
            return query.isEmpty() ? address : address + "?" + String.join("&", query);
        }

        List<JsonNode> parameters() {
            return elements(described.path("parameters"))
                    .map(OpenApiTest::resolved)
                    .toList();
        }

        List<JsonNode> ofQuery() {
            return parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.path("name").asText();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : resolved(API.at(reference.substring(1)));
    }

    static Stream<Operation> operations() {
        return API.get("paths").properties().stream().flatMap(path -> path.getValue().properties().stream()
                .map(method -> new Operation(path.getKey(), method.getKey(), method.getValue())));
    }

    /** All but the one that never ends, whose answers {@link StreamTest} reads. */
    static Stream<Operation> reads() {
        return operations()
                .filter(operation ->
                        operation.method().equals("get") && !operation.path().equals(StreamRoute.PATH));
    }

    @Test
    void everyRouteIsDescribedAndNoOther() throws Exception {
        String all = JSON.readTree(send("GET", "/nowhere", "", "").body())
                .get("detail")
                .asText();
        List<String> routes = List.of(
                all.substring(all.indexOf("there is: ") + 10, all.length() - 1).split(", "));

        Set<String> served = new TreeSet<>();
        for (String route : routes) {
            if (!OF_PAGES.contains(mediaType(send("HEAD", route.replace("{id}", "BEL"), "", "")))) {
                served.add(route);
            }
        }

        assertThat(fieldNames(API.get("paths"))).isEqualTo(served).contains("/api/v1/months", "/health");
    }

    @Test
    void everyMethodIsDescribedAndNoOther() throws Exception {
        for (String path : fieldNames(API.get("paths"))) {
            HttpResponse<String> refused = send("OPTIONS", path.replace("{id}", "BEL"), "", "");
            assertThat(refused.statusCode()).as(path).isEqualTo(405);
            Set<String> methods = Arrays.stream(
                            refused.headers().firstValue("Allow").orElseThrow().split(", "))
                    .map(method -> method.toLowerCase(Locale.ROOT))
                    .filter(method -> !method.equals("head"))
                    .collect(toCollection(TreeSet::new));
            assertThat(fieldNames(API.at("/paths").get(path))).as(path).isEqualTo(methods);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyParameterIsDescribedAndNoOther(Operation operation) throws Exception {
        HttpResponse<String> refused = answered(operation, 400, operation.address("er-is-geen=1"), "", "");

        String allowed = JSON.readTree(refused.body()).get("allowed").asText();
        Set<String> known = allowed.equals("none") ? Set.of() : Set.of(allowed.split(", "));
        assertThat(operation.ofQuery().stream().map(OpenApiTest::name).collect(toSet()))
                .isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatIsSaidOfAParameterHolds(Operation operation) throws Exception {
        for (JsonNode parameter : operation.ofQuery()) {
            String name = name(parameter);
            JsonNode schema = resolved(parameter.get("schema"));
            if (parameter.path("required").asBoolean()) {
                String without = operation.address().replaceFirst("\\?.*", "");
                assertThat(named(answered(operation, 400, without, "", ""))).isEqualTo(name);
                continue;
            }
            List<String> allowed =
                    new ArrayList<>(List.of(parameter.get("example").asText()));
            Stream.concat(
                            elements(schema.path("enum")),
                            Stream.of(schema.path("const"), schema.path("maximum"), schema.path("minimum")))
                    .map(JsonNode::asText)
                    .filter(value -> !value.isEmpty())
                    .forEach(allowed::add);
            for (String value : allowed) {
                answered(operation, 200, operation.address(name + "=" + encoded(value)), "", "");
            }
            boolean closed = Stream.of("enum", "const", "pattern", "minimum").anyMatch(schema::has);
            if (closed) {
                assertThat(named(answered(operation, 400, operation.address(name + "=1001x"), "", "")))
                        .isEqualTo(name);
            }
        }
    }

    private static String named(HttpResponse<String> refused) throws IOException {
        return JSON.readTree(refused.body()).get("parameter").asText();
    }

    @ParameterizedTest
    @MethodSource("reads")
    void realAnswersAreAsDescribed(Operation operation) throws Exception {
        HttpResponse<String> answer = answered(operation, 200, operation.address(), "", "");

        if (mediaType(answer).equals("application/json")) {
            JsonNode json = JSON.readTree(answer.body());
            assertThat(!json.has("items") || !json.get("items").isEmpty())
                    .as(answer.body())
                    .isTrue();
        }
        for (JsonNode parameter : operation.ofQuery()) {
            if (name(parameter).equals("after")) {
                HttpResponse<String> page = answered(operation, 200, operation.address("limit=1"), "", "");
                assertThat(JSON.readTree(page.body()).get("next").isTextual()).isTrue();
            } else if (name(parameter).equals("format")) {
                assertThat(mediaType(answered(operation, 200, operation.address("format=csv"), "", "")))
                        .isEqualTo("text/csv");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void aRefusalIsAsDescribed(Operation operation) throws Exception {
        if (operation.described().path("responses").has("404")) {
            String unknown = operation.address().replace("BEL", "niemand%7C").replaceFirst("id=.*", "id=niets");
            answered(operation, 404, unknown, "", "");
        }
        STORES.failure = new UnavailableException(UnavailableException.Reason.RESTORING, "Partitions are restored.");
        if (operation.described().path("responses").has("503")
                && send("GET", operation.address(), "", "").statusCode() != 200) {
            HttpResponse<String> refused = answered(operation, 503, operation.address(), "", "");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void whatIsWrittenIsAnsweredAsDescribed() throws Exception {
        for (Operation write :
                operations().filter(one -> !one.method().equals("get")).toList()) {
            for (Map.Entry<String, JsonNode> body :
                    write.described().at("/requestBody/content").properties()) {
                JsonNode example = body.getValue().get("example");
                String text = example.isTextual() ? example.asText() : example.toString();
                answered(write, 202, write.address(), body.getKey(), text);
            }
        }
        Operation push = operation("post", "/api/v1/articles");
        Operation put = operation("put", "/api/v1/article");
        Operation withdraw = operation("delete", "/api/v1/article");
        answered(withdraw, 202, withdraw.address(), "", "");
        answered(push, 207, push.address(), "application/x-ndjson", "{}\n");
        answered(push, 422, push.address(), "application/json", "{}");
        answered(put, 415, put.address(), "text/html", "<p>");
        answered(put, 413, put.address(), "text/plain", " date 2018-02 " + "x".repeat(1 << 20));
        while (send("DELETE", withdraw.address(), "", "").statusCode() == 202) {
            // The bucket is emptied.
        }
        assertThat(answered(withdraw, 429, withdraw.address(), "", "").headers().firstValue("Retry-After"))
                .isPresent();
    }

    private static Operation operation(String method, String path) {
        return operations()
                .filter(one -> one.method().equals(method) && one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverythingIsReferredTo() {
        Set<String> references = new HashSet<>();
        API.findValuesAsText("$ref").forEach(references::add);

        assertThat(references).allSatisfy(reference -> assertThat(
                        API.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
        for (String kind : List.of("parameters", "headers", "responses", "schemas")) {
            assertThat(references)
                    .containsAll(fieldNames(API.at("/components").get(kind)).stream()
                            .map(name -> "#/components/" + kind + "/" + name)
                            .toList());
        }
    }

    @Test
    void itIsOpenApiAndEveryOperationHasANameAndASummary() {
        assertThat(API.get("openapi").asText()).isEqualTo("3.1.0");
        List<String> names = operations()
                .map(operation -> operation.described().path("operationId").asText())
                .toList();
        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.described().path("summary").asText()).isNotBlank();
            assertThat(operation.described().path("tags")).hasSize(1);
        });
    }

    @Test
    void thePageOfTheApiHasNothingInlineAndNothingFromElsewhere() throws Exception {
        HttpResponse<String> page = send("GET", "/api", "", "");
        String script = send("GET", "/openapi.js", "", "").body();

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .contains("<script type=\"module\" src=\"openapi.js\"></script>")
                .doesNotContainPattern("<style|style=|\\son[a-z]+=|<script>|https?:|javascript:");
        assertThat(script).doesNotContain("innerHTML", "insertAdjacentHTML", "eval(", "https:", "http:");
        assertThat(send("GET", "/openapi.css", "", "").body()).doesNotContain("url(", "@import");
    }

    /** Sends the request, and holds its answer to the description. */
    private static HttpResponse<String> answered(
            Operation operation, int status, String address, String type, String body) throws Exception {
        HttpResponse<String> answer = send(operation.method().toUpperCase(Locale.ROOT), address, type, body);
        String what = operation + " " + address + ": " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        JsonNode content = resolved(operation.described().path("responses").path(Integer.toString(status)))
                .path("content");
        assertThat(fieldNames(content)).as(what).contains(mediaType(answer));
        JsonNode schema = content.path(mediaType(answer)).path("schema");
        if (mediaType(answer).endsWith("json")) {
            assertThat(faults(schema, JSON.readTree(answer.body()))).as(what).isEmpty();
        }
        return answer;
    }

    private static Set<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("allOf", JSON.createArrayNode().add(schema));
        whole.set("components", API.get("components"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(whole).validate(value).stream()
                .map(Object::toString)
                .collect(toSet());
    }

    private static Set<String> fieldNames(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String mediaType(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private static HttpResponse<String> send(String method, String address, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + SERVER.port() + address))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + TOKEN);
        return CLIENT.send(
                (type.isEmpty() ? request : request.header("Content-Type", type)).build(), BodyHandlers.ofString());
    }
}
