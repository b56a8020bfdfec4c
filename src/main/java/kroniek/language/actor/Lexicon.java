package kroniek.language.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.language.text.DataFile;
import kroniek.language.text.Dictionary;
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

    /**
     * Reads and compiles every file.
     *
     * @param own what a user adds
     */
    static Lexicon load(List<DataFile> own) {
        return load(own, new Dictionary.Builder());
    }

    /**
     * Reads and compiles every file and adds their words to the dictionary of all texts.
     *
     * @param own what a user adds
     */
    static Lexicon load(List<DataFile> own, Dictionary.Builder dictionary) {
        LexiconBuilder builder = new LexiconBuilder();
        WordLists.load(builder.vocabulary);
        Countries countries = CountryFiles.load(builder);
        PlaceFiles.load(builder, countries);
        OrganisationFiles.load(builder, countries);
        Posts posts = Posts.load(builder.vocabulary);
        PersonFiles.load(builder, posts, countries);
        ZoneRules zones = ZoneRules.load(builder.vocabulary);
        OwnFiles.load(builder, posts, countries, own);
        return builder.build(
                posts,
                countries,
                zones,
                Suffixes.load(),
                OrdinaryWords.load(),
                ClueWeights.load(),
                Bodies.load(),
                dictionary);
    }

    /** Every file that the lexicon is read from. */
    static List<String> files() {
        List<String> files = new ArrayList<>(List.of(
                "territories.tsv",
                "countries.tsv",
                "capitals.tsv",
                "places.txt",
                "adjectives.tsv",
                "no-actors.txt",
                "posts.tsv",
                "suffixes.tsv",
                "ordinary.txt",
                "clues.tsv",
                "bodies.tsv",
                "zones.tsv"));
        OrganisationFiles.FILES.forEach(name -> files.add("organisations/" + name + ".tsv"));
        PersonFiles.FILES.forEach(name -> files.add("persons/" + name + ".tsv"));
        for (WordClass in : WordClass.values()) {
            files.add("words/" + in.code() + ".txt");
        }
        return files.stream().map(name -> "actors/" + name).toList();
    }

    /** The actor with an id, if the lexicon has it. */
    @Nullable
    Actor actor(String id) {
        return actors.get(id);
    }
}
