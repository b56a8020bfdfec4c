package kroniek.language.actor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.domain.Mention.Form;
import kroniek.language.actor.Name.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Acronyms that the article itself introduces: {@code Stichting Zuivere Lucht (SZL)}, {@code SZL (Stichting Zuivere Lucht)}. Where the lexicon
 * knows only one of the two, the other is the same organisation.
 */
final class Acronyms {

    private record LongForm(Actor actor, String text) {}

    private static final int SHORTEST = 3;
    /** So many long names of two words are looked through for an acronym. */
    private static final int MOST = 50;

    private final Page page;
    private final Firms firms;
    private final Map<Integer, LongForm> byWord = new HashMap<>();
    private final Map<Name, Actor> byLongForm = new HashMap<>();
    private final Map<String, LongForm> byLetters = new HashMap<>();
    private final Map<Name, LongForm> longForms = new LinkedHashMap<>();

    private Acronyms(Page page, Firms firms) {
        this.page = page;
        this.firms = firms;
    }

    static Acronyms of(Page page, Firms firms, List<Name> names) {
        Acronyms acronyms = new Acronyms(page, firms);
        for (int i = 0; i + 1 < names.size(); i++) {
            Name first = names.get(i);
            Name second = names.get(i + 1);
            if (acronyms.bracketed(first, second)) {
                acronyms.pair(first, second);
                acronyms.pair(second, first);
            }
        }
        for (Name name : names) {
            acronyms.longForm(name);
        }
        return acronyms;
    }

    /** An organisation of three words or more may be named by their first letters without saying so. */
    private void longForm(Name name) {
        Actor actor = known(name);
        if (actor == null && name.origin() != Origin.ORGANISATION) {
            return;
        }
        StringBuilder letters = new StringBuilder();
        for (int token = name.first(); token <= name.last(); token++) {
            if (page.shape(token).named()) {
                letters.append(page.text.string().charAt(page.text.start(token)));
            }
        }
        if (letters.length() >= SHORTEST) {
            Actor whose = actor == null ? firms.actor(name) : actor;
            byLetters.putIfAbsent(letters.toString(), new LongForm(whose, name.text(page)));
        } else if (letters.length() == SHORTEST - 1 && longForms.size() < MOST) {
            longForms.put(name, new LongForm(actor == null ? firms.actor(name) : actor, name.text(page)));
        }
    }

    private boolean bracketed(Name first, Name second) {
        return second.first() == first.last() + 2
                && page.sign(first.last() + 1, '(', first.last())
                && page.sign(second.last() + 1, ')', second.last());
    }

    private void pair(Name name, Name acronym) {
        boolean pair = acronym.first() == acronym.last()
                && page.shape(acronym.first()) == Shape.UPPER
                && name.first() < name.last();
        if (!pair) {
            return;
        }
        Actor known = known(name);
        Actor meant = known(acronym);
        if (known != null) {
            byWord.put(page.word(acronym.first()), new LongForm(known, name.text(page)));
        } else if (name.match() == null && page.shape(name.first()).named() && initials(name, acronym)) {
            Actor actor = meant == null ? firms.actor(name) : meant;
            byWord.put(page.word(acronym.first()), new LongForm(actor, name.text(page)));
            byLongForm.put(name, actor);
        }
    }

    private static @Nullable Actor known(Name name) {
        Match match = name.match();
        return match != null
                        && match.sense().type() == ActorType.ORGANISATION
                        && match.entry().sole()
                ? match.sense().actor()
                : null;
    }

    /** The organisation whose acronym stands in brackets beside its long name, or null. */
    @Nullable
    Find introduced(Name name) {
        Actor actor = byLongForm.get(name);
        return actor == null
                ? null
                : Find.of(actor, Form.NAME, "long-form-of-acronym", "its acronym stands in brackets beside it");
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
            found = found == null ? compound(page.text.word(name.first())) : found;
        }
        return found == null
                ? null
                : Find.of(found.actor, Form.ALIAS, "acronym", "acronym of '" + found.text + "' in the article");
    }

    /** The long name of two words whose first letters, and those of the parts of its second, a compound, are the acronym. */
    private @Nullable LongForm compound(String acronym) {
        for (Map.Entry<Name, LongForm> entry : longForms.entrySet()) {
            Name name = entry.getKey();
            if (acronym.length() >= SHORTEST && letters(acronym, name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** {@code ABS}: Algemeen Boerensyndicaat. */
    private boolean letters(String acronym, Name name) {
        String s = page.text.string();
        if (s.charAt(name.from()) != acronym.charAt(0) || page.shape(name.last()) != Shape.CAPITAL) {
            return false;
        }
        int at = page.text.start(name.last());
        if (s.charAt(at) != acronym.charAt(1)) {
            return false;
        }
        for (int i = 2; i < acronym.length(); i++) {
            int from = at + SHORTEST;
            at = s.indexOf(Character.toLowerCase(acronym.charAt(i)), from);
            if (at < 0 || at > name.to() - SHORTEST) {
                return false;
            }
        }
        return true;
    }
}
