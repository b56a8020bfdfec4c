package kroniek.language.actor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.actor.Name.Origin;
import org.jspecify.annotations.Nullable;

/** Acronyms that the article itself introduces: {@code Stichting Zuivere Lucht (SZL)}. */
final class Acronyms {

    private record LongForm(Actor actor, String text) {}

    private static final int SHORTEST = 3;

    private final Page page;
    private final Map<Integer, LongForm> byWord = new HashMap<>();
    private final Set<Name> introduced = new HashSet<>();
    private final Map<String, LongForm> byLetters = new HashMap<>();

    private Acronyms(Page page) {
        this.page = page;
    }

    static Acronyms of(Page page, Lexicon lexicon, List<Name> names) {
        Acronyms acronyms = new Acronyms(page);
        for (int i = 0; i + 1 < names.size(); i++) {
            acronyms.pair(lexicon, names.get(i), names.get(i + 1));
        }
        for (Name name : names) {
            acronyms.longForm(lexicon, name);
        }
        return acronyms;
    }

    /** An organisation of three words or more may be named by their first letters without saying so. */
    private void longForm(Lexicon lexicon, Name name) {
        Match match = name.match();
        boolean known = match != null && match.sense().type() == ActorType.ORGANISATION;
        if (!known && name.origin() != Origin.ORGANISATION) {
            return;
        }
        StringBuilder letters = new StringBuilder();
        for (int token = name.first(); token <= name.last(); token++) {
            if (page.shape(token).named()) {
                letters.append(page.text.string().charAt(page.text.start(token)));
            }
        }
        if (letters.length() >= SHORTEST) {
            Actor actor = match == null
                    ? Cast.provisional(lexicon, name.text(page), ActorType.ORGANISATION)
                    : match.sense().actor();
            byLetters.putIfAbsent(letters.toString(), new LongForm(actor, name.text(page)));
        }
    }

    private void pair(Lexicon lexicon, Name name, Name next) {
        boolean brackets = next.origin() == Origin.RUN
                && next.first() == next.last()
                && next.first() == name.last() + 2
                && page.sign(name.last() + 1, '(', name.last())
                && page.sign(next.last() + 1, ')', next.last());
        if (!brackets || page.shape(next.first()) != Shape.UPPER || name.first() == name.last()) {
            return;
        }
        Match match = name.match();
        if (match != null && match.sense().type() == ActorType.ORGANISATION) {
            byWord.put(page.word(next.first()), new LongForm(match.sense().actor(), name.text(page)));
        } else if (match == null && page.shape(name.first()).named() && initials(name, next)) {
            Actor actor = Cast.provisional(lexicon, name.text(page), ActorType.ORGANISATION);
            byWord.put(page.word(next.first()), new LongForm(actor, name.text(page)));
            introduced.add(name);
        }
    }

    /** Whether the name is followed by its acronym in brackets. */
    boolean introduces(Name name) {
        return introduced.contains(name);
    }

    /** Whether the acronym begins with the letter the name begins with. */
    private boolean initials(Name name, Name acronym) {
        String s = page.text.string();
        return Character.toLowerCase(s.charAt(name.from())) == Character.toLowerCase(s.charAt(acronym.from()));
    }

    /** The organisation with that acronym, or null. */
    @Nullable
    Find resolve(Name name) {
        LongForm found = name.first() == name.last() ? byWord.get(page.word(name.first())) : null;
        if (found == null && page.shape(name.first()) == Shape.UPPER && name.first() == name.last()) {
            found = byLetters.get(page.text.word(name.first()));
        }
        return found == null
                ? null
                : Find.of(found.actor, Form.ALIAS, "acronym", "acronym of '" + found.text + "' in the article");
    }
}
