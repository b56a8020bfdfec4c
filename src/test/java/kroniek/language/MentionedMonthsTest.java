package kroniek.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.ActorMonthMentioned;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which month every mention of a text is of; the text was published in March 2018. */
class MentionedMonthsTest {

    private static final Language LANGUAGE = Language.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Frankrijk sprak op 3 februari met Duitsland.; FRA 2018-02, DEU 2018-02",
                "Frankrijk bezocht China in januari, en Japan bezoekt Duitsland in mei.;"
                        + " FRA 2018-01, CHN 2018-01, JPN 2018-05, DEU 2018-05",
                "Frankrijk is sinds 1958 een vriend van Duitsland.; FRA open, DEU open",
                "Frankrijk, sinds 1957 lid, sprak op 3 mei 2018 met Duitsland.; FRA 2018-05, DEU 2018-05",
                "In januari was Frankrijk boos, maar Duitsland vergadert in mei.; FRA 2018-01, DEU 2018-05",
                "In februari was het koud. Frankrijk wacht af.; FRA open",
                "Frankrijk vergadert elke maandag met Duitsland.; FRA open, DEU open",
                "Frankrijk wacht twee maanden op Duitsland.; FRA open, DEU open"
            })
    void isThatOfTheNearestExpressionInItsSentenceThatSettlesOne(String text, String expected) {
        Article article = (Article)
                ArticleReader.read("a", Format.TEXT, (" date 2018-03 " + text).getBytes(StandardCharsets.UTF_8));

        assertThat(months(LANGUAGE.annotate(article))).isEqualTo(expected);
    }

    private static String months(AnnotatedArticle annotated) {
        MentionedMonths months = new MentionedMonths(annotated);
        return annotated.mentions().stream()
                .filter(mention -> mention.actor() != null)
                .map(mention -> mention.actor().id() + " "
                        + ActorMonthMentioned.code(months.of(mention.span(), sentence(annotated.sentences(), mention))))
                .collect(Collectors.joining(", "));
    }

    private static Span sentence(List<Span> sentences, Mention mention) {
        return sentences.stream()
                .filter(sentence -> sentence.contains(mention.span()))
                .findFirst()
                .orElseThrow();
    }
}
