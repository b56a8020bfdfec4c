package kroniek.language.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.Actor;
import kroniek.domain.ActorType;
import kroniek.language.actor.Name.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The organisations whose long names stand in an article, by the first words of those names: {@code Zodiac} is {@code Zodiac Aerospace}
 * where the article has that.
 */
final class Firms {

    /** An organisation and the name it has in the article. */
    record Firm(Actor actor, String name, int[] words) {}

    private static final int SEVERAL = 4;
    /** More organisations that begin with one word are told apart by nothing in an article. */
    private static final int MOST_NAMESAKES = 100;

    private final Page page;
    private final Lexicon lexicon;
    private final Branches branches;
    private final Map<Integer, List<Firm>> byFirst = new HashMap<>();

    private Firms(Page page, Lexicon lexicon) {
        this.page = page;
        this.lexicon = lexicon;
        this.branches = new Branches(page, lexicon);
    }

    /** Gathers the organisations with names of several words. */
    static Firms of(Page page, Lexicon lexicon, List<Name> names) {
        Firms firms = new Firms(page, lexicon);
        for (Name name : names) {
            Match match = name.match();
            boolean known = match != null
                    && match.kind() == Sense.Kind.ORGANISATION
                    && match.entry().sole()
                    && match.sense().sector() != Sector.STATE;
            boolean own = name.origin() == Origin.ORGANISATION && !page.is(name.last(), WordClass.VENUE);
            if (name.last() > name.first() && (known || own)) {
                firms.add(name, match == null ? firms.own(name) : match.sense().actor());
            }
        }
        return firms;
    }

    /** Whether an article names enough different firms to be about business. */
    static boolean several(List<Name> names) {
        return names.stream()
                        .map(Name::match)
                        .filter(match -> match != null
                                && (match.sense().sector() == Sector.FIRM
                                        || match.sense().sector() == Sector.MAKER))
                        .map(match -> match.sense().actor().id())
                        .distinct()
                        .count()
                >= SEVERAL;
    }

    private void add(Name name, Actor actor) {
        int[] words = words(name);
        List<Firm> firms = byFirst.computeIfAbsent(words[0], w -> new ArrayList<>());
        if (firms.size() < MOST_NAMESAKES
                && firms.stream()
                        .noneMatch(firm -> firm.actor.id().equals(actor.id()) && firm.words.length >= words.length)) {
            firms.add(new Firm(actor, name.text(page), words));
        }
    }

    private int[] words(Name name) {
        int[] words = new int[name.last() - name.first() + 1];
        for (int i = 0; i < words.length; i++) {
            words[i] = page.word(name.first() + i);
        }
        return words;
    }

    /** The actor of an organisation's name by itself: the lexicon's, where only a legal form stands behind, else a provisional one. */
    private Actor own(Name name) {
        Match match = lexicon.trie().longest(page, name.first(), name.last());
        if (match != null && match.kind() == Sense.Kind.ORGANISATION && formal(match.last() + 1, name.last())) {
            return match.sense().actor();
        }
        String body = lexicon.bodies().id(page, lexicon, name);
        String branch = body == null ? branches.id(name) : body;
        Actor actor = Cast.provisional(lexicon, name.text(page), ActorType.ORGANISATION);
        return branch == null || !actor.provisional() || lexicon.actor(branch) != null
                ? actor
                : new Actor(branch, actor.name(), ActorType.ORGANISATION, true);
    }

    /** Whether nothing but a legal form or a word for a firm stands there: Inc., Group, Holding NV. */
    private boolean formal(int first, int last) {
        for (int token = first; token <= last; token++) {
            boolean says = page.is(token, WordClass.LEGAL_FORM)
                    || page.is(token, WordClass.CORPORATE)
                    || page.text.is(token, '.')
                    || page.text.end(token) - page.text.start(token) == 1;
            if (!says) {
                return false;
            }
        }
        return true;
    }

    /** The actor of a name that has a word for an organisation in it: that of the longest name that begins with it. */
    Actor actor(Name name) {
        Actor own = own(name);
        Firm firm = own.provisional() ? longer(name) : null;
        return firm == null ? own : firm.actor;
    }

    /** The only organisation whose longer name begins with the whole of this one, or null. */
    @Nullable
    Firm longer(Name name) {
        int first = name.first();
        if (first == name.last() && page.is(first, WordClass.FIRST_NAME)) {
            return null;
        }
        int stem = name.last() == first && page.genitive(first) ? page.stem(first) : page.word(first);
        Firm found = null;
        for (Firm firm : byFirst.getOrDefault(stem, List.of())) {
            if (begins(firm, name)) {
                if (found != null && !found.actor.id().equals(firm.actor.id())) {
                    return null;
                }
                found = firm;
            }
        }
        return found;
    }

    private boolean begins(Firm firm, Name name) {
        int length = name.last() - name.first() + 1;
        if (length >= firm.words.length) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            boolean last = i == length - 1;
            int word = page.word(name.first() + i);
            if (firm.words[i] != word
                    && !(last && page.genitive(name.last()) && firm.words[i] == page.stem(name.last()))) {
                return false;
            }
        }
        return true;
    }
}
