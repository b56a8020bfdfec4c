package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.ActorType;
import kroniek.language.actor.Name.Origin;
import kroniek.language.text.DataFile.Line;
import kroniek.language.text.Text;
import org.jspecify.annotations.Nullable;

/** Courts, prosecutors and police forces, which a noun and a place name together: {@code rechtbank Rotterdam}; {@code actors/bodies.tsv}. */
final class Bodies {

    private static final String PLACE = "{}";

    /** The words of a noun, in small letters, and the id of the body, {@code {}} being the place's. */
    private record Body(List<String> words, String id) {}

    private final Map<String, List<Body>> byLastWord = new HashMap<>();

    private Bodies() {}

    static Bodies load() {
        Bodies bodies = new Bodies();
        for (Line line : Rows.of("bodies.tsv")) {
            List<String> fields = Rows.fields(line, 2, 2);
            if (!fields.get(1).contains(PLACE)) {
                throw line.error("the id '" + fields.get(1) + "' lacks {} for the place");
            }
            Text text = Text.of(fields.get(0));
            List<String> words = new ArrayList<>();
            for (int i = 0; i < text.size(); i++) {
                words.add(text.word(i));
            }
            Body body = new Body(List.copyOf(words), fields.get(1));
            bodies.byLastWord
                    .computeIfAbsent(words.get(words.size() - 1), w -> new ArrayList<>())
                    .add(body);
        }
        return bodies;
    }

    /** The name with the noun before it, where it is a place and such a noun stands there; otherwise the name itself. */
    Name of(Page page, Name name) {
        Match match = name.match();
        boolean place = match == null
                ? name.origin() == Origin.RUN
                : match.kind() == Sense.Kind.PLACE || match.kind() == Sense.Kind.CAPITAL;
        if (!place || (match != null && match.genitive())) {
            return name;
        }
        int noun = name.first() - 1;
        Body body = ending(page, noun, name.first());
        return body == null
                ? name
                : Name.of(page, noun - body.words.size() + 1, name.last(), Origin.ORGANISATION, name.first());
    }

    private @Nullable Body ending(Page page, int last, int near) {
        if (!page.sameSentence(last, near)) {
            return null;
        }
        Body longest = null;
        for (Body body : byLastWord.getOrDefault(page.text.word(last), List.of())) {
            if (stands(page, body, last) && (longest == null || body.words.size() > longest.words.size())) {
                longest = body;
            }
        }
        return longest;
    }

    private static boolean stands(Page page, Body body, int last) {
        int first = last - body.words.size() + 1;
        for (int i = 0; i < body.words.size(); i++) {
            if (!page.sameSentence(first + i, last)
                    || !page.text.word(first + i).equals(body.words.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The id of a name that {@link #of} has made, or null. */
    @Nullable
    String id(Page page, Lexicon lexicon, Name name) {
        int place = name.surname();
        if (place == name.first()) {
            return null;
        }
        Body body = ending(page, place - 1, place);
        if (body == null) {
            return null;
        }
        Match match = lexicon.trie().longest(page, place, name.last());
        String slug = Slug.of(page.text.string().substring(page.text.start(place), name.to()));
        if (match != null && match.last() == name.last()) {
            slug = match.entry().senses().stream()
                    .filter(sense -> sense.type() == ActorType.PLACE)
                    .map(sense -> sense.actor().id())
                    .findFirst()
                    .orElse(slug);
        }
        return body.id.replace(PLACE, slug);
    }
}
