package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.language.text.DataException;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Dictionary;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** Collects the rows of all lexicon files, refuses what contradicts itself, and compiles the rest. */
final class LexiconBuilder {

    private static final String SHARED = "?";
    private static final String PREFERRED = "?!";
    private static final String ALONE = "!";

    final Vocabulary.Builder vocabulary = new Vocabulary.Builder();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, Actor> actors = new HashMap<>();
    private final Map<String, Line> actorLines = new HashMap<>();
    private final Map<String, Sense> senses = new HashMap<>();
    private boolean own;

    /** A surface on its way to an entry; of a preferred one the first sense holds where the article does not say. */
    private static final class Draft {
        final String surface;
        final boolean shared;
        final Line line;
        final List<Sense> senses = new ArrayList<>();
        boolean preferred;
        String ownMark = "";
        String ownPlace = "";

        Draft(String surface, boolean shared, Line line) {
            this.surface = surface;
            this.shared = shared;
            this.line = line;
        }

        Draft(String surface, Line line, Sense sense) {
            this(surface, true, line);
            senses.add(sense);
        }

        int beforeSurnames() {
            int at = 0;
            while (at < senses.size() && senses.get(at).kind() != Sense.Kind.SURNAME) {
                at++;
            }
            return at;
        }

        String place() {
            return line.file() + ":" + line.number();
        }
    }

    /** What follows is a user's: its names may share or take over names that the program's own rows do not give away. */
    void ownFromHere() {
        own = true;
    }

    /** What the first name of an actor means, or null where there is no such actor. */
    @Nullable
    Sense sense(String id) {
        return senses.get(id);
    }

    /** States an actor; one id has one row. */
    Actor actor(Line line, Actor actor) {
        Line before = actorLines.putIfAbsent(actor.id(), line);
        if (before != null) {
            String more = own ? "; a row that begins with name gives it further names" : "";
            throw line.error(
                    "the id " + actor.id() + " stands already in " + before.file() + ":" + before.number() + more);
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
        senses.putIfAbsent(sense.actor().id(), sense);
        if (own) {
            own(line, written, surface, sense);
            return;
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

    /**
     * Adds a user's surface. It shares one of the program's with {@code ?}, is what it means where the article does not say with
     * {@code ?!}, and takes it over with {@code !}.
     */
    private void own(Line line, String written, String surface, Sense sense) {
        String mark = mark(written);
        String key = key(surface);
        Draft before = drafts.get(key);
        if (before != null) {
            mayJoin(line, mark, surface, sense, before);
        }
        Draft draft = before == null || mark.equals(ALONE) ? new Draft(surface, false, line) : before;
        draft.ownMark = mark.isEmpty() ? ALONE : mark;
        draft.ownPlace = line.file() + ":" + line.number();
        draft.preferred |= mark.equals(PREFERRED);
        // A surname alone is looked at last, as where the program's own rows share a name with one.
        draft.senses.add(mark.equals(PREFERRED) ? 0 : draft.beforeSurnames(), sense);
        drafts.put(key, draft);
    }

    private static void mayJoin(Line line, String mark, String surface, Sense sense, Draft before) {
        Sense first = before.senses.get(0);
        if (before.senses.stream().anyMatch(s -> s.actor().equals(sense.actor()))) {
            throw line.error("'" + surface + "' is a name of " + sense.actor().id() + " already, in " + before.place()
                    + "; leave it out");
        }
        boolean nobody = first.kind() == Sense.Kind.NOTHING || sense.kind() == Sense.Kind.NOTHING;
        if (nobody && !mark.equals(ALONE)) {
            throw line.error("'" + surface + "' is " + first.actor().id() + " in " + before.place() + "; write !"
                    + surface + " if your row shall count instead");
        }
        if (mark.isEmpty()) {
            throw line.error("'" + surface + "' means " + first.actor().id() + " already, in " + before.place()
                    + "; write ?" + surface + " if the article shall decide, ?!" + surface
                    + " if yours is meant where it does not say, !" + surface + " if it is yours alone");
        }
        boolean together = mark.startsWith(SHARED)
                && before.ownMark.startsWith(SHARED)
                && !(mark.equals(PREFERRED) && before.ownMark.equals(PREFERRED));
        if (!before.ownMark.isEmpty() && !together) {
            throw line.error("'" + surface + "' stands in another row of yours too, in " + before.ownPlace
                    + "; mark both with ?, or one of them with ?!, if the article shall decide");
        }
    }

    /** The mark before a name; empty where it has none. */
    static String mark(String written) {
        return written.startsWith(PREFERRED)
                ? PREFERRED
                : written.startsWith(SHARED) ? SHARED : written.startsWith(ALONE) ? ALONE : "";
    }

    /** A name without its marks. */
    static String plain(String written) {
        return written.substring(mark(written).length()).strip();
    }

    /** Adds a surface that was made from another; one that exists already stays as it is. */
    void variant(Line line, String surface, Sense sense) {
        drafts.computeIfAbsent(key(surface), k -> new Draft(surface, line, sense));
    }

    /** Adds one more bearer of a surname. */
    void surname(Line line, String surname, Sense sense) {
        senses.putIfAbsent(sense.actor().id(), sense);
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

    /** Compiles everything; the words are added to the dictionary of all texts. */
    Lexicon build(
            Posts posts,
            Countries countries,
            ZoneRules zones,
            Suffixes suffixes,
            OrdinaryWords ordinary,
            ClueWeights weights,
            Bodies bodies,
            Dictionary.Builder dictionary) {
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
        Vocabulary words = vocabulary.build(dictionary);
        Trie surfaces = trie.build(words.size());
        Map<String, Actor> known = Map.copyOf(actors);
        return new Lexicon(words, surfaces, known, posts, countries, zones, suffixes, ordinary, weights, bodies);
    }
}
