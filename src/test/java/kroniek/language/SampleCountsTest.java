package kroniek.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Actor;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Six of the samples were counted by hand, before the program had run on them: mentions per actor. */
class SampleCountsTest {

    private static final Language LANGUAGE = Language.load();

    static Stream<Map.Entry<String, Map<String, Long>>> counted() throws IOException {
        Map<String, Map<String, Long>> byFile = new TreeMap<>();
        List<String> rows = Files.readAllLines(Path.of("src/test/resources/kroniek/samples/counts.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split("\t", -1);
            byFile.computeIfAbsent(fields[0], file -> new TreeMap<>()).put(fields[1], Long.valueOf(fields[2]));
        }
        assertThat(byFile).hasSize(6);
        return byFile.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("counted")
    void theProgramCountsAsAPersonDoes(Map.Entry<String, Map<String, Long>> sample) throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of("samples").resolve(sample.getKey()));
        Article article = (Article) ArticleReader.read(sample.getKey(), Format.TEXT, bytes);
        Map<String, Long> found = new TreeMap<>();
        for (Mention mention : LANGUAGE.annotate(article).mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                found.merge(actor.id(), 1L, Long::sum);
            }
        }
        assertThat(found).isEqualTo(sample.getValue());
    }
}
