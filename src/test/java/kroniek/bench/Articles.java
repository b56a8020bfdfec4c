package kroniek.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Article;
import kroniek.domain.PartialDate;
import kroniek.domain.PublicationDate;
import kroniek.domain.Span;
import kroniek.evaluate.GoldException;
import kroniek.evaluate.GoldFiles;
import kroniek.evaluate.GoldText;

/** The articles that the benchmarks read: the samples and the gold texts of development, all of them in this project. */
final class Articles {

    /** The size of an article in the news that the project is made for, in bytes of UTF-8. */
    static final int USUAL_SIZE = 2300;

    private static final Path SAMPLES = Path.of("samples");
    private static final Path GOLD = Path.of("src/test/resources/kroniek/gold");

    private Articles() {}

    /**
     * News of the usual size: the samples as they are, and the gold texts, which are shorter, joined in the order of
     * their files until they are as long.
     */
    static List<Article> usual() throws IOException, GoldException {
        List<Article> articles = new ArrayList<>(samples());
        StringBuilder text = new StringBuilder();
        for (GoldText gold : gold()) {
            Article article = gold.article();
            boolean first = text.isEmpty();
            text.append(first ? " date " + article.published().value() : "\n")
                    .append(body(article))
                    .append('\n');
            if (bytes(text.toString()) >= USUAL_SIZE) {
                articles.add(article("gold-" + articles.size(), text.toString()));
                text.setLength(0);
            }
        }
        return articles;
    }

    /**
     * One article of a size in bytes, give or take a sentence: the usual ones, one after another, as often as need be. Made
     * here, for the program takes none of ten megabytes.
     */
    static Article ofSize(int bytes) throws IOException, GoldException {
        StringBuilder text = new StringBuilder();
        int size = 0;
        List<Article> usual = usual();
        for (int i = 0; size < bytes; i++) {
            String body = body(usual.get(i % usual.size())) + "\n\n";
            String piece = body.substring(0, Math.min(body.length(), bytes - size));
            text.append(piece);
            size += bytes(piece);
        }
        PublicationDate published =
                new PublicationDate(PartialDate.of(YearMonth.of(2018, 2)), PublicationDate.Source.HEADER);
        return new Article("size-" + bytes, published, null, null, text.toString(), Span.NONE, null, null);
    }

    /** The bytes of a text in UTF-8. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static List<Article> samples() throws IOException {
        List<Article> articles = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
                articles.add(article(file.toString(), Files.readString(file)));
            }
        }
        return articles;
    }

    private static List<GoldText> gold() throws GoldException {
        return GoldFiles.read(
                List.of(GOLD.resolve("dates/development"), GOLD.resolve("actors/development")), List.of());
    }

    private static String body(Article article) {
        String text = article.text();
        return text.substring(text.offsetByCodePoints(0, article.header().end()));
    }

    private static Article article(String id, String text) {
        return (Article) ArticleReader.read(id, Format.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }
}
