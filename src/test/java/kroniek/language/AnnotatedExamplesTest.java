package kroniek.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import org.junit.jupiter.api.Test;

/** The two annotated articles beside the project, where it is checked out with them: their country counts are exact. */
class AnnotatedExamplesTest {

    private static final Path SHARED = Path.of("../shared");

    @Test
    void theCountriesOfTheAnnotatedArticlesAreCountedExactly() throws IOException {
        Path examples = SHARED.resolve("annotation/example-actors.jsonl");
        assumeTrue(Files.exists(examples), "the annotated articles are not beside the project");
        Language language = Language.load();
        for (String line : Files.readAllLines(examples)) {
            JsonNode gold = new ObjectMapper().readTree(line);
            String file = gold.get("file").textValue();
            Article article = (Article) ArticleReader.read(
                    file,
                    Format.TEXT,
                    Files.readAllBytes(SHARED.resolve("seeds").resolve(file)));

            assertThat(countries(language, article)).as(file).isEqualTo(countries(gold));
        }
    }

    private static Map<String, Long> countries(JsonNode gold) {
        Map<String, Long> counts = new TreeMap<>();
        for (JsonNode mention : gold.get("mentions")) {
            if (mention.get("type").textValue().equals("COUNTRY")
                    && mention.get("counted").booleanValue()) {
                counts.merge(mention.at("/actor/id").textValue(), 1L, Long::sum);
            }
        }
        assertThat(counts).isNotEmpty();
        return counts;
    }

    private static Map<String, Long> countries(Language language, Article article) {
        Map<String, Long> counts = new TreeMap<>();
        for (Mention mention : language.annotate(article).mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null && mention.type() == ActorType.COUNTRY) {
                counts.merge(actor.id(), 1L, Long::sum);
            }
        }
        return counts;
    }
}
