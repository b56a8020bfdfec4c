package kroniek.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kroniek.domain.Article;
import kroniek.evaluate.GoldException;
import kroniek.language.DatedArticle;
import kroniek.language.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Articles a second on one core, of news of the usual size. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
public class LanguageBenchmark {

    /** So many articles are read in one invocation; the corpus is a little larger. */
    static final int ARTICLES = 80;

    private final Language language = Language.load();
    private final List<Article> articles = new ArrayList<>();
    private final List<DatedArticle> dated = new ArrayList<>();

    /** Reads the articles. */
    @Setup
    public void read() throws IOException, GoldException {
        articles.addAll(Articles.usual().subList(0, ARTICLES));
        articles.forEach(article -> dated.add(language.normaliseDates(article)));
    }

    /** Tokens and temporal expressions. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public void dates(Blackhole hole) {
        for (Article article : articles) {
            hole.consume(language.normaliseDates(article));
        }
    }

    /** Sentences, names and their actors, from tokens that are there already. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public void actors(Blackhole hole) {
        for (DatedArticle article : dated) {
            hole.consume(language.extractActors(article));
        }
    }

    /** Everything that the program does with a text. */
    @Benchmark
    @OperationsPerInvocation(ARTICLES)
    public void both(Blackhole hole) {
        for (Article article : articles) {
            hole.consume(language.annotate(article));
        }
    }
}
