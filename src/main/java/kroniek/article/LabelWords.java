package kroniek.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of {@code header-label.txt}, by section. The file says what each section is for. */
final class LabelWords {

    /** The file, beside this class. */
    static final String FILE = "header-label.txt";

    private static final Set<String> SECTIONS =
            Set.of("source", "source-word", "section", "month", "joining-word", "preposition", "acronym");

    private final Map<String, Set<String>> words;

    private LabelWords(Map<String, Set<String>> words) {
        this.words = words;
    }

    /**
     * Reads the file that the program carries.
     *
     * @throws IllegalStateException if it is missing, or has a line under no section or an unknown section
     */
    static LabelWords load() {
        return new LabelWords(parse(lines()));
    }

    /** The lines of the file. */
    static List<String> lines() {
        try (InputStream in = LabelWords.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static Map<String, Set<String>> parse(List<String> lines) {
        Map<String, Set<String>> words = new HashMap<>();
        SECTIONS.forEach(section -> words.put(section, new HashSet<>()));
        Set<String> section = Set.of();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("[")) {
                section = words.get(line.substring(1, line.length() - 1));
                if (section == null) {
                    throw new IllegalStateException(FILE + ":" + (i + 1) + ": unknown section " + line);
                }
            } else if (!line.isEmpty() && "#+-".indexOf(line.charAt(0)) < 0) {
                section.add(fold(line));
            }
        }
        return words;
    }

    /** The words of a line that is not blank: what stands between white space. */
    static List<String> split(String line) {
        return Arrays.asList(line.split("\\s+", -1));
    }

    private boolean has(String section, String word) {
        return words.getOrDefault(section, Set.of()).contains(fold(word));
    }

    /** Whether a medium or agency has that name. */
    boolean source(String name) {
        return has("source", name);
    }

    /** Whether the word makes a capitalised name a medium's. */
    boolean sourceWord(String word) {
        return has("source-word", word);
    }

    /** Whether a part of a newspaper is called that. */
    boolean section(String name) {
        return has("section", name);
    }

    /** Whether a month is called that, in full or for short. */
    boolean month(String word) {
        return has("month", word);
    }

    /** Whether the word cannot stand last. */
    boolean joins(String word) {
        return has("joining-word", word);
    }

    /** Whether an acronym after the word belongs to it. */
    boolean beforeAcronym(String word) {
        return joins(word) || has("preposition", word);
    }

    /** Whether the acronym is known to name something. */
    boolean acronym(String word) {
        return has("acronym", word);
    }

    private static String fold(String word) {
        return word.replace('’', '\'').toLowerCase(Locale.ROOT);
    }
}
