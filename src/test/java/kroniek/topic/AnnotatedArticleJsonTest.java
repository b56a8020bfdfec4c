package kroniek.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Mention;
import kroniek.domain.Precision;
import kroniek.domain.Rejection;
import kroniek.domain.Span;
import kroniek.domain.TemporalExpression;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedArticleJsonTest {

    private static final AnnotatedArticle ARTICLE = AnnotatedArticles.complete();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void lineOfAnnotateHasTheFieldsInTheirOrder() throws IOException {
        assertThat(AnnotatedArticleJson.line(ARTICLE, "oslo.txt")).isEqualTo(golden("annotate-line.json"));
    }

    @Test
    void lineWithoutAFileLacksTheField() {
        assertThat(AnnotatedArticleJson.line(ARTICLE, null)).startsWith("{\"id\":\"be/oslo.txt\",\"published\":");
    }

    @Test
    void rejectionIsALineToo() {
        Rejection rejection = new Rejection("be/x.txt", Rejection.Reason.NO_DATE, "the first line is 'x'");

        assertThat(AnnotatedArticleJson.line(rejection, "x.txt"))
                .isEqualTo("{\"id\":\"be/x.txt\",\"file\":\"x.txt\",\"rejected\":"
                        + "{\"reason\":\"no-date\",\"detail\":\"the first line is 'x'\"}}");
    }

    @Test
    void topicValueHasTheFieldsInTheirOrder() throws IOException {
        assertThat(new String(AnnotatedArticleJson.topicValue(ARTICLE), UTF_8)).isEqualTo(golden("article-value.json"));
    }

    @Test
    void topicValueIsReadBackAsItWas() {
        assertThat(AnnotatedArticleJson.read(AnnotatedArticleJson.topicValue(ARTICLE)))
                .isEqualTo(ARTICLE);

        AnnotatedArticle bare = AnnotatedArticles.bare("x", "Titel", "Niets.");
        assertThat(AnnotatedArticleJson.read(AnnotatedArticleJson.topicValue(bare)))
                .isEqualTo(bare);
    }

    @Test
    void whoElseHasTheNameIsReadBackToo() {
        AnnotatedArticle bare = AnnotatedArticles.bare("x", "Titel", "Kim.");
        Mention kim = new Mention(
                "Kim",
                new Span(0, 3),
                ActorType.PERSON,
                new Actor("kim-jong-un", "Kim Jong-un", ActorType.PERSON, false),
                Mention.Form.ALIAS,
                true,
                "surname-known",
                "known to everybody",
                List.of(),
                List.of(new Mention.Rejected("kim-yong-chol", "Kim Yong-chol", "full name nowhere")));
        AnnotatedArticle annotated =
                new AnnotatedArticle(bare.article(), List.of(), List.of(kim), List.of(Span.NONE), "0a1b2c3d");

        byte[] value = AnnotatedArticleJson.topicValue(annotated);
        assertThat(AnnotatedArticleJson.read(value)).isEqualTo(annotated);
        assertThat(new String(value, UTF_8))
                .contains(
                        "\"rejected\":[{\"id\":\"kim-yong-chol\",\"name\":\"Kim Yong-chol\",\"why\":\"full name nowhere\"}]");
    }

    @Test
    void unknownFieldsAreIgnored() throws IOException {
        ObjectNode value = (ObjectNode) JSON.readTree(AnnotatedArticleJson.topicValue(ARTICLE));
        value.put("newField", 1);
        value.withArray("mentions").forEach(mention -> ((ObjectNode) mention).putObject("newField"));

        assertThat(AnnotatedArticleJson.read(JSON.writeValueAsBytes(value))).isEqualTo(ARTICLE);
    }

    @Test
    void aValueFromBeforeAnchorsWereAddedIsStillRead() throws IOException {
        ObjectNode value = (ObjectNode) JSON.readTree(AnnotatedArticleJson.topicValue(ARTICLE));
        value.withArray("expressions")
                .forEach(expression -> ((ObjectNode) expression).remove(List.of("precision", "anchor")));

        TemporalExpression yesterday = AnnotatedArticleJson.read(JSON.writeValueAsBytes(value))
                .expressions()
                .get(1);
        assertThat(yesterday.anchor()).isEqualTo(TemporalExpression.Anchor.NONE);
        assertThat(yesterday.precision()).isEqualTo(Precision.DAY);
    }

    @Test
    void theLanguageIsFoundWithoutReadingTheRestAndIsEmptyInAValueFromBeforeItWasAdded() throws IOException {
        byte[] value = AnnotatedArticleJson.topicValue(ARTICLE);
        ObjectNode older = (ObjectNode) JSON.readTree(value);
        older.remove("language");

        assertThat(AnnotatedArticleJson.head(value).language()).isEqualTo("0a1b2c3d");
        assertThat(AnnotatedArticleJson.head(JSON.writeValueAsBytes(older)).language())
                .isEmpty();
        assertThat(AnnotatedArticleJson.read(JSON.writeValueAsBytes(older)).language())
                .isEmpty();
    }

    @Test
    void listsAreBoundedAndTheValueSaysSo() throws IOException {
        byte[] value = AnnotatedArticleJson.topicValue(ARTICLE, 3);

        assertThat(JSON.readTree(value).path("cut").booleanValue()).isTrue();
        AnnotatedArticle cut = AnnotatedArticleJson.read(value);
        assertThat(cut.expressions()).isEqualTo(ARTICLE.expressions());
        assertThat(cut.mentions()).isEqualTo(ARTICLE.mentions().subList(0, 3));
        assertThat(cut.sentences()).isEqualTo(ARTICLE.sentences());
    }

    @Test
    void aListOfJustTheMostIsNotCut() throws IOException {
        byte[] value =
                AnnotatedArticleJson.topicValue(ARTICLE, ARTICLE.mentions().size());

        assertThat(JSON.readTree(value).has("cut")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"schemaVersion\":1,\"id\":\"x\"}", "{\"schemaVersion\""})
    void whatIsNoSuchValueIsAnErrorThatSaysSo(String value) {
        assertThatThrownBy(() -> AnnotatedArticleJson.read(value.getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("not an annotated article: ");
    }

    @Test
    void anotherSchemaVersionIsNotGuessedAt() {
        String newer = new String(AnnotatedArticleJson.topicValue(ARTICLE), UTF_8)
                .replace("\"schemaVersion\":1", "\"schemaVersion\":2");

        assertThatThrownBy(() -> AnnotatedArticleJson.read(newer.getBytes(UTF_8)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("schemaVersion 2, this program reads 1");
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = requireNonNull(AnnotatedArticleJsonTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8).strip();
        }
    }
}
