package kroniek.language.actor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kroniek.domain.ActorType;
import kroniek.language.actor.Name.Origin;
import kroniek.language.text.Text.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What the names are that no lexicon has: person, organisation, place or none of them. Every occurrence in the article adds its
 * evidence, so that a headline and the beginning of a sentence are settled by what stands elsewhere.
 */
final class Unknowns {

    private static final int ENOUGH = 3;
    private static final int ENOUGH_FOR_TWO_WORDS = 2;
    private static final int BESIDE = 3;
    private static final int FROM = 3;
    /** A number joined to capitals makes a code of a flight or a road. */
    private static final int CODE = 6;

    private final Page page;
    private final Context context;
    private final Map<String, Profile> profiles = new HashMap<>();

    /** The evidence about one spelling. */
    static final class Profile {
        int person;
        int organisation;
        int place;
        int thing;
        int inside;
        int seen;
        private final Map<ActorType, String> why = new EnumMap<>(ActorType.class);

        private void because(ActorType type, String reason) {
            why.putIfAbsent(type, reason);
        }

        /** The first thing in the article that speaks for a type; its form where nothing else does. */
        String why(ActorType type) {
            return why.getOrDefault(type, inside >= 2 ? "a capital inside several sentences" : "its form");
        }
    }

    private Unknowns(Page page, Context context) {
        this.page = page;
        this.context = context;
    }

    static Unknowns of(Page page, Context context, List<Name> names) {
        Unknowns unknowns = new Unknowns(page, context);
        for (Name name : names) {
            if (unknown(name)) {
                unknowns.observe(unknowns.bare(name));
            }
        }
        for (int i = 0; i + 1 < names.size(); i++) {
            unknowns.row(names.get(i), names.get(i + 1));
        }
        for (int i = names.size() - 1; i > 0; i--) {
            unknowns.row(names.get(i), names.get(i - 1));
        }
        return unknowns;
    }

    private static boolean unknown(Name name) {
        Match match = name.match();
        return name.origin() == Origin.RUN || (match != null && match.kind() == Sense.Kind.SURNAME);
    }

    private String key(int first, int last) {
        StringBuilder key = new StringBuilder();
        for (int token = first; token <= last; token++) {
            int word = token == last && page.stem(token) >= 0 ? page.stem(token) : page.word(token);
            key.append(word).append(' ');
        }
        return key.toString();
    }

    /** The name without the capitalised particle that opens its sentence, which may be an article: De Brekelmans. */
    Name bare(Name name) {
        int first = name.first();
        if (name.origin() != Origin.RUN || !page.opens(first)) {
            return name;
        }
        while (first < name.last() && page.is(first, WordClass.PARTICLE)) {
            first++;
        }
        return first == name.first() ? name : Name.of(page, first, name.last(), Origin.RUN, first);
    }

    /** What stands in one row with a name of a known kind is of that kind: Giroud, Rabiot en Mbappé. */
    private void row(Name known, Name name) {
        int between = known.first() > name.last() ? name.last() + 1 : name.first() - 1;
        boolean beside = known.first() == between + 1 || known.last() == between - 1;
        if (!unknown(name) || !beside || !page.sameSentence(between, name.first())) {
            return;
        }
        Profile p = profile(bare(name));
        ActorType kind = kind(known);
        if (page.text.is(between, ',') || page.text.word(between).equals("en")) {
            like(p, kind, known);
        } else if (kind == ActorType.PERSON
                && known.last() < between
                && page.text.word(between).equals("van")) {
            p.organisation += FROM;
            p.because(ActorType.ORGANISATION, "'" + known.text(page) + "' is of it");
        }
    }

    private void like(Profile p, @Nullable ActorType kind, Name known) {
        if (kind == ActorType.PERSON) {
            p.person += BESIDE;
            p.because(ActorType.PERSON, "in a row with the person '" + known.text(page) + "'");
        } else if (kind == ActorType.ORGANISATION) {
            p.organisation += BESIDE;
            p.because(ActorType.ORGANISATION, "in a row with the organisation '" + known.text(page) + "'");
        } else if (kind == ActorType.PLACE) {
            p.place += BESIDE - 1;
            p.because(ActorType.PLACE, "in a row with the place '" + known.text(page) + "'");
        }
    }

    private @Nullable ActorType kind(Name name) {
        if (name.fullPerson()) {
            return ActorType.PERSON;
        }
        Match match = name.match();
        if (match != null) {
            return match.kind() == Sense.Kind.SURNAME
                    ? ActorType.PERSON
                    : match.sense().type();
        }
        return name.origin() == Origin.ORGANISATION ? ActorType.ORGANISATION : type(bare(name));
    }

    private void observe(Name name) {
        Profile p = profiles.computeIfAbsent(key(name.first(), name.last()), k -> new Profile());
        int first = name.first();
        int last = name.last();
        p.seen++;
        if (!page.opens(first)) {
            p.inside++;
        }
        before(p, first);
        after(p, first, last);
        if (p.seen == 1) {
            form(p, first, last);
        }
    }

    private void before(Profile p, int first) {
        if (context.roleBefore(first)) {
            p.person += 4;
            p.because(ActorType.PERSON, "after the title '" + page.text.word(first - 1) + "'");
        } else if (context.beforeIs(first, WordClass.ORGANISATION_NOUN)) {
            p.organisation += 4;
            p.because(ActorType.ORGANISATION, "after '" + page.text.word(first - 1) + "'");
        } else if (context.beforeIs(first, WordClass.PLACE_NOUN)) {
            p.place += 5;
            p.because(ActorType.PLACE, "after '" + page.text.word(first - 1) + "'");
        } else if (context.nounBefore(first, Suffixes.Says.ORGANISATION)) {
            p.organisation += 4;
            p.because(ActorType.ORGANISATION, "after '" + page.text.word(first - 1) + "'");
        } else if (context.nounBefore(first, Suffixes.Says.PLACE)) {
            p.place += 5;
            p.because(ActorType.PLACE, "after '" + page.text.word(first - 1) + "'");
        } else if (context.beforeIs(first, WordClass.THING_NOUN)) {
            p.thing += 5;
        } else if (context.beforeIs(first, WordClass.LOCATIVE)) {
            p.place += 3;
            p.because(ActorType.PLACE, "after '" + page.text.word(first - 1) + "'");
        } else if (headOf(first) && context.reigns(first - 2)) {
            p.place += 3;
            p.because(ActorType.PLACE, "after '" + page.text.word(first - 2) + " van'");
        } else if (works(first)) {
            p.organisation += 3;
            p.because(ActorType.ORGANISATION, "somebody works there");
        } else if (headOf(first)) {
            p.organisation += 3;
            p.because(ActorType.ORGANISATION, "after '" + page.text.word(first - 2) + " van'");
        } else if (context.beforeIs(first, WordClass.NEAR)) {
            p.place += 1;
            p.organisation += 1;
        } else if (context.beforeIs(first, WordClass.PARTY)) {
            p.person += 1;
            p.organisation += 1;
        } else if (article(first - 1, first)) {
            p.person -= 2;
            p.place += context.at(first - 2) ? 2 : 0;
            p.organisation += context.at(first - 2) ? 0 : 1;
        }
    }

    /** Whether somebody works for it: werkte voor, werkt bij. */
    private boolean works(int first) {
        if (!page.sameSentence(first - 2, first) || !page.text.word(first - 2).startsWith("werk")) {
            return false;
        }
        String preposition = page.text.word(first - 1);
        return preposition.equals("voor") || preposition.equals("bij");
    }

    /** Whether a role and "van" stand before: topman van, woordvoerder van. */
    private boolean headOf(int first) {
        return page.sameSentence(first - 2, first)
                && page.text.word(first - 1).equals("van")
                && page.is(first - 2, WordClass.ROLE);
    }

    private boolean article(int token, int near) {
        return page.sameSentence(token, near)
                && (page.text.word(token).equalsIgnoreCase("het")
                        || page.text.word(token).equalsIgnoreCase("de")
                        || page.text.word(token).equalsIgnoreCase("een"));
    }

    private void after(Profile p, int first, int last) {
        if (context.bracketsAfter(last) || context.partyAfter(last)) {
            p.person += 4;
            p.because(ActorType.PERSON, "age or party in brackets behind it");
        }
        if (context.roleAfter(last)) {
            p.person += 3;
            p.because(ActorType.PERSON, "a role stands behind it between commas");
        }
        if (context.organisationAfter(last)) {
            p.organisation += 4;
            p.because(ActorType.ORGANISATION, "a word for an organisation stands behind it");
        }
        if (context.speaks(first, last)) {
            p.person += 2;
            p.organisation += 1;
            p.because(ActorType.PERSON, "it speaks");
            p.because(ActorType.ORGANISATION, "it speaks");
        }
        if (page.hyphenAfter(last) && page.is(last + 2, WordClass.TAIL)) {
            p.organisation += 3;
            p.because(ActorType.ORGANISATION, "joined to '-" + page.text.word(last + 2) + "'");
        } else if (context.tailAfter(last)) {
            p.thing += 1;
        }
        if (context.quoted(first, last)) {
            p.thing += 2;
        }
        if (page.sameSentence(last + 1, last) && page.text.kind(last + 1) == Kind.NUMBER) {
            p.thing += page.text.spaceBefore(last + 1) ? 1 : CODE;
        }
    }

    private void form(Profile p, int first, int last) {
        boolean numbered = page.sameSentence(first - 1, first)
                && page.shape(first - 1) == Shape.OTHER
                && Character.isDigit(page.text.string().charAt(page.text.start(first - 1)));
        if (first == last
                && !numbered
                && page.shape(first) == Shape.UPPER
                && page.text.end(first) - page.text.start(first) <= 6) {
            p.organisation += 3;
            p.because(ActorType.ORGANISATION, "an acronym");
        }
        if (last > first && page.shape(first) == Shape.UPPER && !page.is(first, WordClass.FIRST_NAME)) {
            p.organisation += 3;
            p.because(ActorType.ORGANISATION, "it begins with an acronym");
        }
        if (page.text.is(last, '.') && last > first) {
            p.person += 5;
            p.because(ActorType.PERSON, "a name with an initial");
        }
        if (page.is(first, WordClass.FIRST_NAME)) {
            p.person += 2;
            p.because(ActorType.PERSON, "it begins with a given name");
        }
        if (words(first, last) == 2 || words(first, last) == 3) {
            p.person += 2;
            p.because(ActorType.PERSON, "two or three capitalised words");
        }
        if (context.suffix(last, Suffixes.Says.ORGANISATION)) {
            p.organisation += 4;
            p.because(ActorType.ORGANISATION, "it ends as organisations do");
        }
        if (context.suffix(last, Suffixes.Says.PLACE)) {
            p.place += 6;
            p.because(ActorType.PLACE, "it ends as places do");
        }
        if (context.suffix(last, Suffixes.Says.THING)) {
            p.thing += 7;
        }
    }

    private int words(int first, int last) {
        int words = 0;
        for (int token = first; token <= last; token++) {
            boolean begins = token == first || page.text.spaceBefore(token);
            words += begins && page.shape(token).named() ? 1 : 0;
        }
        return words;
    }

    /** The evidence about a name's spelling. */
    Profile profile(Name name) {
        return profiles.getOrDefault(key(name.first(), name.last()), new Profile());
    }

    /** Whether a row of capitals is the full name of a person. */
    boolean fullPerson(Name name) {
        return name.origin() == Origin.RUN
                && !page.is(name.first(), WordClass.PARTICLE)
                && (words(name.first(), name.last()) > 1 || initialled(name))
                && type(name) == ActorType.PERSON;
    }

    private boolean initialled(Name name) {
        return name.surname() > name.first() && page.text.is(name.last(), '.');
    }

    /** What the name is, or null if the article does not say. */
    @Nullable
    ActorType type(Name name) {
        Profile p = profile(name);
        boolean several = words(name.first(), name.last()) > 1;
        int best = Math.max(Math.max(p.person, p.organisation), Math.max(p.place, p.thing));
        boolean ordinary = page.shape(name.first()) != Shape.UPPER
                && p.inside == 0
                && !several
                && (context.suffix(name.last(), Suffixes.Says.COMMON) || best < ENOUGH + 1);
        if (ordinary || best < (several ? ENOUGH_FOR_TWO_WORDS : ENOUGH)) {
            return !several && p.inside >= 2 && p.organisation >= 1 && best == p.organisation
                    ? ActorType.ORGANISATION
                    : null;
        }
        if (p.thing == best) {
            return null;
        }
        if (p.place == best && p.person < best) {
            return ActorType.PLACE;
        }
        return p.person == best ? ActorType.PERSON : ActorType.ORGANISATION;
    }
}
