package kroniek.language.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Article;
import kroniek.domain.Original;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How well copies are found, on texts written and judged before the program had read them: of all pairs of a set, those that the program
 * compares and takes for copies beside those that a reader does.
 */
class CopiesGoldTest {

    /** Lower bounds, so that a change for the worse is seen; what is measured is printed. */
    @ParameterizedTest
    @CsvSource({"development, 0.97, 0.95", "held-aside, 0.97, 0.95"})
    void copiesAreFoundAndLookAlikesAreNot(String set, double precision, double recall) throws Exception {
        Path folder = Path.of(Objects.requireNonNull(CopiesGoldTest.class.getResource("/kroniek/gold/copies/" + set))
                .toURI());
        Set<Set<String>> gold = gold(folder);
        Set<Set<String>> found = found(folder);

        Set<Set<String>> right = new HashSet<>(found);
        right.retainAll(gold);
        System.out.printf(
                "copies, %s: %d pairs, found %d, right %d: precision %.1f %%, recall %.1f %%%n",
                set,
                gold.size(),
                found.size(),
                right.size(),
                100.0 * right.size() / found.size(),
                100.0 * right.size() / gold.size());
        assertThat(gold).hasSizeGreaterThan(30);
        assertThat((double) right.size() / found.size()).isGreaterThanOrEqualTo(precision);
        assertThat((double) right.size() / gold.size()).isGreaterThanOrEqualTo(recall);
    }

    private static Set<Set<String>> gold(Path folder) throws IOException {
        Set<Set<String>> copies = new HashSet<>();
        Files.readAllLines(folder.resolve("pairs.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .filter(pair -> pair[2].equals("copy"))
                .forEach(pair -> copies.add(Set.of(pair[0], pair[1])));
        return copies;
    }

    private static Set<Set<String>> found(Path folder) throws IOException, URISyntaxException {
        SortedMap<Original, Fingerprint> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String id = file.getFileName().toString();
                Article article = (Article) ArticleReader.read(id, Format.TEXT, Files.readAllBytes(file));
                texts.put(new Original(article.published().value(), id), Fingerprint.of(article));
            }
        }
        Set<Set<String>> found = new HashSet<>();
        List<Original> earlier = new ArrayList<>();
        texts.forEach((at, fingerprint) -> {
            for (Original before : earlier) {
                Fingerprint other = Objects.requireNonNull(texts.get(before));
                if (before.mayBeOf(at)
                        && other.bands().stream().anyMatch(fingerprint.bands()::contains)
                        && other.shingles().isCopyOf(fingerprint.shingles())) {
                    found.add(Set.of(before.article(), at.article()));
                }
            }
            earlier.add(at);
        });
        return found;
    }
}
