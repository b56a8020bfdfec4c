package kroniek.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files are written, grown, changed, broken, touched and deleted at random, the task is killed at random; in the end the topics say what the
 * folder says, and nothing is left to send.
 */
class RandomStoriesTest {

    private static final int STEPS = 30;
    private static final List<String> NAMES =
            List.of("a.txt", "map/b.txt", "c.txt.gz", "d.jsonl", "map/e.jsonl", "f.jsonl.gz", "g.jsonl.gz");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** What a file should hold: its lines, or one text; broken files hold nothing that can be relied on. */
    private record Expected(List<String> lines, boolean terminated, boolean broken) {

        String content() {
            return String.join("\n", lines) + (terminated ? "\n" : "");
        }
    }

    private final Map<String, Expected> files = new TreeMap<>();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void endInTopicsThatSayWhatTheFolderSays(int seed) throws Exception {
        Random random = new Random(seed);
        Folder folder = Folder.at(Files.createDirectories(directory));
        try (TaskHarness harness = new TaskHarness(directory)) {
            harness.with("batch.max.records", Integer.toString(1 + random.nextInt(4)))
                    .start();
            for (int step = 0; step < STEPS; step++) {
                change(folder, NAMES.get(random.nextInt(NAMES.size())), random, step);
                if (random.nextInt(3) == 0) {
                    harness.pass(random.nextInt(6));
                    harness.restart();
                } else if (random.nextBoolean()) {
                    harness.pass();
                }
            }
            harness.pass();
            assertThat(harness.pass()).isEmpty();
            harness.restart();
            assertThat(harness.pass()).isEmpty();
            assertThat(harness.table(TaskHarness.TOPIC)).containsAllEntriesOf(articles());
            assertThat(harness.table(TaskHarness.REJECTED).keySet())
                    .isEqualTo(rejections().keySet());
        }
    }

    private void change(Folder folder, String name, Random random, int step) {
        Expected now = files.get(name);
        int kind = random.nextInt(10);
        if (now == null || now.broken() || kind < 2) {
            write(folder, name, fresh(name, step, random));
        } else if (kind < 6) {
            write(folder, name, grown(now, name, step, random));
        } else if (kind == 6) {
            folder.touch(name);
        } else if (kind == 7) {
            folder.delete(name);
            files.remove(name);
        } else if (name.endsWith(".gz")) {
            byte[] whole = Folder.gzip(now.content());
            folder.write(name, Arrays.copyOf(whole, whole.length - 1 - random.nextInt(9)));
            files.put(name, new Expected(now.lines(), true, true));
        } else {
            write(folder, name, new Expected(now.lines().subList(0, 1), true, false));
        }
    }

    private static Expected fresh(String name, int step, Random random) {
        return new Expected(List.of(line(name, random.nextInt(4), step)), random.nextBoolean(), false);
    }

    private static Expected grown(Expected now, String name, int step, Random random) {
        List<String> lines = new ArrayList<>(now.lines());
        for (int i = random.nextInt(3); i >= 0; i--) {
            lines.add(line(name, random.nextInt(4), step));
        }
        return new Expected(lines, random.nextBoolean(), false);
    }

    private static String line(String name, int id, int step) {
        return "{\"id\":\"%s/%d\",\"text\":\"stap %d\"}".formatted(name, id, step);
    }

    private void write(Folder folder, String name, Expected expected) {
        files.put(name, expected);
        if (name.endsWith(".gz")) {
            folder.write(name, Folder.gzip(expected.content()));
        } else {
            folder.write(name, expected.content());
        }
    }

    private Map<String, String> articles() {
        Map<String, String> articles = new HashMap<>();
        files.forEach((name, file) -> {
            if (file.broken()) {
                return;
            }
            if (name.contains(".txt")) {
                articles.put(name, file.content());
            } else {
                file.lines().forEach(line -> articles.put(line.substring(7, line.indexOf("\",")), line));
            }
        });
        return articles;
    }

    private Map<String, Expected> rejections() {
        Map<String, Expected> rejections = new HashMap<>();
        files.forEach((name, file) -> {
            if (file.broken()) {
                rejections.put("file:" + name, file);
            }
        });
        return rejections;
    }
}
