package kroniek.language.actor;

import java.util.Map;
import kroniek.domain.Actor;
import org.jspecify.annotations.Nullable;

/**
 * All that is known before an article is read: words with their classes, surfaces with their meanings, actors, posts, countries.
 * Immutable.
 */
record Lexicon(
        Vocabulary vocabulary,
        Trie trie,
        Map<String, Actor> actors,
        Posts posts,
        Countries countries,
        ZoneRules zoneRules,
        Suffixes suffixes,
        OrdinaryWords ordinary,
        ClueWeights weights,
        Bodies bodies) {

    /** Reads and compiles every file. */
    static Lexicon load() {
        LexiconBuilder builder = new LexiconBuilder();
        WordLists.load(builder.vocabulary);
        Countries countries = CountryFiles.load(builder);
        PlaceFiles.load(builder, countries);
        OrganisationFiles.load(builder, countries);
        Posts posts = Posts.load(builder.vocabulary);
        PersonFiles.load(builder, posts, countries);
        ZoneRules zones = ZoneRules.load(builder.vocabulary);
        return builder.build(
                posts, countries, zones, Suffixes.load(), OrdinaryWords.load(), ClueWeights.load(), Bodies.load());
    }

    /** The actor with an id, if the lexicon has it. */
    @Nullable
    Actor actor(String id) {
        return actors.get(id);
    }
}
