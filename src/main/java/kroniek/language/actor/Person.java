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
        for (int i = 0; i < offices.size(); i++) {
            if (offices.get(i).held(month, 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether every post of the person begins more than a year after that month. */
    boolean tooEarly(YearMonth month) {
        if (offices.isEmpty()) {
            return false;
        }
        YearMonth yearLater = month.plusMonths(12);
        for (int i = 0; i < offices.size(); i++) {
            if (!offices.get(i).from().isAfter(yearLater)) {
                return false;
            }
        }
        return true;
    }
}
