package kroniek.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kroniek.domain.Article;
import kroniek.language.Language;

/** What a process of its own holds: heap after the load, and the most memory of the whole process after all articles. */
final class Memory {

    private static final int ROUNDS = 200;
    private static final double MEGABYTE = 1e6;
    private static final double KILOBYTES_IN_MEGABYTE = 1024 / 1e3;

    private Memory() {}

    public static void main(String[] arguments) throws Exception {
        double before = heap();
        Language language = Language.load();
        double retained = heap() - before;
        List<Article> articles = Articles.usual();
        long mentions = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Article article : articles) {
                mentions += language.annotate(article).mentions().size();
            }
        }
        System.out.printf(
                "memory: rules and lexicons retain %.1f MB of heap; the process took at most %s, with -Xmx%d MB (%d mentions)%n",
                retained, mostResident(), Runtime.getRuntime().maxMemory() / 1_000_000, mentions);
    }

    private static double heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }

    /** The most resident memory so far, as Linux counts it. */
    private static String mostResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "an amount that only Linux tells";
        }
        String line = Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM"))
                .findFirst()
                .orElse("VmHWM: 0 kB");
        double kilobytes = Double.parseDouble(line.replaceAll("\\D", ""));
        return "%.0f MB".formatted(kilobytes * KILOBYTES_IN_MEGABYTE / 1000);
    }
}
