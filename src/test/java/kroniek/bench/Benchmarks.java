package kroniek.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import kroniek.domain.Article;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks and says what they were run on. Arguments are those of JMH, for example a pattern of benchmarks; without any, all of
 * them and the memory are measured; with {@code readers}, how long readers wait, or with {@code readers stores} or {@code readers stream} those alone.
 */
final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        List<String> asked = List.of(arguments);
        if (!asked.isEmpty() && asked.get(0).equals("readers")) {
            System.out.printf("machine: %s, %d processors, %s%n", processor(), processors(), java());
            ReadersLoad.run(asked.size() == 1 ? ReadersLoad.PARTS : asked.subList(1, asked.size()));
            return;
        }
        List<Article> articles = Articles.usual().subList(0, LanguageBenchmark.ARTICLES);
        double bytes = articles.stream()
                .mapToInt(article -> Articles.bytes(article.text()))
                .average()
                .orElseThrow();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
        System.out.printf("%nmachine: %s, %d processors, %s%n", processor(), processors(), java());
        System.out.printf("articles: %d of %.0f bytes on average%n", articles.size(), bytes);
        for (RunResult result : results) {
            print(result, bytes);
        }
        if (arguments.length == 0) {
            memory();
        }
    }

    private static void print(RunResult result, double bytes) {
        String name = result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
        String size = result.getParams().getParamsKeys().contains("bytes")
                ? " of " + result.getParams().getParam("bytes") + " bytes"
                : "";
        double score = result.getPrimaryResult().getScore();
        String unit = result.getPrimaryResult().getScoreUnit();
        String figure = unit.startsWith("ops")
                ? "%,.0f articles/s, %.1f MB/s".formatted(score, score * bytes / 1e6)
                : "%,.3f ms".formatted(score);
        var allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        String garbage = allocated == null ? "" : ", %,.0f bytes allocated".formatted(allocated.getScore());
        System.out.println(name + size + ": " + figure + garbage);
    }

    private static void memory() throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Memory.class.getName())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return Files.exists(info)
                ? Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }
}
