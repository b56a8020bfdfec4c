package kroniek.language.actor;

import java.util.List;

/** The inflection of Dutch demonym adjectives. */
final class Demonyms {

    private Demonyms() {}

    /**
     * The forms of an adjective given in its short form: {@code Duits} has {@code Duitse}, {@code Russisch} {@code Russische},
     * {@code Chinees} {@code Chinese}, {@code Catalaans} {@code Catalaanse}. The vowel of -ees and -aas ({@code Indiaas},
     * {@code Indiase}) is written once in the open syllable. One without a short form, or with a long form of its own, is given in its
     * long form: {@code Leidse}, {@code Guineese}.
     *
     * @return short form, long form; the long form alone where that was given; empty if the adjective ends in none of the known ways
     */
    static List<String> forms(String adjective) {
        if (adjective.endsWith("ees")) {
            return List.of(adjective, adjective.substring(0, adjective.length() - 3) + "ese");
        }
        if (adjective.endsWith("aas")) {
            return List.of(adjective, adjective.substring(0, adjective.length() - 3) + "ase");
        }
        if (adjective.endsWith("s") || adjective.endsWith("isch")) {
            return List.of(adjective, adjective + "e");
        }
        return adjective.endsWith("e") ? List.of(adjective) : List.of();
    }
}
