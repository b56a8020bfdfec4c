package kroniek.bench;

import java.util.concurrent.TimeUnit;
import kroniek.language.Language;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds from nothing to rules and lexicons that are ready, in a process that has just begun. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(5)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class LoadBenchmark {

    /** Reads and compiles all rules and lexicons. */
    @Benchmark
    public Language load() {
        return Language.load();
    }
}
