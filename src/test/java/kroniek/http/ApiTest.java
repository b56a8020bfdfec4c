package kroniek.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import kroniek.domain.Actor;
import kroniek.domain.ActorMonth;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.ActorPair;
import kroniek.domain.ActorType;
import kroniek.domain.ArticleMentions;
import kroniek.domain.ArticleMentions.Place;
import kroniek.domain.ArticleMentions.Sentence;
import kroniek.domain.ArticleSummary;
import kroniek.domain.Mention;
import kroniek.domain.PartialDate;
import kroniek.domain.Span;
import kroniek.domain.Together;
import kroniek.query.AboutActor;
import kroniek.query.Aliases;
import kroniek.query.FixedFreshness;
import kroniek.query.ImpossiblePositionException;
import kroniek.query.Instance;
import kroniek.query.MemoryShards;
import kroniek.query.NameSearch;
import kroniek.query.Question;
import kroniek.query.Readers;
import kroniek.query.Row;
import kroniek.query.Top;
import kroniek.query.UnavailableException;
import kroniek.query.UnavailableException.Reason;
import kroniek.query.feed.Feed;
import kroniek.query.feed.MemoryLog;
import kroniek.topic.Sort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every route of the API answers, in JSON and CSV, and what other instances are answered. */
class ApiTest {

    private static final YearMonth FEBRUARY = YearMonth.of(2018, 2);
    private static final YearMonth MARCH = YearMonth.of(2018, 3);
    private static final String ODD_ACTOR = "odd/%2F ?+é";
    private static final List<String> ODD_ARTICLES =
            List.of("2018/a.txt", "50%25.txt", "wat?.txt", "twee\nregels", "België", "a+b & c#d", "\"");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static final MemoryShards STORES = new MemoryShards(2)
            .rows(
                    row("BEL", "België", ActorType.COUNTRY, FEBRUARY, 1),
                    row("BEL", "België", ActorType.COUNTRY, MARCH, 3),
                    row("asml", "=ASML", ActorType.ORGANISATION, MARCH, 4),
                    row(ODD_ACTOR, "Odd, \"and\" so on", ActorType.PERSON, MARCH, 2))
            .pairs(
                    new ActorPair("BEL", MARCH, "asml", new Together(1, 1)),
                    new ActorPair("BEL", MARCH, ODD_ACTOR, new Together(2, 0)))
            .mentioned(
                    new ActorMonthMentioned("BEL", MARCH, FEBRUARY, 2), new ActorMonthMentioned("BEL", MARCH, null, 1))
            .rejection("slecht", """
                {"article":"slecht","reason":"no-date","detail":"Geen datum.","size":5,"sha256":"ab","bytes":"eA=="}\
                """)
            .rejection("slechter", """
                {"article":"slechter","reason":"empty","detail":"Leeg.","size":0,"sha256":"cd","bytes":""}\
                """);

    private static final FixedFreshness FRESHNESS = new FixedFreshness("0:123,1:456");

    private static final HttpServer SERVER = new HttpServer(new HttpServer.Settings("127.0.0.1", 0, false));

    @BeforeAll
    static void start() throws IOException {
        for (String id : ODD_ARTICLES) {
            STORES.evidence(said("BEL", id))
                    .article(
                            new ArticleSummary(id, PartialDate.of(MARCH), "-Kop", null, "origineel"),
                            "{\"id\":" + JSON.writeValueAsString(id) + "}");
        }
        SERVER.listen();
        SERVER.serve(new HttpServer.Sources(
                new Readers(STORES, FRESHNESS, new Aliases(Map.of("Oranje Duivels", Set.of("BEL")))),
                (question, partitions, standby) -> STORES.ask(question, standby).rows(),
                Optional::empty,
                () -> new About(null, null, new About.Versions("1", "abcd", 1)),
                form -> new Feed(new MemoryLog(), Clock.systemUTC(), form)));
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void mend() {
        STORES.failure = null;
        STORES.stale = false;
        FRESHNESS.failure = null;
    }

    @Test
    void monthsSayHowManyArticlesThereWereSoThatAShareIsAQuotientOfSums() throws Exception {
        assertThat(json("months")).isEqualTo(JSON.readTree("""
            {"stale": false, "next": null, "items": [
              {"month": "2018-03", "articles": 7, "actors": 3, "mentions": 9, "mentionsWithoutCopies": 9, "articlesWithoutCopies": 0},
              {"month": "2018-02", "articles": 0, "actors": 1, "mentions": 1, "mentionsWithoutCopies": 1, "articlesWithoutCopies": 0}]}\
            """));
    }

    @Test
    void actorsAreFoundByNameAndAlias() throws Exception {
        JsonNode belgium = JSON.readTree("""
            {"stale": false, "next": null, "items": [
              {"actor": "BEL", "name": "België", "type": "COUNTRY", "months": 2, "latest": "2018-03"}]}\
            """);

        assertThat(json("actors?q=belgi%C3%AB")).isEqualTo(belgium);
        assertThat(json("actors?q=Belgei&type=COUNTRY")).isEqualTo(belgium);
        assertThat(json("actors?q=oranje+d")).isEqualTo(belgium);
        assertThat(json("actors?q=bel&type=PERSON").get("items")).isEmpty();
    }

    @Test
    void anActorIsSummedUp() throws Exception {
        assertThat(json("actors/BEL")).isEqualTo(JSON.readTree("""
            {"stale": false, "actor": "BEL", "name": "België", "type": "COUNTRY", "months": 2, "mentions": 4,
             "articles": 4, "first": "2018-02", "last": "2018-03-07"}\
            """));
        assertThat(problem(get("actors/nobody"), 404).get("parameter").asText()).isEqualTo("id");
    }

    @Test
    void aTimelineIsThatOfTheActorWhateverItsIdIs() throws Exception {
        assertThat(json("actors/BEL/months").get("items").findValuesAsText("month"))
                .containsExactly("2018-02", "2018-03");
        assertThat(json("actors/BEL/months?from=2018-03&to=2018-03").get("items"))
                .isEqualTo(JSON.readTree("""
                    [{"actor": "BEL", "name": "België", "type": "COUNTRY", "month": "2018-03", "mentions": 3, "articles": 2,
                      "first": "2018-03", "last": "2018-03-07", "mentionsWithoutCopies": 3, "articlesWithoutCopies": 2}]\
                    """));
        String odd = URLEncoder.encode(ODD_ACTOR, StandardCharsets.UTF_8).replace("+", "%20");

        assertThat(json("actors/" + odd + "/months").at("/items/0/actor").asText())
                .isEqualTo(ODD_ACTOR);
        assertThat(json("actors/" + odd).get("actor").asText()).isEqualTo(ODD_ACTOR);
        assertThat(json("actors/nobody/months").get("items")).isEmpty();
    }

    @Test
    void mentionsAreTheSentencesThatProveThem() throws Exception {
        JsonNode first = json("actors/BEL/mentions?month=2018-03&limit=1").at("/items/0");

        assertThat(first).isEqualTo(JSON.readTree("""
            {"article": "\\"", "month": "2018-03", "published": "2018-03", "mentions": 1,
             "evidence": [{"start": 0, "text": "In België, \\"ja\\".",
                           "mentions": [{"start": 3, "end": 9, "form": "name", "rule": "country-name"}]}],
             "cut": false, "copy": false}\
            """));
        assertThat(json("actors/BEL/mentions?month=2018-02").get("items")).isEmpty();
    }

    @Test
    void rankingsAreByMentionsArticlesOrChange() throws Exception {
        assertThat(json("actor-months?month=2018-03").get("items").findValuesAsText("actor"))
                .containsExactly("asml", "BEL", ODD_ACTOR);
        assertThat(json("actor-months?month=2018-03&sort=change").get("items").findValuesAsText("change"))
                .containsExactly("4", "2", "2");
        assertThat(json("actor-months?sort=articles&type=COUNTRY").get("items").findValuesAsText("month"))
                .containsExactly("2018-03", "2018-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "months",
                "months?format=csv",
                "actors?q=a",
                "actors/BEL",
                "actors/BEL/months",
                "actors/BEL/mentions",
                "actor-months",
                "articles",
                "article?id=Belgi%C3%AB",
                "rejections"
            })
    void everyAnswerSaysWhatItReflectsAndWaitsForWhatItMustReflect(String path) throws Exception {
        assertThat(get(path).headers().firstValue("Kroniek-Position")).hasValue("0:123,1:456");
        String least = path + (path.contains("?") ? "&" : "?") + "minPosition=";
        assertThat(get(least + "0:123").statusCode()).isEqualTo(200);

        FRESHNESS.failure = new UnavailableException(Reason.BEHIND, "What stands before 0:124 is not counted yet.");
        HttpResponse<byte[]> refusal = get(least + "0:124");
        assertThat(problem(refusal, 503).get("reason").asText()).isEqualTo("BEHIND");
        assertThat(refusal.headers().firstValue("Retry-After")).hasValue("5");

        FRESHNESS.failure = new ImpossiblePositionException("Partition 0 of the raw topic ends at 123, before 124.");
        JsonNode impossible = problem(get(least + "0:124"), 400);
        assertThat(impossible.get("parameter").asText()).isEqualTo("minPosition");
        assertThat(impossible.get("detail").asText()).contains("ends at 123");
    }

    @Test
    void whatAStandbyAnsweredReflectsNobodyKnowsWhatAndIsNoAnswerToWhoMustSeeAPosition() throws Exception {
        STORES.stale = true;

        assertThat(get("months?stale=allowed").headers().firstValue("Kroniek-Position"))
                .isEmpty();
        HttpResponse<byte[]> fresh = get("months?stale=allowed&minPosition=0:1");
        assertThat(fresh.headers().firstValue("Kroniek-Stale")).isEmpty();
        assertThat(fresh.headers().firstValue("Kroniek-Position")).isPresent();
    }

    static List<String> oddArticles() {
        return ODD_ARTICLES;
    }

    @ParameterizedTest
    @MethodSource("oddArticles")
    void anArticleIsFoundByItsIdWhateverThatIs(String id) throws Exception {
        String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8);

        assertThat(json("article?id=" + escaped).get("id").asText()).isEqualTo(id);
    }

    @Test
    void relatedActorsSayHowMuchTheyHaveInCommonAndHowCloseThatIs() throws Exception {
        JsonNode answer = json("actors/BEL/related?month=2018-03");

        assertThat(answer.at("/items/0")).isEqualTo(JSON.readTree("""
            {"actor": "odd/%2F ?+é", "name": "Odd, \\"and\\" so on", "type": "PERSON", "articles": 2, "sentences": 0,
             "association": 0.4444}\
            """));
        assertThat(answer.at("/items/1/association").doubleValue()).isEqualTo(0.0959);
        assertThat(json("actors/BEL/related?from=2018-02&to=2018-03&sort=association&limit=1")
                        .get("items"))
                .hasSize(1);
        assertThat(json("actors/BEL/related?month=2018-02").get("items")).isEmpty();
    }

    @Test
    void risingActorsAreThoseOfTheNewestMonthWhereNoneIsGiven() throws Exception {
        JsonNode answer = json("actor-months?sort=rise");

        assertThat(answer.get("month").asText()).isEqualTo("2018-03");
        assertThat(answer.get("sort").asText()).isEqualTo("rise");
        assertThat(answer.get("items")).as("no article before").isEmpty();
    }

    @Test
    void aClockSaysOfWhichMonthsTheMentionsOfAMonthAre() throws Exception {
        assertThat(json("actors/BEL/clock?from=2018-03").get("items")).isEqualTo(JSON.readTree("""
            [{"month": "2018-03", "mentioned": "2018-02", "mentions": 2},
             {"month": "2018-03", "mentioned": "open", "mentions": 1}]\
            """));
    }

    @Test
    void articlesAreListedByMonthAndByActor() throws Exception {
        assertThat(json("articles?month=2018-03").get("items").findValuesAsText("id"))
                .containsExactlyInAnyOrderElementsOf(ODD_ARTICLES);
        assertThat(json("articles?month=2018-03&actor=BEL&limit=1").at("/items/0"))
                .isEqualTo(JSON.readTree("""
                    {"id": "\\"", "month": "2018-03", "published": "2018-03", "title": "-Kop", "source": null,
                     "duplicateOf": "origineel", "mentions": 1}\
                    """));
        assertThat(json("articles?actor=asml").get("items")).isEmpty();
        assertThat(problem(get("article?id=nowhere"), 404).get("parameter").asText())
                .isEqualTo("id");
    }

    @Test
    void rejectionsSayWhy() throws Exception {
        assertThat(json("rejections").get("items")).isEqualTo(JSON.readTree("""
            [{"id": "slecht", "reason": "no-date", "detail": "Geen datum.", "size": 5, "sha256": "ab"},
             {"id": "slechter", "reason": "empty", "detail": "Leeg.", "size": 0, "sha256": "cd"}]\
            """));
    }

    @Test
    void listsAreCsvForThoseWhoAskAndNoSpreadsheetTakesATextForAFormula() throws Exception {
        HttpResponse<byte[]> csv = get("actor-months?month=2018-03&format=csv");

        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(text(csv)).isEqualTo("""
            actor,name,type,month,mentions,articles,first,last,mentionsWithoutCopies,articlesWithoutCopies,change\r
            asml,'=ASML,ORGANISATION,2018-03,4,2,2018-03,2018-03-07,4,2,4\r
            BEL,België,COUNTRY,2018-03,3,2,2018-03,2018-03-07,3,2,2\r
            odd/%2F ?+é,"Odd, ""and"" so on",PERSON,2018-03,2,2,2018-03,2018-03-07,2,2,2\r
            """);
        assertThat(text(get("actors/BEL/mentions?limit=1&format=csv"))).isEqualTo("""
            article,month,published,mentions,evidence,cut,copy\r
            \"\"\"\",2018-03,2018-03,1,"In België, ""ja"".",false,false\r
            """);
        assertThat(text(get("articles?limit=1", "Accept", "text/csv"))).contains("2018-03,'-Kop,,origineel,\r\n");
        assertThat(text(get("months?format=json", "Accept", "text/csv"))).startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor-months?limit=1",
                "actor-months?month=2018-03&sort=change&limit=1",
                "actors/BEL/mentions?limit=2",
                "articles?limit=2",
                "articles?actor=BEL&limit=2",
                "rejections?limit=1",
                "actors?q=b&limit=1"
            })
    void everyPageButTheLastLeadsToTheNext(String list) throws Exception {
        List<JsonNode> paged = new ArrayList<>();
        String next = "/api/v1/" + list;
        while (next != null) {
            HttpResponse<byte[]> page = send(HttpRequest.newBuilder(uri(next)));
            JsonNode answer = JSON.readTree(page.body());
            answer.get("items").forEach(paged::add);
            Optional<String> link = page.headers().firstValue("Link");
            assertThat(answer.get("next").isNull()).isEqualTo(link.isEmpty());
            next = link.map(l -> l.substring(1, l.indexOf('>'))).orElse(null);
        }
        List<JsonNode> whole = new ArrayList<>();
        json(list.replaceAll("limit=\\d", "limit=1000")).get("items").forEach(whole::add);

        assertThat(paged).isEqualTo(whole).isNotEmpty();
    }

    @Test
    void anAnswerThatTheReaderHasIsNotSentAgain() throws Exception {
        HttpResponse<byte[]> first = get("months");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = get("months", "If-None-Match", "\"other\", " + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get("months?format=csv", "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
    }

    @Test
    void whatAStandbyAnsweredIsMarked() throws Exception {
        STORES.stale = true;

        HttpResponse<byte[]> stale = get("months?stale=allowed");
        assertThat(stale.headers().firstValue("Kroniek-Stale")).hasValue("true");
        assertThat(JSON.readTree(stale.body()).get("stale").asBoolean()).isTrue();
        assertThat(get("article?id=Belgi%C3%AB&stale=allowed").headers().firstValue("Kroniek-Stale"))
                .hasValue("true");
        assertThat(get("months").headers().firstValue("Kroniek-Stale")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "months",
                "actors?q=a",
                "actors/BEL",
                "actors/BEL/months",
                "actors/BEL/related",
                "actors/BEL/clock",
                "actors/BEL/mentions",
                "actor-months",
                "articles",
                "article?id=a",
                "rejections"
            })
    void noAnswerIsSaidToBeNoneAndWhenToAskAgain(String path) throws Exception {
        STORES.failure = new UnavailableException(Reason.RESTORING, "Partitions are being handed out.");

        HttpResponse<byte[]> refusal = get(path);
        assertThat(problem(refusal, 503).get("reason").asText()).isEqualTo("RESTORING");
        assertThat(refusal.headers().firstValue("Retry-After")).hasValue("5");
    }

    @ParameterizedTest
    @CsvSource({
        "actors, q",
        "actors?q=+, q",
        "article, id",
        "article?id=, id",
        "actor-months?sort=name, sort",
        "actor-months?after=%25, after",
        "actor-months?after=, after",
        "months?stale=yes, stale",
        "months?format=xml, format",
        "months?minPosition=12, minPosition",
        "article?id=a&minPosition=0:1%2C0:2, minPosition",
        "months?limit=5, limit",
        "actors/BEL/months?from=2018, from",
        "rejections?limit=0, limit"
    })
    void aProblemNamesTheParameter(String path, String parameter) throws Exception {
        assertThat(problem(get(path), 400).get("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void aCursorOfAnotherQuestionBreaksNothing() throws Exception {
        String after = json("rejections?limit=1").get("next").asText();

        for (String list : List.of("actor-months", "articles", "actors/BEL/mentions", "actors?q=b")) {
            String sign = list.contains("?") ? "&" : "?";
            assertThat(get(list + sign + "after=" + after).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aCursorOfAnotherMonthLeadsNotOutOfTheMonthAsked() throws Exception {
        String march = json("articles?month=2018-03&limit=1").get("next").asText();
        String said =
                json("actors/BEL/mentions?month=2018-03&limit=1").get("next").asText();

        assertThat(json("articles?month=2018-04&after=" + march).get("items")).isEmpty();
        assertThat(json("actors/BEL/mentions?month=2018-04&after=" + said).get("items"))
                .isEmpty();
    }

    @Test
    void noActorHasABarInItsId() throws Exception {
        assertThat(problem(get("actors/BEL%7C2018-03/mentions"), 404)
                        .get("parameter")
                        .asText())
                .isEqualTo("id");
    }

    static Stream<Question> questions() {
        NameSearch search = new NameSearch("bel", true, ActorType.COUNTRY, "x", 3);
        return Stream.of(
                new AboutActor.Timeline("BEL", null, "2018-03"),
                new AboutActor.Pairs("BEL", "2018-03", null, 3),
                new Question.Totals(List.of("BEL", ODD_ACTOR), null, "2018-03"),
                new AboutActor.MentionedMonths("BEL", null, null),
                new Question.Rises("2018-03", List.of(ActorType.COUNTRY), 7, 1, null, 3),
                new AboutActor.Evidence("BEL", null, "2018-03|België", 3),
                new Top(Sort.CHANGE, List.of("2018-03"), List.of(ActorType.PERSON), null, 3),
                new Question.MonthSums(null),
                new Question.MonthArticles(null),
                new Question.Articles("2018-03", null, 3),
                new Question.Summaries(List.of("2018-03|België")),
                new Question.OneArticle("België"),
                new Question.Rejections(null, 3),
                new Question.Names(search, List.of(new NameSearch.Alias("oranje duivels", "BEL"))));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void anotherInstanceIsAnsweredAsThisOneAnswersItself(Question question) {
        List<Row> rows = new HttpPeers()
                .ask(new Instance("127.0.0.1", SERVER.port()), question, Set.of(0, 1), false)
                .join();

        assertThat(rows)
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(STORES.ask(question, false).rows());
        assertThat(questions().map(one -> one.getClass().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        Wire.kinds(Question.class).map(Class::getName).toList());
    }

    @Test
    void anotherInstanceIsToldWhyThereIsNoAnswer() {
        STORES.failure = new UnavailableException(Reason.RESTORING, "Partitions are being handed out.");
        assertRefused(SERVER.port(), Reason.RESTORING, "Partitions are being handed out.");

        STORES.failure = new IllegalStateException("broken");
        assertRefused(SERVER.port(), Reason.ELSEWHERE, "failed with 500");
        assertRefused(1, Reason.ELSEWHERE, "does not answer");
    }

    private static void assertRefused(int port, Reason reason, String detail) {
        assertThatThrownBy(() -> new HttpPeers()
                        .ask(new Instance("127.0.0.1", port), new Question.MonthSums(null), Set.of(0), false)
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .hasMessageContaining(detail)
                .extracting(refusal -> ((UnavailableException) refusal).reason())
                .isEqualTo(reason);
    }

    @Test
    void aQuestionOfAnotherVersionIsRefused() throws Exception {
        HttpRequest.Builder unknown = HttpRequest.newBuilder(uri("/internal/v1/ask"))
                .POST(BodyPublishers.ofString("{\"question\":{\"ask\":\"Tomorrow\"},\"partitions\":[0]}"));

        problem(send(unknown), 400);
        assertThat(send(HttpRequest.newBuilder(uri("/internal/v1/ask"))).statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"question\":null,\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"MonthSums\"}}",
                "{\"question\":{\"ask\":\"MonthSums\"},\"partitions\":[null]}",
                "{\"question\":{\"ask\":\"MonthSums\"},\"partitions\":[-1]}",
                "{\"question\":{\"ask\":\"Timeline\"},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Timeline\",\"actor\":\"BEL\",\"from\":\"x\"},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Evidence\",\"actor\":\"BEL\",\"limit\":0},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Top\",\"limit\":1},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Top\",\"sort\":\"MENTIONS\",\"months\":[\"2018-13\"],\"types\":[\"PERSON\"],"
                        + "\"limit\":1},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Articles\",\"limit\":1002},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Rejections\",\"limit\":-1},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Pairs\",\"actor\":\"BEL\",\"limit\":2147483647},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Totals\",\"actors\":[\"BEL\"],\"from\":\"x\"},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"MentionedMonths\",\"from\":\"2018-02\"},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Rises\",\"month\":\"x\",\"types\":[],\"limit\":1},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Summaries\",\"keys\":[null]},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"OneArticle\"},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Names\",\"search\":null,\"aliases\":[]},\"partitions\":[0]}",
                "{\"question\":{\"ask\":\"Names\",\"search\":{\"typed\":\"\",\"limit\":1},\"aliases\":[]},"
                        + "\"partitions\":[0]}"
            })
    void aQuestionThatNoReaderMayAskIsRefusedAlsoToAnotherInstance(String body) throws Exception {
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(uri("/internal/v1/ask")).POST(BodyPublishers.ofString(body));

        assertThat(problem(send(asked), 400).get("parameter").asText()).isEqualTo("body");
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/api/v1/" + path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + SERVER.port() + path);
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String path) throws Exception {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static JsonNode problem(HttpResponse<byte[]> response, int status) throws IOException {
        assertThat(response.statusCode()).as(text(response)).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        return JSON.readTree(response.body());
    }

    private static ArticleMentions said(String actor, String article) {
        Place place = new Place(new Span(3, 9), Mention.Form.NAME, "country-name");
        Sentence sentence = new Sentence(0, "In België, \"ja\".", List.of(place));
        return new ArticleMentions(
                new Actor(actor, "België", ActorType.COUNTRY, false),
                PartialDate.of(MARCH),
                article,
                1,
                List.of(sentence),
                false);
    }

    private static ActorMonth row(String actor, String name, ActorType type, YearMonth month, long mentions) {
        PartialDate last = PartialDate.of(LocalDate.of(month.getYear(), month.getMonth(), 7));
        return new ActorMonth(
                actor,
                name,
                type,
                month,
                mentions,
                2,
                PartialDate.of(month),
                month.equals(MARCH) ? last : PartialDate.of(month));
    }
}
