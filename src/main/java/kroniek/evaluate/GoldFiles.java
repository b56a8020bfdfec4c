package kroniek.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kroniek.article.ArticleReader;
import kroniek.article.Format;
import kroniek.domain.Article;
import kroniek.domain.Reading;
import kroniek.domain.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Gold as files: every {@code .jsonl} of some folders, one text a line. A line carries the text itself, header line
 * included ({@code text}), or only names its {@code file}.
 */
public final class GoldFiles {

    private static final String SUFFIX = ".jsonl";

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final List<Path> articles;

    private GoldFiles(List<Path> articles) {
        this.articles = articles;
    }

    /**
     * Reads gold, file by file in the order of their names.
     *
     * @param gold folders, read with their subfolders, or files; a file that is named twice is read once
     * @param articles folders in which to look for a text that is only named, before the folder of the gold file itself
     * @throws GoldException for a folder without gold, and for a file or line that cannot be read
     */
    public static List<GoldText> read(List<Path> gold, List<Path> articles) throws GoldException {
        GoldFiles files = new GoldFiles(articles);
        Set<Path> found = new TreeSet<>();
        for (Path path : gold) {
            found.addAll(files.under(path));
        }
        List<GoldText> texts = new ArrayList<>();
        for (Path file : found) {
            files.readFile(file, texts);
        }
        return texts;
    }

    private List<Path> under(Path path) throws GoldException {
        try (Stream<Path> walk = Files.walk(path)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .map(file -> file.toAbsolutePath().normalize())
                    .toList();
            if (files.isEmpty()) {
                throw new GoldException(path + " has no " + SUFFIX + " file; name a folder that holds gold");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new GoldException("cannot read the gold in " + path + ": " + e, e);
        }
    }

    private void readFile(Path file, List<GoldText> texts) throws GoldException {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    texts.add(readLine(file, lines.get(i), "%s line %d".formatted(file, i + 1)));
                }
            }
        } catch (IOException e) {
            throw new GoldException("cannot read the gold file " + file + ": " + e, e);
        }
    }

    private GoldText readLine(Path file, String line, String place) throws GoldException {
        String name = String.valueOf(file.getFileName());
        String theme = name.substring(0, name.length() - SUFFIX.length());
        GoldLine gold = new GoldLine(parsed(line, place), place);
        String text = gold.text();
        byte[] bytes = text == null ? bytes(file, gold, place) : text.getBytes(StandardCharsets.UTF_8);
        return gold.read(theme, article(gold.file(), bytes, place));
    }

    private static JsonNode parsed(String line, String place) throws GoldException {
        try {
            return JSON.readValue(line);
        } catch (JsonProcessingException e) {
            throw new GoldException(place + " is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private byte[] bytes(Path goldFile, GoldLine gold, String place) throws GoldException {
        Path article = lookUp(goldFile, gold.file());
        if (article == null) {
            throw new GoldException(
                    "%s names the article %s, which is neither beside it nor in a folder given with --articles"
                            .formatted(place, gold.file()));
        }
        try {
            return Files.readAllBytes(article);
        } catch (IOException e) {
            throw new GoldException("cannot read the article " + article + ": " + e, e);
        }
    }

    private @Nullable Path lookUp(Path goldFile, String name) {
        for (Path folder : articles) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        Path beside = goldFile.resolveSibling(name);
        return Files.isRegularFile(beside) ? beside : null;
    }

    private static Article article(String id, byte[] bytes, String place) throws GoldException {
        Reading reading = ArticleReader.read(id, Format.TEXT, bytes);
        if (reading instanceof Article article) {
            return article;
        }
        throw new GoldException(
                "%s: the article %s is rejected: %s".formatted(place, id, ((Rejection) reading).detail()));
    }
}
