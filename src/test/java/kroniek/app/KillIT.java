package kroniek.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Actor;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, killed with SIGKILL at random moments: the table in the end is the one that a batch count gives. */
class KillIT {

    private static final int KILLS = 4;
    /** No more than so many until one has struck between the first publication and the end. */
    private static final int MOST_KILLS = 8;
    /** New articles for every kill, so that there is something to publish when it strikes. */
    private static final int ARTICLES = 1500;

    private static final List<String> COUNTRIES = List.of(
            "Japan", "Frankrijk", "België", "Oekraïne", "Noord-Korea", "de Verenigde Staten", "China", "Kenia", "Peru");

    private static final Language LANGUAGE = Language.load();
    private static final Pattern PUBLISHED = Pattern.compile("articles: [1-9]\\d* published");

    @TempDir
    Path folder;

    @Test
    void afterAnyKillTheNextRunEndsInTheRightTable() throws Exception {
        long seed = Long.getLong("kroniek.seed", 20260223L);
        Random random = new Random(seed);
        Map<String, Long> expected = new TreeMap<>();

        int struck = 0;
        int kills = 0;
        for (; kills < KILLS || (struck == 0 && kills < MOST_KILLS); kills++) {
            write(kills * ARTICLES, random, expected);
            try (Program program = run()) {
                program.awaitSaid(random.nextBoolean() ? "on their way" : "page: ");
                boolean ended = program.endedWithin(Duration.ofMillis(random.nextInt(1500)));
                if (!ended && PUBLISHED.matcher(program.err()).find()) {
                    struck++;
                }
                program.kill();
            }
        }

        try (Program last = run()) {
            assertThat(last.exit()).as(last.err()).isZero();
            assertThat(mentions(last.lines())).isEqualTo(expected);
            assertThat(last.lastErrorLine()).contains("files=" + kills * ARTICLES, "rejected=0", "dead=0");
        }
        try (Program verify = Program.jar(
                folder,
                "verify",
                "--data",
                folder.resolve("data").toString(),
                "--articles",
                folder.resolve("articles").toString())) {
            assertThat(verify.exit()).as(verify.out() + verify.err()).isZero();
        }
        System.out.printf(
                "killed %d times (seed %d), %d of them between the first publication and the end%n",
                kills, seed, struck);
        assertThat(struck).isPositive();
    }

    private Program run() {
        return Program.jar(
                folder,
                "run",
                "--until-idle",
                "--output",
                "json",
                "--http",
                "127.0.0.1:0",
                "--data",
                folder.resolve("data").toString(),
                "--articles",
                folder.resolve("articles").toString());
    }

    /** Writes further articles and adds their mentions per actor and month, counted by reading one after the other. */
    private void write(int first, Random random, Map<String, Long> expected) throws IOException {
        Path articles = Files.createDirectories(folder.resolve("articles"));
        for (int i = first; i < first + ARTICLES; i++) {
            StringBuilder text =
                    new StringBuilder(" date 2018-%02d Kort bericht.\n\n".formatted(1 + random.nextInt(12)));
            for (int s = 0; s < 5; s++) {
                text.append("De regering van ")
                        .append(COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                        .append(" praat met ")
                        .append(COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                        .append(". ");
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            Files.write(articles.resolve("a" + i + ".txt"), bytes);
            count((Article) ArticleReader.read("a" + i + ".txt", Format.TEXT, bytes), expected);
        }
    }

    private static void count(Article article, Map<String, Long> counts) {
        for (Mention mention : LANGUAGE.annotate(article).mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                counts.merge(actor.id() + "|" + article.published().month(), 1L, Long::sum);
            }
        }
    }

    private static Map<String, Long> mentions(List<String> rows) throws IOException {
        Map<String, Long> mentions = new TreeMap<>();
        for (String row : rows) {
            JsonNode json = new ObjectMapper().readTree(row);
            String key = json.get("actor").textValue() + "|" + json.get("month").textValue();
            mentions.put(key, json.get("mentions").longValue());
        }
        return mentions;
    }
}
