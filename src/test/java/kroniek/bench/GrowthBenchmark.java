package kroniek.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import kroniek.domain.AnnotatedArticle;
import kroniek.domain.Article;
import kroniek.evaluate.GoldException;
import kroniek.language.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds for one article of growing size. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class GrowthBenchmark {

    /** The article's size. */
    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int bytes;

    private final Language language = Language.load();
    private Article article;

    /** Makes the article. */
    @Setup
    public void make() throws IOException, GoldException {
        article = Articles.ofSize(bytes);
    }

    /** Dates and actors of the article. */
    @Benchmark
    public AnnotatedArticle both() {
        return language.annotate(article);
    }
}
