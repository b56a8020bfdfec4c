package kroniek.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.evaluate.GoldException;
import kroniek.evaluate.GoldFiles;
import kroniek.evaluate.GoldText;
import kroniek.language.actor.ActorFinder;
import kroniek.language.date.DateFinder;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;

/** The dictionary that dates and actors share makes them faster and changes nothing. */
class OneDictionaryTest {

    private static final Path GOLD = Path.of("src/test/resources/kroniek/gold");

    @Test
    void whatIsFoundIsTheSameWhereTokensAreLookedUpOneByOne() throws GoldException {
        Language language = Language.load();
        DateFinder dates = DateFinder.load();
        ActorFinder actors = ActorFinder.load(List.of());
        for (GoldText gold : GoldFiles.read(
                List.of(GOLD.resolve("dates/development"), GOLD.resolve("actors/development")), List.of())) {
            AnnotatedArticle annotated = language.annotate(gold.article());
            Text text = Text.of(gold.article().text());
            DateFinder.Dates dated = dates.find(gold.article(), text);
            assertThat(dated.expressions()).isEqualTo(annotated.expressions());
            Article published = gold.article().withPublished(dated.published());
            assertThat(actors.find(published, text, dated.expressions()).mentions())
                    .isEqualTo(annotated.mentions());
        }
    }
}
