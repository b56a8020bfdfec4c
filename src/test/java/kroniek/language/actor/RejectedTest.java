package kroniek.language.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import kroniek.domain.Actor;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.domain.Mention.Rejected;
import kroniek.evaluate.GoldFiles;
import kroniek.evaluate.GoldText;
import kroniek.language.text.SentenceSplitter;
import kroniek.language.text.Text;
import org.junit.jupiter.api.Test;

/** Who is said to be rejected really had the name. */
class RejectedTest {

    private static final Lexicon LEXICON = Lexicon.load(List.of());
    private static final SentenceSplitter SPLITTER = SentenceSplitter.load();
    private static final ActorFinder FINDER = ActorFinder.load(List.of());
    private static final Pattern SEPARATOR = Pattern.compile("[\\s-]+");

    @Test
    void overAllGoldEveryRejectedCandidateHasTheName() throws Exception {
        int rejected = 0;
        for (GoldText gold : GoldFiles.read(List.of(Path.of("src/test/resources/kroniek/gold")), List.of())) {
            Article article = gold.article();
            List<Mention> mentions =
                    FINDER.find(article, Text.of(article.text()), List.of()).mentions();
            for (Mention mention : mentions) {
                Set<String> bearers = bearers(article, mention, mentions);
                rejected += mention.rejected().size();
                assertThat(mention.rejected())
                        .as("%s in %s", mention, article.id())
                        .hasSizeLessThanOrEqualTo(Find.MOST_REJECTED)
                        .extracting(Rejected::id)
                        .doesNotHaveDuplicates()
                        .isSubsetOf(bearers)
                        .doesNotContainAnyElementsOf(meant(mention));
                assertThat(mention.rejected()).extracting(Rejected::why).doesNotContain("");
            }
        }
        assertThat(rejected).isGreaterThan(100);
    }

    private static List<String> meant(Mention mention) {
        Actor actor = mention.actor();
        return actor == null ? mention.candidates() : List.of(actor.id());
    }

    private static Set<String> bearers(Article article, Mention mention, List<Mention> mentions) {
        Set<String> bearers = new HashSet<>();
        Text text = Text.of(mention.text());
        Page page = Page.of(
                new Article("name", article.published(), null, null, mention.text(), article.header(), null, null),
                text,
                SPLITTER.split(text, 0),
                LEXICON.vocabulary());
        for (int token = 0; token < text.size(); token++) {
            Match match = LEXICON.trie().longest(page, token, text.size() - 1);
            if (match == null) {
                continue;
            }
            match.entry().senses().forEach(sense -> {
                bearers.add(sense.actor().id());
                bearers.add(sense.country().equals("EU") ? "european-union" : sense.country());
            });
        }
        List<String> words = List.of(SEPARATOR.split(mention.text()));
        for (Mention other : mentions) {
            Actor actor = other.actor();
            if (actor != null && words.stream().anyMatch(other.text()::contains)) {
                bearers.add(actor.id());
            }
        }
        return bearers;
    }
}
