package kroniek.language.actor;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import kroniek.domain.Actor;

/**
 * A person of the lexicon.
 *
 * @param actor who it is
 * @param fame 0: a bare surname needs a title or a full name; 1: it suffices; 2: it suffices beside a relative with a full name too
 * @param given the first words of the names, folded
 * @param offices the posts, as far as they are sure
 */
record Person(Actor actor, int fame, Set<String> given, List<Office> offices) {

    Person {
        given = Set.copyOf(given);
        offices = List.copyOf(offices);
    }

    /** Whether the person held any post in that month. */
    boolean inOffice(YearMonth month) {
        return offices.stream().anyMatch(office -> office.held(month, 0));
    }

    /** Whether every post of the person begins more than a year after that month. */
    boolean tooEarly(YearMonth month) {
        return !offices.isEmpty() && offices.stream().allMatch(o -> o.from().isAfter(month.plusMonths(12)));
    }
}
