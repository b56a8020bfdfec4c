package kroniek.language.actor;

import java.util.HashSet;
import java.util.Set;
import kroniek.domain.Actor;
import org.jspecify.annotations.Nullable;

/** A person whose full name stands in the article. */
final class Member {

    final Actor actor;
    final @Nullable Person person;
    final String fullName;
    final int given;
    final int firstToken;
    final Set<Integer> words = new HashSet<>();
    int fullNames = 1;
    int latest;

    /**
     * @param actor who it is
     * @param person the lexicon's row, or null
     * @param fullName the name as the article has it
     * @param given the word number of the first given name
     * @param firstToken where the first full name stands
     */
    Member(Actor actor, @Nullable Person person, String fullName, int given, int firstToken) {
        this.actor = actor;
        this.person = person;
        this.fullName = fullName;
        this.given = given;
        this.firstToken = firstToken;
        this.latest = firstToken;
    }
}
