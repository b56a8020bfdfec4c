package kroniek.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.language.Language;
import kroniek.language.copy.Fingerprint;
import kroniek.topic.Values;
import org.junit.jupiter.api.Test;

/** The ledger makes what an article says from its value in the topic, where it turns out to be a copy: that must be what it said before. */
class ReadBackTest {

    @Test
    void whatIsReadBackOfAnArticleSaysTheSameOfEveryActor() throws IOException {
        Language language = Language.load();
        List<Path> files;
        try (Stream<Path> samples = Files.walk(Path.of("samples"))) {
            files = samples.filter(path -> path.toString().endsWith(".txt")).toList();
        }
        assertThat(files).hasSizeGreaterThan(100);
        for (Path file : files) {
            Article article = (Article) ArticleReader.read(file.toString(), Format.TEXT, Files.readAllBytes(file));
            AnnotatedArticle found = language.annotate(article);
            byte[] value = Values.ANNOTATED_ARTICLE.serializer().serialize("", found);
            AnnotatedArticle back = Values.ANNOTATED_ARTICLE.deserializer().deserialize("", value);

            assertThat(Values.ANNOTATED_ARTICLE.serializer().serialize("", back))
                    .isEqualTo(value);
            assertThat(Contribution.of(back)).as(file.toString()).isEqualTo(Contribution.of(found));
            assertThat(Fingerprint.of(back.article()).bands())
                    .isEqualTo(Fingerprint.of(article).bands());
        }
    }
}
