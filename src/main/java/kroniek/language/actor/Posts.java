package kroniek.language.actor;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kroniek.language.text.DataFile.Line;

/** Which titles stand for which post: {@code premier}, {@code minister-president} and {@code regeringsleider} are one post. */
final class Posts {

    private static final Set<String> GOVERNING = Set.of("minister", "secretary-of-state", "commissioner", "alderman");
    private static final Set<String> REIGNING = Set.of("mayor", "governor", "monarch", "royal", "president", "premier");

    /** What a title word can stand for, and whether one of it governs or reigns. */
    private record Title(Set<String> posts, boolean governs, boolean reigns) {

        Title(Set<String> posts) {
            this(posts, !Collections.disjoint(posts, GOVERNING), !Collections.disjoint(posts, REIGNING));
        }
    }

    private final ByWord<Title> byWord;
    private final Set<String> codes;

    private Posts(Map<Integer, Set<String>> byWord, Set<String> codes) {
        Map<Integer, Title> titles = new HashMap<>();
        byWord.forEach((word, posts) -> titles.put(word, new Title(posts)));
        this.byWord = new ByWord<>(titles);
        this.codes = codes;
    }

    /** Reads {@code actors/posts.tsv}: code, titles. */
    static Posts load(Vocabulary.Builder vocabulary) {
        Map<Integer, Set<String>> byWord = new HashMap<>();
        Set<String> codes = new HashSet<>();
        for (Line line : Rows.of("posts.tsv")) {
            List<String> fields = Rows.fields(line, 2, 2);
            if (!codes.add(fields.get(0))) {
                throw line.error("the post " + fields.get(0) + " stands here twice");
            }
            for (String title : Rows.list(fields.get(1))) {
                int word = vocabulary.add(Folding.fold(title));
                vocabulary.put(Folding.fold(title), WordClass.ROLE);
                byWord.computeIfAbsent(word, w -> new HashSet<>()).add(fields.get(0));
            }
        }
        return new Posts(byWord, codes);
    }

    /** Whether a title word is a post with a field of policy: minister, staatssecretaris. */
    boolean governs(int word) {
        Title title = byWord.get(word);
        return title != null && title.governs;
    }

    /** Whether a title word is a post over a place: burgemeester van, koning van. */
    boolean reigns(int word) {
        Title title = byWord.get(word);
        return title != null && title.reigns;
    }

    /** All codes, for a reader. */
    String codes() {
        return String.join(", ", new TreeSet<>(codes));
    }

    boolean has(String code) {
        return codes.contains(code);
    }

    /** The posts that a title word can stand for. */
    Set<String> of(int word) {
        Title title = byWord.get(word);
        return title == null ? Set.of() : title.posts;
    }
}
