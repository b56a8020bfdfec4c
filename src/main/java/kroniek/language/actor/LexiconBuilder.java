package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** Collects the rows of all lexicon files, refuses what contradicts itself, and compiles the rest. */
final class LexiconBuilder {

    private static final String SHARED = "?";
    private static final String PREFERRED = "?!";

    final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Line> actorLines = new HashMap<>();

    /** A surface on its way to an entry; of a preferred one the first sense holds where the article does not say. */
    private static final class Draft {
        final String surface;
        final boolean shared;
        final Line line;
        final List<Sense> senses = new ArrayList<>();
        boolean preferred;

        Draft(String surface, boolean shared, Line line) {
            this.surface = surface;
            this.shared = shared;
            this.line = line;
        }

        Draft(String surface, Line line, Sense sense) {
            this(surface, true, line);
            senses.add(sense);
        }
    }

    /** States an actor; one id has one row. */
    Actor actor(Line line, Actor actor) {
        Line before = actorLines.putIfAbsent(actor.id(), line);
        if (before != null) {
            throw line.error("the id " + actor.id() + " stands already in " + before.file() + ":" + before.number());
        }
        actors.put(actor.id(), actor);
        return actor;
    }

    /** The actor that was stated with an id, or null. */
    @Nullable
    Actor actor(String id) {
        return actors.get(id);
    }

    /** Whether an actor with that id was stated. */
    boolean knows(String id) {
        return actors.containsKey(id);
    }

    /**
     * Adds a surface as a file has it; one that begins with {@code ?} may be claimed by several rows, and evidence decides; one that
     * begins with {@code ?!} is the one that holds where there is no evidence.
     *
     * @throws DataException if another row claims the surface and one of them does not begin with {@code ?}
     */
    void surface(Line line, String written, Sense sense) {
        boolean shared = written.startsWith(SHARED);
        boolean preferred = written.startsWith(PREFERRED);
        String surface = plain(written);
        if (surface.isEmpty()) {
            throw line.error("an empty name");
        }
        Draft draft = drafts.computeIfAbsent(key(surface), k -> new Draft(surface, shared, line));
        boolean same = draft.senses.stream()
                .allMatch(s -> s.actor().id().equals(sense.actor().id()));
        if (!same && !(shared && draft.shared)) {
            throw line.error("'" + surface + "' stands already in " + draft.line.file() + ":" + draft.line.number()
                    + "; mark both with ? if the article shall decide");
        }
        if (same && !draft.senses.isEmpty()) {
            if (draft.surface.equals(surface)) {
                throw line.error(
                        "'" + surface + "' stands twice: in " + draft.line.file() + ":" + draft.line.number() + " too");
            }
            return;
        }
        if (preferred && draft.preferred) {
            throw line.error(
                    "'" + surface + "' is marked ?! in " + draft.line.file() + ":" + draft.line.number() + " too");
        }
        draft.preferred |= preferred;
        draft.senses.add(preferred ? 0 : draft.senses.size(), sense);
    }

    /** A name without its marks. */
    static String plain(String written) {
        int marks = written.startsWith(PREFERRED) ? 2 : written.startsWith(SHARED) ? 1 : 0;
        return written.substring(marks).strip();
    }

    /** Adds a surface that was made from another; one that exists already stays as it is. */
    void variant(Line line, String surface, Sense sense) {
        drafts.computeIfAbsent(key(surface), k -> new Draft(surface, line, sense));
    }

    /** Adds one more bearer of a surname. */
    void surname(Line line, String surname, Sense sense) {
        String key = key(surname);
        Draft draft = drafts.get(key);
        if (draft == null) {
            drafts.put(key, new Draft(surname, line, sense));
        } else if (draft.senses.stream()
                .noneMatch(s -> s.actor().id().equals(sense.actor().id()))) {
            draft.senses.add(sense);
        }
    }

    private static String key(String surface) {
        StringBuilder key = new StringBuilder(Folding.fold(surface)).append('/');
        Text text = Text.of(surface);
        for (int i = 0; i < text.size(); i++) {
            key.append(Shape.of(text.word(i))).append(' ');
        }
        return key.toString();
    }

    /** Compiles everything. */
    Lexicon build(
            Posts posts,
            Countries countries,
            ZoneRules zones,
            Suffixes suffixes,
            OrdinaryWords ordinary,
            ClueWeights weights,
            Bodies bodies) {
        Trie.Builder trie = new Trie.Builder();
        for (Draft draft : drafts.values()) {
            Text text = Text.of(draft.surface);
            int[] words = new int[text.size()];
            boolean[] spaces = new boolean[text.size()];
            List<String> tokens = new ArrayList<>();
            List<Shape> shapes = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                words[i] = vocabulary.add(Folding.fold(text.word(i)));
                spaces[i] = i > 0 && text.spaceBefore(i);
                tokens.add(text.word(i));
                shapes.add(Shape.of(text.word(i)));
            }
            trie.add(words, spaces, new Entry(draft.surface, tokens, shapes, draft.senses, draft.preferred));
        }
        Vocabulary words = vocabulary.build();
        Trie surfaces = trie.build(words.size());
        Map<String, Actor> known = Map.copyOf(actors);
        return new Lexicon(words, surfaces, known, posts, countries, zones, suffixes, ordinary, weights, bodies);
    }
}
