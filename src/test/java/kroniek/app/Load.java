package kroniek.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Actor;
import kroniek.domain.Article;
import kroniek.domain.Mention;
import kroniek.language.Language;

/** A folder of articles that grows and is corrected, made from a seed, and what must have been counted of it. */
final class Load {

    private static final List<String> COUNTRIES = List.of(
            "Japan", "Frankrijk", "België", "Oekraïne", "Noord-Korea", "de Verenigde Staten", "China", "Kenia", "Peru");

    /** One file of every so many is one of lines. */
    private static final int LINES = 50;

    /** One article of so many has the text of another. */
    private static final int COPIED = 5;

    private static final int MARKS = 60;

    private static final Language LANGUAGE = Language.load();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Random random;
    private final List<String> told = new ArrayList<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> lines = new LinkedHashMap<>();
    private int files;
    private long versions;
    private int written;

    Load(Path folder, Random random) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.random = random;
    }

    Path folder() {
        return folder;
    }

    /** How many records the raw topic must have got in all: one for every version of an article. */
    long versions() {
        return versions;
    }

    /** How many versions of files have been written. */
    int written() {
        return written;
    }

    /** Whether every file has been taken away. */
    boolean isEmpty() {
        try (Stream<Path> left = Files.list(folder)) {
            return left.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes further articles, as files and as one file of lines, and corrects some of those before. */
    void write(int articles) throws IOException {
        List<String> earlier = new ArrayList<>(texts.keySet());
        Collections.shuffle(earlier, random);
        for (int i = 0; i < articles; i++) {
            boolean correction = !earlier.isEmpty() && random.nextInt(3) == 0;
            String file = correction ? earlier.remove(earlier.size() - 1) : "a" + files++ + ".txt";
            String text =
                    " date 2018-%02d Kort bericht %d.%n%n%s".formatted(1 + random.nextInt(12), versions + i, news());
            texts.put(file, text);
            put(file, text);
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            String id = "regel-" + files + "-" + i;
            String line = JSON.createObjectNode()
                    .put("id", id)
                    .put("date", "2019-%02d".formatted(1 + random.nextInt(12)))
                    .put("text", sentences())
                    .toString();
            lines.put(id, line);
            all.append(line).append('\n');
        }
        put("regels" + files++ + ".jsonl", all.toString());
        versions += articles + LINES;
    }

    /** News of its own or, now and then, what was written before. */
    private String news() {
        if (told.isEmpty() || random.nextInt(COPIED) > 0) {
            told.add(sentences() + "Kenmerk: " + marks());
            return told.get(told.size() - 1);
        }
        return told.get(random.nextInt(told.size()));
    }

    /** Words that no other news has, enough of them that it is a copy of no other. */
    private String marks() {
        return IntStream.range(0, MARKS)
                .mapToObj(i -> "k" + Integer.toString(random.nextInt(Integer.MAX_VALUE), Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }

    /** Writes articles that are never corrected, by their ids, as lines of one file. */
    void writeForGood(Map<String, ObjectNode> articles) throws IOException {
        StringBuilder all = new StringBuilder();
        articles.forEach((id, article) -> {
            String line = article.put("id", id).toString();
            lines.put(id, line);
            all.append(line).append('\n');
        });
        put("voorgoed" + files++ + ".jsonl", all.toString());
        versions += articles.size();
    }

    private String sentences() {
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < 5; s++) {
            text.append("De regering van ")
                    .append(COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                    .append(" praat met ")
                    .append(COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                    .append(". ");
        }
        return text.toString();
    }

    /** Written beside and moved, so that every version is read whole, and once. */
    private void put(String name, String content) throws IOException {
        Path beside = folder.resolve(name + ".tmp");
        Files.writeString(beside, content, StandardCharsets.UTF_8);
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        written++;
    }

    /** The mentions per actor and month, counted by reading one article after the other. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        texts.forEach((id, text) -> count(id, Format.TEXT, text, counts));
        lines.forEach((id, line) -> count(id, Format.JSON, line, counts));
        return counts;
    }

    private static void count(String id, Format format, String content, Map<String, Long> counts) {
        Article article = (Article) ArticleReader.read(id, format, content.getBytes(StandardCharsets.UTF_8));
        for (Mention mention : LANGUAGE.annotate(article).mentions()) {
            Actor actor = mention.actor();
            if (mention.counted() && actor != null) {
                counts.merge(actor.id() + "|" + article.published().month(), 1L, Long::sum);
            }
        }
    }
}
